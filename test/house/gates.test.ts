import { expect, test } from 'vitest'
import { messageProblems } from '#build/gates/messages.ts'
import { wordProblems } from '#build/gates/plain-words.ts'
import { specProblems } from '#build/gates/spec.ts'
import { ours, plant, runTool, type Files } from './plant.ts'

const problems = (gate: (base: string) => readonly string[], files: Files): readonly string[] => {
  using folder = plant(files)
  return gate(folder.path)
}

const SPOKEN = { 'renderer/View.tsx': `export const a = t('seal.count', { count: 1 })\n` }
const catalogues = (es: object, pt: object, en: object): Files => ({
  'shared/i18n/messages/es/main.json': JSON.stringify(es),
  'shared/i18n/messages/pt/main.json': JSON.stringify(pt),
  'shared/i18n/messages/en/main.json': JSON.stringify(en),
  ...SPOKEN,
})
const ES = { 'seal.count': '{count, plural, one {# sello} other {# sellos}}' }
const PT = { 'seal.count': '{count, plural, one {# selo} other {# selos}}' }
const EN = { 'seal.count': '{count, plural, one {# seal} other {# seals}}' }
const BAD_MESSAGES: readonly (readonly [string, Files, string])[] = [
  ['a missing message', catalogues(ES, {}, EN), 'pt/main.json: seal.count is missing'],
  [
    'a message only a translation has',
    catalogues(ES, PT, { ...EN, 'seal.more': 'More' }),
    'en/main.json: seal.more is not in es/main.json',
  ],
  [
    'another argument',
    catalogues(ES, { 'seal.count': '{number} selos' }, EN),
    'pt/main.json: seal.count takes {number: text}, in Spanish {count: plural}',
  ],
  ['an empty message', catalogues(ES, PT, { 'seal.count': ' ' }), 'en/main.json: seal.count is empty'],
  [
    'a choice less',
    catalogues(
      { 'seal.count': '{who, select, me {yo} other {otro}}' },
      { 'seal.count': '{who, select, other {outro}}' },
      { 'seal.count': '{who, select, me {I} other {other}}' },
    ),
    'pt/main.json: seal.count takes {who: select(other)}, in Spanish {who: select(me|other)}',
  ],
  [
    'an id nobody wrote',
    { ...catalogues(ES, PT, EN), 'main/a.ts': `t('seal.lost')\n` },
    'main/a.ts: asks for seal.lost, which is not in es',
  ],
  [
    'a message nobody asks for',
    catalogues({ ...ES, 'seal.idle': 'a' }, { ...PT, 'seal.idle': 'a' }, { ...EN, 'seal.idle': 'a' }),
    'seal.idle: nobody asks for it',
  ],
]

test('[H3.a] catalogues that are complete and equal pass, ids made by a template and idle terms included', () => {
  const more = { 'mark.agree': 'x', 'mark.object': 'x', 'term.act': 'x' }
  const files = catalogues({ ...ES, ...more }, { ...PT, ...more }, { ...EN, ...more })
  const view = 'export const b = (v: string) => t(`mark.${v}`)\n'
  expect(problems(messageProblems, { ...files, 'renderer/Mark.tsx': view })).toEqual([])
})

test.each(BAD_MESSAGES)('[H3.b] %s is caught', (_what, files, expected) => {
  expect(problems(messageProblems, files)).toContain(expected)
})

test('[H3.c] a message that does not parse is caught', () => {
  const broken = { 'seal.count': '{count, plural, one {#' }
  expect(problems(messageProblems, catalogues(ES, broken, EN))[0]).toMatch(/^pt\/main\.json: seal\.count: /)
})

// Ids are put together here, so that this file itself quotes none.
const id = (letter: string) => `R7.${letter}`
const title = (...ids: readonly string[]) => `test('${ids.map((one) => `[${one}]`).join(' ')} holds', run)\n`
const spec = (...ids: readonly string[]): Files => ({
  'shared/SPEC.md': `# Rules\n\n${ids.map((one) => `- **${one}** it holds.\n`).join('')}`,
})

test('[H3.d] rules that are all quoted pass', () => {
  const tests = { 'test/a.test.ts': title(id('a'), id('b')) }
  expect(problems(specProblems, { ...spec(id('a'), id('b')), ...tests })).toEqual([])
})

test('[H3.e] a rule no test quotes, a quoted rule that is not there and a rule without an id are caught', () => {
  const tests = { 'test/a.test.ts': title(id('a'), id('c')) }
  expect(problems(specProblems, { ...spec(id('a'), id('b')), ...tests })).toEqual([
    `shared/SPEC.md: no test quotes ${id('b')}`,
    `test/a.test.ts: ${id('c')} is not in shared/SPEC.md`,
  ])
  const bare = { 'shared/SPEC.md': '- it holds.\n' }
  expect(problems(specProblems, { ...bare, 'test/a.test.ts': '' })).toEqual([
    'shared/SPEC.md: 1 list lines have no rule id',
  ])
})

const BAD_WORDS: readonly (readonly [string, Files])[] = [
  ['a path of one machine', { 'main/a.ts': `const a = '/home/ana/consenso'\n` }],
  [
    'a registry’s host',
    { 'package-lock.json': `{"a": {"resolved": "https://example.org/a.tgz"}}`.replace(':"h', ': "h') },
  ],
  ['a registry’s host', { '.npmrc': 'registry=https://example.org\n' }],
  ['a number of a tracker', { 'main/a.ts': '// see issue 12\n' }],
  ['a test that silences the others', { 'test/a.test.ts': `test.only('a', run)\n` }],
]

test('[H3.f] a tree that speaks of the product alone passes', () => {
  expect(
    problems(wordProblems, { 'main/a.ts': `// the homework of rule 7\nconst a = './work/a'\n` }),
  ).toEqual([])
})

test.each(BAD_WORDS)('[H3.g] %s is caught', (what, files) => {
  expect(problems(wordProblems, files).map((line) => line.split(': ')[1])).toEqual([what])
})

const LIVING: Files = {
  'main/main.ts': `import { used } from './used.ts'\nexport const main = used\n`,
  'main/used.ts': `export const used = 1\n`,
}

async function dead(files: Files): Promise<string> {
  using folder = plant(files)
  return (await runTool(folder, 'knip/bin/knip.js', '--config', ours('knip.json'), '--no-config-hints')).all
}

test('[H3.h] a dead export and a dead file are caught, and living ones pass', async () => {
  expect((await dead(LIVING)).trim()).toBe('')
  expect(await dead({ ...LIVING, 'main/lost.ts': 'export const lost = 1\n' })).toMatch(
    /Unused files[^]*main\/lost\.ts/,
  )
  const idle = { 'main/used.ts': 'export const used = 1\nexport const idle = 2\n' }
  expect(await dead({ ...LIVING, ...idle })).toMatch(/Unused exports[^]*idle/)
})
