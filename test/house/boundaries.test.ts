import { expect, test } from 'vitest'
import { ours, plant, runTool, type Files } from './plant.ts'

const FOLDERS = ['main', 'renderer', 'shared', 'server', 'build', 'test']

const HEALTHY: Files = {
  'shared/domain/one.ts': `export const one = 1\n`,
  'shared/acts/act.ts': `import { one } from '#shared/domain/one.ts'\nexport const act = one\n`,
  'shared/words/word.ts': `import type { Doc } from 'yjs'\nimport { one } from '#shared/domain/one.ts'\nexport type Word = Doc | typeof one\n`,
  'shared/sync/room.ts': `import { act } from '#shared/acts/act.ts'\nimport type { Word } from '#shared/words/word.ts'\nexport type Room = [typeof act, Word]\n`,
  'server/embed.ts': `import type { Room } from '#shared/sync/room.ts'\nexport type Relay = Room\n`,
  'server/inside.ts': `export const inside = 1\n`,
  'main/main.ts': `import 'electron'\nimport type { Relay } from '#server/embed.ts'\nexport type Host = Relay\n`,
  'main/link/link.ts': `import type { WebsocketProvider } from 'y-websocket'\nexport type Link = WebsocketProvider\n`,
  'renderer/bridge/bridge.ts': `export const bridge = 1\n`,
  'renderer/ui/Button.ts': `import { Button } from 'react-aria-components'\nexport const Ours = Button\n`,
  'renderer/editor/editor.ts': `import type { Doc } from 'yjs'\nexport type Text = Doc\n`,
  'renderer/features/strip/Strip.ts': `import { Ours } from '#renderer/ui/Button.ts'\nexport const Strip = Ours\n`,
  'renderer/features/matrix/Matrix.ts': `export const Matrix = 1\n`,
  'build/tool.ts': `import { one } from '#shared/domain/one.ts'\nexport const tool = one\n`,
  'test/one.test.ts': `import { tool } from '#build/tool.ts'\nimport { inside } from '#server/inside.ts'\nexport const tried = [tool, inside]\n`,
}

/** A file that imports what it may not, and the rule that says so. */
const PLANTED: readonly (readonly [rule: string, file: string, target: string])[] = [
  ['domain-imports-nothing', 'shared/domain/bad-package.ts', 'zod'],
  ['domain-imports-nothing', 'shared/domain/bad-acts.ts', '#shared/acts/act.ts'],
  ['acts-stand-on-domain', 'shared/acts/bad.ts', '#shared/words/word.ts'],
  ['words-stand-on-domain', 'shared/words/bad.ts', '#shared/sync/room.ts'],
  ['shared-is-below-the-rims', 'shared/sync/bad-main.ts', '#main/main.ts'],
  ['shared-is-below-the-rims', 'shared/sync/bad-renderer.ts', '#renderer/bridge/bridge.ts'],
  ['shared-is-below-the-rims', 'shared/sync/bad-server.ts', '#server/embed.ts'],
  ['shared-knows-no-node', 'shared/sync/bad-node.ts', 'node:fs'],
  ['shared-packages', 'shared/sync/bad-electron.ts', 'electron'],
  ['shared-packages', 'shared/sync/bad-react.ts', 'react'],
  ['main-meets-no-rim', 'main/bad-renderer.ts', '#renderer/bridge/bridge.ts'],
  ['main-meets-no-rim', 'main/bad-server.ts', '#server/inside.ts'],
  ['server-meets-no-rim', 'server/bad-main.ts', '#main/main.ts'],
  ['server-meets-no-rim', 'server/bad-renderer.ts', '#renderer/bridge/bridge.ts'],
  ['server-meets-no-rim', 'server/bad-electron.ts', 'electron'],
  ['renderer-meets-no-rim', 'renderer/bad-main.ts', '#main/main.ts'],
  ['renderer-meets-no-rim', 'renderer/bad-server.ts', '#server/embed.ts'],
  ['renderer-knows-no-node', 'renderer/bad-node.ts', 'node:fs'],
  ['renderer-packages', 'renderer/bad-electron.ts', 'electron'],
  ['preload-is-small', 'main/preload.ts', '#main/main.ts'],
  ['features-do-not-meet', 'renderer/features/strip/bad.ts', '#renderer/features/matrix/Matrix.ts'],
  ['ui-knows-no-feature', 'renderer/ui/bad.ts', '#renderer/features/matrix/Matrix.ts'],
  ['widgets-only-in-ui', 'renderer/features/strip/bad-widget.ts', 'react-aria-components'],
  ['words-only-where-allowed', 'renderer/features/strip/bad-words.ts', 'yjs'],
  ['words-only-where-allowed', 'shared/acts/bad-words.ts', 'yjs'],
  ['words-only-where-allowed', 'main/bad-words.ts', 'yjs'],
  ['sync-only-where-allowed', 'main/bad-sync.ts', 'y-protocols/sync'],
  ['build-stands-apart', 'build/bad.ts', '#test/one.test.ts'],
  ['resolvable', 'server/bad-typo.ts', '#shared/domain/two.ts'],
]

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

async function violations(files: Files): Promise<readonly string[]> {
  using folder = plant(files)
  const config = ['--config', ours('dependency-cruiser.json'), '--no-cache', '--output-type', 'json']
  const ran = await runTool(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', ...config, ...FOLDERS)
  const { summary } = JSON.parse(ran.out) as Cruise // as: the tool's own report
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)
}

test('[H1.a] a tree that keeps to the directions passes, the relay’s one door included', async () => {
  expect(await violations(HEALTHY)).toEqual([])
})

test('[H1.b] each import in a forbidden direction is caught, and nothing else is', async () => {
  const bad: Record<string, string> = {}
  for (const [, file, target] of PLANTED)
    bad[file] = `import * as target from '${target}'\nexport const used = target\n`
  const found = await violations({ ...HEALTHY, ...bad })
  const expected = PLANTED.map(([rule, file]) => `${rule}: ${file}`)
  for (const line of expected) expect(found).toContain(line)
  const planted = new Set(PLANTED.map(([, file]) => file))
  expect(
    found.filter((line) => !planted.has(line.split(': ')[1] ?? '') && !line.startsWith('no-cycle')),
  ).toEqual([])
})

test('[H1.c] a cycle is caught', async () => {
  const found = await violations({
    ...HEALTHY,
    'server/a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
    'server/b.ts': `import { a } from './a.ts'\nexport const b = () => a\n`,
  })
  expect(found.map((line) => line.split(': ')[0])).toEqual(['no-cycle'])
})
