import { relative } from 'node:path'
import { expect, test } from 'vitest'
import { ours, plant, runTool, type Files } from './plant.ts'

const HEALTHY: Files = {
  'shared/domain/sum.ts': `export const sum = (a: number, b: number): number => a + b\n`,
  'shared/domain/given.ts': `export const year = (iso: string): number => new Date(iso).getUTCFullYear()\n`,
  'renderer/Count.tsx': `export function Count(props: { readonly count: number }) {\n  return <p>{props.count}</p>\n}\n`,
  'renderer/bridge/line.ts': `declare global {\n  interface Window {\n    readonly consenso: string\n  }\n}\nexport const line = (): string => window.consenso\n`,
  'main/clock.ts': `export const now = (): number => Date.now()\n`,
  'main/shout.ts': `export const shout = (value: unknown): string => (value as string).toUpperCase() // as: parsed by the caller\n`,
}

/** One fault a file: its rule, its folder and the line. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-restricted-properties', 'shared/acts/now.ts', `export const f = () => Date.now()`],
  ['no-restricted-properties', 'shared/acts/random.ts', `export const f = () => Math.random()`],
  ['no-restricted-syntax', 'shared/acts/date.ts', `export const f = () => new Date()`],
  ['no-restricted-globals', 'shared/acts/timer.ts', `export const f = () => setTimeout(() => 1, 1)`],
  ['no-restricted-globals', 'shared/acts/console.ts', `export const f = () => console.log(1)`],
  ['no-restricted-globals', 'shared/acts/process.ts', `export const f = () => process.pid`],
  ['no-restricted-globals', 'shared/acts/window.ts', `export const f = () => window.innerWidth`],
  ['no-restricted-globals', 'shared/acts/global.ts', `export const f = () => globalThis`],
  ['no-restricted-globals', 'renderer/process.ts', `export const f = () => process.pid`],
  ['no-restricted-globals', 'renderer/fetch.ts', `export const f = () => fetch('/')`],
  ['no-restricted-globals', 'renderer/store.ts', `export const f = () => localStorage.length`],
  ['no-restricted-syntax', 'renderer/bridge.ts', `export const f = () => window.consenso`],
  [
    'no-restricted-syntax',
    'renderer/Html.tsx',
    `export const F = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`,
  ],
  ['formatjs/no-literal-string-in-jsx', 'renderer/Literal.tsx', `export const F = () => <p>Acordado</p>`],
  [
    'formatjs/no-literal-string-in-jsx',
    'renderer/Label.tsx',
    `export const F = () => <p aria-label="Acordado" />`,
  ],
  ['jsx-a11y/alt-text', 'renderer/Image.tsx', `export const F = () => <img src="a.png" />`],
  [
    'jsx-a11y/no-static-element-interactions',
    'renderer/Click.tsx',
    `export const F = () => <div onClick={() => undefined} />`,
  ],
  [
    'react-hooks/rules-of-hooks',
    'renderer/Hook.tsx',
    `import { useState } from 'react'\nexport const F = (p: { a: boolean }) => {\n  if (p.a) useState(1)\n  return null\n}`,
  ],
  ['@typescript-eslint/no-explicit-any', 'main/any.ts', `export const f = (a: any): unknown => a`],
  ['@typescript-eslint/no-non-null-assertion', 'main/bang.ts', `export const f = (a: string | null) => a!`],
  [
    'no-restricted-syntax',
    'main/unknown.ts',
    `export const f = (a: string) => a as unknown as number // as: planted`,
  ],
  ['house/cast-gives-reason', 'main/cast.ts', `export const f = (a: unknown) => a as number`],
  [
    'house/suppression-gives-reason',
    'main/silent.ts',
    `// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const f = (a: any): unknown => a`,
  ],
  ['no-restricted-imports', 'main/deep/up.ts', `import { now } from '../clock.ts'\nexport const f = now`],
  ['no-restricted-imports', 'main/script.ts', `import { now } from './clock.js'\nexport const f = now`],
  ['no-restricted-syntax', 'main/star.ts', `export * from './clock.ts'`],
  [
    '@typescript-eslint/no-floating-promises',
    'main/floating.ts',
    `export const f = (a: () => Promise<void>) => {\n  a()\n}`,
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'main/switch.ts',
    `export const f = (a: 'x' | 'y') => {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 2\n}`,
  ],
  ['no-empty', 'main/empty.ts', `export const f = (a: () => void) => {\n  try {\n    a()\n  } catch {}\n}`],
]

interface FileReport {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[]
}

async function lint(files: Files): Promise<ReadonlyMap<string, readonly string[]>> {
  using folder = plant(files)
  const ran = await runTool(
    folder,
    'eslint/bin/eslint.js',
    '-c',
    ours('eslint.config.ts'),
    '--format=json',
    '.',
  )
  const reports = JSON.parse(ran.out) as FileReport[] // as: the tool's own report
  const of = ({ messages }: FileReport) => messages.map(({ ruleId, message }) => ruleId ?? message)
  return new Map(
    reports.map((report) => [relative(folder.path, report.filePath).split('\\').join('/'), of(report)]),
  )
}

test('[H2.a] healthy files pass the lint rules', async () => {
  const found = await lint(HEALTHY)
  for (const file of Object.keys(HEALTHY)) expect([file, found.get(file)]).toEqual([file, []])
})

test('[H2.b] each planted fault is caught by its rule', async () => {
  const bad = Object.fromEntries(PLANTED.map(([, file, text]) => [file, `${text}\n`]))
  const found = await lint({ ...HEALTHY, ...bad })
  for (const [rule, file] of PLANTED)
    expect([file, found.get(file)]).toEqual([file, expect.arrayContaining([rule])])
})
