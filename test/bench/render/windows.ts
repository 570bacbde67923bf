/** The two windows that are compared, each with the same long text open, in the same runtime. */
import { build } from 'esbuild'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { root } from '#build/paths.ts'
import { declaration } from '#main/sample/declaration.ts'
import type { Bridge } from '#shared/ipc/contract.ts'
import { roomName } from '#shared/sync/rooms.ts'
import { clausesToDelta } from '#shared/words/clauses.ts'
import { bodyOf, newRoomDoc } from '#shared/words/room.ts'
import { launchApp, type LaunchedApp } from '#test/kit/app.ts'
import { longText } from './clauses.ts'

const ROOM = roomName({ kind: 'text', doc: declaration.id, language: declaration.language, phase: 0 })
/** In one update: a paste, not a book. */
const AT_ONCE = 100

/** The real program on the sample conference, whose declaration has been given so many more clauses. */
export async function openOurs(folder: string, count: number): Promise<LaunchedApp> {
  const launch = {
    profile: join(folder, 'ours'),
    sampleDir: join(folder, 'sample'),
    args: ['--as=PPT', '--demo'],
  }
  const before = await launchApp(launch)
  await before.page.getByRole('textbox').waitFor()
  await lengthen(before.page, count)
  await before.close()
  const app = await launchApp(launch)
  await app.page.locator(`[data-id="long-${String(count - 1)}"]`).waitFor({ state: 'attached' })
  return app
}

/** Writes into the room as a window does: main keeps it and sends it on. */
async function lengthen(page: Page, count: number): Promise<void> {
  const opened = await page.evaluate(async (room) => {
    const consenso = Reflect.get(window, 'consenso') as Bridge // as: what the preload gives every page
    const list = await consenso.call('catalogue.list', null)
    const conf = list.ok ? (list.value[0]?.conf ?? '') : ''
    const reply = await consenso.call('room.open', { conf, room })
    if (!reply.ok) throw new Error(reply.error.message)
    return { conf, client: reply.value.client, state: [...reply.value.state] }
  }, ROOM)
  const doc = newRoomDoc(opened.client)
  Y.applyUpdate(doc, new Uint8Array(opened.state))
  const text = bodyOf(doc)
  const updates: number[][] = []
  doc.on('update', (update: Uint8Array) => updates.push([...update]))
  const clauses = longText(count)
  for (let from = 0; from < count; from += AT_ONCE) {
    const delta = clausesToDelta(clauses.slice(from, from + AT_ONCE))
    text.applyDelta([{ retain: text.length }, ...delta])
  }
  for (const update of updates)
    await page.evaluate(
      async ([conf, room, bytes]) => {
        const consenso = Reflect.get(window, 'consenso') as Bridge // as: likewise
        const reply = await consenso.call('room.write', { conf, room, update: new Uint8Array(bytes) })
        if (!reply.ok) throw new Error(reply.error.message)
      },
      [opened.conf, ROOM, update] as const,
    )
}

const MAIN = `
  const { app, BrowserWindow } = require('electron')
  app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 860 }).loadFile('index.html'))`

/** As ours looks, but for what ours adds. */
const PAGE = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0 }
  .ProseMirror { width: 640px; margin: 0 auto; white-space: break-spaces; outline: 0 }
  .ProseMirror > * { margin: 0; padding: 5px 0; font: 16.5px/26px serif }
  </style><body><script src="page.js"></script></body>`

export async function openPeer(folder: string, count: number): Promise<LaunchedApp> {
  const program = join(folder, 'peer-program')
  await mkdir(program)
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/render/peer-page.ts'],
    outfile: join(program, 'page.js'),
    bundle: true,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  await writeFile(join(program, 'package.json'), JSON.stringify({ name: 'peer', main: 'main.cjs' }))
  await writeFile(join(program, 'main.cjs'), MAIN)
  await writeFile(join(program, 'index.html'), PAGE)
  const app = await launchApp({ profile: join(folder, 'peer'), program })
  await app.page.waitForFunction(() => 'openPeer' in window)
  await app.page.evaluate((clauses) => {
    const open = Reflect.get(window, 'openPeer') as (count: number) => void // as: peer-page.ts puts it there
    open(clauses)
  }, count)
  return app
}
