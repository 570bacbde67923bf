import { expect, test } from 'vitest'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import {
  countConsent,
  isFiltering,
  matching,
  NO_FILTER,
  type TextFilter,
} from '#renderer/session/text-filter.ts'
import { play } from './harness/scenes.ts'

const { paragraphs } = play('negotiation').state()
const [template] = paragraphs
if (template === undefined) throw new Error('no text')
const silent = Object.fromEntries(COUNTRY_CODES.map((code) => [code, { kind: 'none' }]))
const paragraph = (id: string, change: Partial<ParagraphState> = {}): ParagraphState => ({
  ...template,
  id,
  kind: 'operative',
  consent: true,
  status: 'open',
  positions: { ...(silent as ParagraphState['positions']), ...change.positions }, // one entry for every code
  ...change,
})
const heading = (id: string) => paragraph(id, { kind: 'heading', consent: false })
const proposal = (
  country: CountryCode,
  at: string,
  nature: ProposalState['nature'] = 'substantive',
): ProposalState => ({
  act: `${country} ${at}`,
  by: 'k',
  received: null,
  claimed: '',
  proposal: 'p',
  version: 1,
  previous: null,
  operation: { kind: 'delete', paragraph: at, hash: '' },
  paragraph: at,
  language: 'es',
  proponents: [{ country, state: 'confirmed' }],
  nature,
  reason: '',
  answers: null,
  replaces: [],
  huddle: null,
  status: 'pending',
  baseChanged: false,
  round: 0,
  backings: {},
  decision: null,
  supersededBy: null,
  late: false,
})
const spoken = paragraphs.find(({ positions }) => positions.AR.kind === 'current')?.positions
const TEXT = [
  heading('h1'),
  paragraph('a', { status: 'blocked' }),
  paragraph('b'),
  heading('h2'),
  paragraph('c', spoken === undefined ? {} : { positions: { ...spoken } }),
]
const PROPOSALS = [
  proposal('AR', 'b'),
  proposal('BR', 'b', 'editorial'),
  { ...proposal('CL', 'a'), status: 'withdrawn' as const },
]
const only = (filter: Partial<TextFilter>) => matching(TEXT, PROPOSALS, { ...NO_FILTER, ...filter })

test.each<readonly [string, Partial<TextFilter>, readonly string[]]>([
  ['no filter', {}, ['h1', 'a', 'b', 'h2', 'c']],
  ['by state', { status: 'blocked' }, ['h1', 'a']],
  ['by a country’s proposal or position', { country: 'AR' }, ['h1', 'b', 'h2', 'c']],
  [
    'a withdrawn proposal counts for nothing',
    { country: 'CL' },
    spoken?.CL.kind === 'none' ? [] : ['h2', 'c'],
  ],
  ['by nature', { nature: 'editorial' }, ['h1', 'b']],
  ['by a country’s proposals of one nature', { country: 'BR', nature: 'editorial' }, ['h1', 'b']],
  ['a position has no nature', { country: 'AR', nature: 'editorial' }, []],
  ['all together', { status: 'open', country: 'AR', nature: 'substantive' }, ['h1', 'b']],
  ['nothing', { status: 'suppressed' }, []],
])('[V55] paragraphs are filtered, headings stay with those under them: %s', (_what, filter, ids) => {
  expect(only(filter)).toEqual(ids)
})

test('[V55] what is left is counted without headings', () => {
  expect(countConsent(TEXT, only({ country: 'AR' }))).toBe(2)
  expect(isFiltering(NO_FILTER)).toBe(false)
  expect(isFiltering({ ...NO_FILTER, nature: 'technical' })).toBe(true)
})
