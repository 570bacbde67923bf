import { expect, test } from 'vitest'
import { plant, runTool, type Files } from './plant.ts'

const HEALTHY: Files = {
  'shared/domain/one.ts': `export const one = 1\n`,
  'shared/domain/kind.ts': `export type Kind = 'a' | 'b'\n`,
  'server/embed.ts': `import { one } from '#shared/domain/one.ts'\nexport const pid = process.pid + one\n`,
  'main/main.ts': `import { pid } from '#server/embed.ts'\nexport const relay = pid\n`,
  'renderer/page.tsx': `import { one } from '#shared/domain/one.ts'\nexport const width = window.innerWidth + one\nexport const View = () => <p>{width}</p>\n`,
}

const PLANTED: readonly (readonly [what: string, file: string, text: string])[] = [
  ['Node in shared', 'shared/acts/node.ts', `export const f = () => process.pid`],
  ['the DOM in shared', 'shared/acts/dom.ts', `export const f = () => document.title`],
  ['the DOM in main', 'main/dom.ts', `export const f = () => document.title`],
  ['an unchecked index', 'shared/acts/index.ts', `export const f = (a: readonly string[]): string => a[0]`],
  [
    'an undefined property',
    'shared/acts/exact.ts',
    `export const f = (): { a?: string } => ({ a: undefined })`,
  ],
  [
    'a type imported as a value',
    'shared/acts/verbatim.ts',
    `import { Kind } from '#shared/domain/kind.ts'
export type T = Kind`,
  ],
  ['an enum', 'shared/acts/enum.ts', `export enum E {\n  A,\n}`],
  [
    'the server in main’s back',
    'shared/acts/up.ts',
    `import { relay } from '#main/main.ts'\nexport const f = relay`,
  ],
  ['main in the page', 'renderer/main.ts', `import { relay } from '#main/main.ts'\nexport const f = relay`],
  ['an unused name', 'server/unused.ts', `const lost = 1\nexport const f = 2`],
]

async function compile(files: Files): Promise<string> {
  using folder = plant(files)
  return (await runTool(folder, 'typescript/bin/tsc', '-b', '--pretty', 'false')).all
}

test('[H2.c] healthy folders compile, each with the globals of its own world', async () => {
  expect(await compile(HEALTHY)).toBe('')
})

test('[H2.d] each planted type fault is refused', async () => {
  const bad = Object.fromEntries(PLANTED.map(([, file, text]) => [file, `${text}\n`]))
  const told = await compile({ ...HEALTHY, ...bad })
  for (const [what, file] of PLANTED) expect(told, what).toMatch(new RegExp(`^${file}\\(.*error TS`, 'm'))
})
