// @vitest-environment jsdom
/** Places of selected words in the static wording, and back. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Clause, Run } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { TextMark } from '#renderer/ui/bracket-signs.ts'
import { ClauseText } from '#renderer/ui/ClauseText.tsx'
import { placeInWording, rangeInWording } from '#renderer/ui/wording-range.ts'

const clause = (id: string, level: Clause['level'], ...runs: readonly (string | Run)[]): Clause => ({
  id,
  kind: 'operative',
  level,
  suppressed: false,
  runs: runs.map((run) => (typeof run === 'string' ? { insert: run } : run)),
})
const italic = (insert: string): Run => ({ insert, attributes: { italic: true, bold: true } })

const CLAUSES = [
  clause(
    'a',
    0,
    italic('Acuerdan'),
    '  crear\tun ',
    { insert: { footnote: 'f' } },
    'mecanismo',
    { insert: { br: true } },
    'común:',
  ),
  clause('b', 1, 'con ', { insert: { newer: 1 } }, ' reglas;'),
  clause('c', 1, 'y plazos.'),
]
const TEXT = wordingText(CLAUSES)
/** A pair of brackets around each of these, drawn between the words. */
const MARKS = ['crear', 'mecanismo', 'plazos'].map((word) => ({
  key: word,
  from: TEXT.indexOf(word),
  to: TEXT.indexOf(word) + word.length,
  tag: 'AR',
  said: 'entre corchetes por Argentina',
}))

function shown(marks: readonly TextMark[] = []): Element {
  document.body.innerHTML = renderToStaticMarkup(
    createElement(ClauseText, { clauses: CLAUSES, language: 'es', unknownLabel: 'nuevo', marks }),
  )
  const found = document.querySelector('.wording')
  if (found === null) throw new Error('no wording')
  return found
}

function textNode(root: Element, words: string): Text {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.data.includes(words)) return node
  throw new Error(`no ${words}`)
}

function select(root: Element, from: string, to: string): Range {
  const range = document.createRange()
  const [start, end] = [textNode(root, from), textNode(root, to)]
  range.setStart(start, start.data.indexOf(from))
  range.setEnd(end, end.data.indexOf(to) + to.length)
  return range
}

describe('[V91] selected words are found in the wording, whatever stands between them', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['Acuerdan', 'Acuerdan', 'Acuerdan'],
    ['Acuerdan', 'crear', 'Acuerdan crear'],
    ['  crear', 'crear', 'crear'],
    ['un ', 'mecanismo', 'un mecanismo'],
    ['mecanismo', 'común:', 'mecanismo común:'],
    ['común', 'con ', 'común:\ncon'],
    ['con ', 'reglas', 'con \uFFFC reglas'],
    ['reglas', 'plazos', 'reglas;\ny plazos'],
  ]
  test.each(table)('from %j to %j', (from, to, words) => {
    const root = shown()
    const place = placeInWording(select(root, from, to), root, TEXT)
    expect(place === null ? null : TEXT.slice(place.from, place.to)).toBe(words)
  })

  test.each([
    ['', []],
    [', brackets between them', MARKS],
  ])('every word of the text comes back as the range it is shown by%s', (_name, marks) => {
    const root = shown(marks)
    for (const { index, 0: word } of TEXT.matchAll(/[^\s\uFFFC]+/gu)) {
      const range = rangeInWording({ from: index, to: index + word.length }, root, TEXT)
      // a sign that is drawn within the word stands in the range too
      expect(range?.toString().replace(']', '')).toBe(word)
      expect(range && placeInWording(range, root, TEXT)).toEqual({ from: index, to: index + word.length })
    }
  })

  test('a selection that begins and ends outside takes the whole of it, labels left out', () => {
    const root = shown(MARKS)
    const range = document.createRange()
    range.selectNodeContents(document.body)
    expect(root.textContent).toContain('a)')
    expect(root.textContent).toContain('[AR')
    expect(placeInWording(range, root, TEXT)).toEqual({ from: 0, to: TEXT.length })
  })
})

test('[V91.a] other words than those in force, blanks alone and a selection elsewhere are no place', () => {
  const root = shown()
  const range = select(root, 'crear', 'crear')
  expect(placeInWording(range, root, TEXT.replace('crear', 'tener'))).toBeNull()
  expect(placeInWording(range, root, `${TEXT}\nuna línea más`)).toBeNull()
  const blank = document.createRange()
  const node = textNode(root, 'crear')
  blank.setStart(node, 0)
  blank.setEnd(node, 2)
  expect(placeInWording(blank, root, TEXT)).toBeNull()
  const aside = document.createElement('p')
  aside.textContent = 'aparte'
  document.body.append(aside)
  expect(placeInWording(select(aside, 'aparte', 'aparte'), root, TEXT)).toBeNull()
  expect(rangeInWording({ from: 0, to: 5 }, root, 'otra cosa')).toBeNull()
})
