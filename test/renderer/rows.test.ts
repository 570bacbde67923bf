import { expect, test } from 'vitest'
import type { Missing, ParagraphState, ParagraphStatus } from '#shared/acts/state.ts'
import { createTranslator } from '#shared/i18n/format.ts'
import { destination } from '#renderer/features/matrix/grid-keys.ts'
import { orderRows, type Sort } from '#renderer/features/matrix/order.ts'
import { missingSentences } from '#renderer/session/missing-sentences.ts'
import { slots } from '#renderer/ui/visible-range.ts'

interface Given {
  readonly id: string
  readonly status?: ParagraphStatus
  readonly consent?: boolean
  readonly missing?: readonly Missing[]
}
const paragraph = ({ id, status = 'open', consent = true, missing = [] }: Given): ParagraphState => ({
  id,
  kind: 'operative',
  number: id,
  consent,
  part: null,
  status,
  wording: null,
  alternatives: [],
  history: [],
  positions: Object.fromEntries([]) as ParagraphState['positions'], // ordering reads no positions
  agreement: null,
  reopened: null,
  missing,
})
const silent = (country: 'AR' | 'BO' | 'BR'): Missing => ({ kind: 'noPosition', country })
const TEXT: readonly ParagraphState[] = [
  paragraph({ id: 'heading', consent: false }),
  paragraph({ id: 'a', missing: [silent('AR'), silent('BO'), silent('BR')] }),
  paragraph({ id: 'b', status: 'agreed' }),
  paragraph({ id: 'c', status: 'blocked', missing: [{ kind: 'objection', country: 'AR' }] }),
  paragraph({ id: 'd', status: 'suppressed' }),
  paragraph({ id: 'e', status: 'blocked', missing: [{ kind: 'scrutiny', country: 'AR' }] }),
]
const SINCE: Readonly<Record<string, string>> = {
  a: '2022-09-22',
  b: '2022-09-01',
  c: '2022-09-21',
  e: '2022-09-20',
}
const ids = (sort: Sort, hideAgreed = false) =>
  orderRows(TEXT, { sort, hideAgreed, since: ({ id }) => SINCE[id] ?? '' }).map(({ id }) => id)

test('[V20.b] rows are the paragraphs that ask for consent, in the order of the text', () => {
  expect(ids('text')).toEqual(['a', 'b', 'c', 'e'])
  expect(ids('text', true)).toEqual(['a', 'c', 'e'])
})

test('[V20.b] one objection weighs more than any number of absences, and what is agreed weighs nothing', () => {
  expect(ids('blocked')).toEqual(['c', 'e', 'a', 'b'])
})

test('[V20.b] the longest pending wording comes first and what is agreed last', () => {
  expect(ids('oldest')).toEqual(['e', 'c', 'a', 'b'])
})

test.each([
  ['ArrowDown', false, { row: 3, column: 4 }],
  ['ArrowUp', false, { row: 1, column: 4 }],
  ['ArrowLeft', false, { row: 2, column: 3 }],
  ['ArrowRight', false, { row: 2, column: 5 }],
  ['Home', false, { row: 2, column: 0 }],
  ['End', false, { row: 2, column: 12 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 19, column: 12 }],
  ['PageDown', false, { row: 12, column: 4 }],
  ['PageUp', false, { row: 0, column: 4 }],
  ['a', false, null],
] as const)('[V20] the key %s (with control: %s) leads to %o', (key, ends, to) => {
  expect(destination(key, { row: 2, column: 4 }, { rows: 20, columns: 13 }, ends)).toEqual(to)
})

test('[V20] no key leaves the grid', () => {
  const size = { rows: 2, columns: 13 }
  expect(destination('ArrowUp', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 })
  expect(destination('ArrowRight', { row: 1, column: 12 }, size)).toEqual({ row: 1, column: 12 })
  expect(destination('ArrowDown', { row: 0, column: 0 }, { rows: 0, columns: 13 })).toBeNull()
})

test('[V21] a long list renders the rows in view and keeps the place of the others', () => {
  expect(slots(200, 50, 53, -1)).toEqual([{ gap: 50 }, 50, 51, 52, { gap: 147 }])
  expect(slots(3, -5, 40, -1)).toEqual([0, 1, 2])
})

test('[V21] the row in focus is rendered wherever the list has been scrolled to', () => {
  expect(slots(200, 50, 52, 10)).toEqual([{ gap: 10 }, 10, { gap: 39 }, 50, 51, { gap: 148 }])
  expect(slots(200, 0, 2, 199)).toEqual([0, 1, { gap: 197 }, 199])
})

test.each(['es', 'pt', 'en'] as const)(
  '[V20.c] each cause is one sentence with its countries, in %s',
  (language) => {
    const missing: readonly Missing[] = [
      silent('AR'),
      { kind: 'objection', country: 'BO' },
      silent('BR'),
      { kind: 'placeholder' },
    ]
    const said = missingSentences(missing, {
      text: createTranslator(language),
      names: (codes) => codes.join('+'),
    })
    expect(said).toHaveLength(3)
    expect(said[0]).toContain('BO')
    expect(said[2]).toContain('AR+BR')
  },
)
