/**
 * Real texts, where the reference material lies beside the project: every word of the file must come out,
 * in its order. Elsewhere these tests are skipped and say why.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readClauses } from '#main/papers/import.ts'

const reference = resolve(import.meta.dirname, '../../../shared')
const textsIn = (folder: string) =>
  existsSync(join(reference, folder))
    ? readdirSync(join(reference, folder))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(reference, folder, name))
    : []

/** What lies between blanks, labels, numbers and page numbers included. */
const wordsOf = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll('\u00AD', '')
    .split(/[\s\p{Zs}]+/u)
    .filter(Boolean)

async function clausesOf(file: string) {
  const read = await readClauses(basename(file), readFileSync(file))
  if (!read.ok) throw new Error(`${basename(file)} refused: ${read.message}`)
  return read.clauses
}

const seed = textsIn('seed')
const corpus = textsIn('corpus')
if (corpus.length === 0) console.warn(`Real texts are not here (${reference}): their tests are skipped.`)

describe.skipIf(corpus.length === 0)('real texts', () => {
  test.each([...seed, ...corpus].map((file) => [basename(file), file]))(
    '[P1.a] every word of %s is imported, in its order',
    async (_, file) => {
      const source = wordsOf(readFileSync(file, 'utf8'))
      const imported = (await clausesOf(file)).flatMap(({ text }) => wordsOf(text))
      expect(imported.length).toBe(source.length)
      expect(imported).toEqual(source)
    },
  )

  test('the comparison notices one word that is missing', () => {
    const source = wordsOf(readFileSync(corpus[0] ?? '', 'utf8'))
    expect(source.filter((_, at) => at !== 7)).not.toEqual(source)
  })

  test.skipIf(seed.length === 0)(
    '[P1.c] the wrapped lines of the concept note become its paragraphs',
    async () => {
      const clauses = await clausesOf(seed[0] ?? '')
      expect(clauses.filter(({ kind }) => kind === 'title')).toHaveLength(1)
      const headings = clauses.filter(({ kind }) => kind === 'heading').map(({ text }) => text.split(' ')[0])
      expect(headings).toEqual([
        'I.',
        'II.',
        'III.',
        'IV.',
        'V.',
        'A.',
        'B.',
        'C.',
        'VI.',
        'EVENTO',
        '2.',
        '3.',
      ])
      const letters = clauses.filter(({ level, text }) => level === 1 && /^[a-f]\)/u.test(text))
      expect(letters).toHaveLength(21)
      // No paragraph begins in the middle of a sentence.
      expect(clauses.filter(({ level, text }) => level === 0 && /^\p{Ll}/u.test(text))).toEqual([])
    },
  )

  test.each([
    ['csm-2006-asuncion-es', { chapeau: 1, preambular: 5 }],
    ['csm-2004-la-paz-es', { chapeau: 1, preambular: 3, heading: 1 }],
    ['csm-2011-brasilia-es', { chapeau: 1, preambular: 3, heading: 1 }],
    ['csm-2013-buenos-aires-es', { chapeau: 1, operative: 3, heading: 2 }],
    ['udhr-spa', { preambular: 7, heading: 31, operative: 1 }],
    ['udhr-por_BR', { preambular: 7, heading: 31 }],
    ['udhr-eng', { preambular: 7, heading: 31, operative: 1 }],
  ])('[P1.b] the kinds of %s are recognised', async (name, expected) => {
    const file = corpus.find((path) => basename(path) === `${name}.txt`) ?? ''
    const clauses = await clausesOf(file)
    const counts = Object.fromEntries(
      Object.keys(expected).map((kind) => [kind, clauses.filter((clause) => clause.kind === kind).length]),
    )
    expect(counts).toEqual(expected)
    expect(clauses.filter(({ kind }) => kind === 'title')).toHaveLength(1)
  })
})
