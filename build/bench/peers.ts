/**
 * Programs a conference could run instead of ours, for comparison. They are fetched when a bench asks for
 * them, outside the tree: nothing of ours depends on them.
 */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '#build/paths.ts'
import { run } from '#build/run.ts'
import { withProgress } from '#build/say.ts'

const PEERS = {
  '@hocuspocus/server': '4.7.0',
  '@hocuspocus/extension-sqlite': '4.7.0',
  'y-websocket': '2.1.0',
  'y-leveldb': '0.2.0',
  yjs: '13.6.33',
  ws: '8.23.0',
} as const

/** The folder with the peers' node_modules. */
export async function ensurePeers(): Promise<string> {
  const name = Object.values(PEERS).join('-')
  const folder = join(cacheFolder(), `peers-${name}`)
  if (existsSync(folder)) return folder
  const stage = `${folder}.new`
  await rm(stage, { recursive: true, force: true })
  await mkdir(stage, { recursive: true })
  const manifest = { name: 'consenso-peers', private: true, type: 'module', dependencies: PEERS }
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest))
  await withProgress('Fetching the peers', async () => {
    const ran = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: stage })
    if (ran.code !== 0) throw new Error(`The peers could not be fetched: ${ran.all}`)
  })
  await rename(stage, folder)
  return folder
}
