import { describe, expect, it } from 'vitest'
import {
  countPositions,
  missingForAgreement,
  paragraphStatus,
  reservations,
  type Missing,
  type ParagraphFacts,
  type PositionFact,
  type PositionFacts,
} from '#shared/domain/consensus.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { clause } from './build.ts'

const PARTIES: readonly CountryCode[] = ['AR', 'CL', 'PE']
const current = (value: PositionValue): PositionFact => ({ kind: 'current', value })
const lapsed = (value: PositionValue): PositionFact => ({ kind: 'lapsed', value })
const allAgree: PositionFacts = { AR: current('agree'), CL: current('agree'), PE: current('agree') }

function paragraph(change: Partial<ParagraphFacts> = {}): ParagraphFacts {
  const clauses = [clause('o1', 'operative', 'Deciden crear una red.')]
  return {
    wording: { clauses },
    suppressed: false,
    disputed: false,
    agreement: null,
    positions: allAgree,
    open: [],
    ...change,
  }
}
const read = (missing: readonly Missing[]) =>
  missing.map((one) => ('country' in one ? `${one.country} ${one.kind}` : one.kind)).join(', ') || 'nothing'
const missing = (positions: PositionFacts, attendance?: readonly CountryCode[]) =>
  read(
    missingForAgreement(
      paragraph({ positions: { ...allAgree, ...positions } }),
      PARTIES,
      attendance ? { attendance } : null,
    ),
  )

describe('what is missing for agreement', () => {
  it.each<[string, PositionFacts, string]>([
    ['all agree', {}, 'nothing'],
    ['one agrees ad referendum', { PE: current('adReferendum') }, 'nothing'],
    ['one reserves', { PE: current('reserve') }, 'nothing'],
    ['one objects', { PE: current('object') }, 'PE objection'],
    ['one keeps a scrutiny reservation', { AR: current('scrutiny') }, 'AR scrutiny'],
    ['one has no instructions', { CL: current('noInstructions') }, 'CL noInstructions'],
    ['one has not spoken', { CL: { kind: 'none' } }, 'CL noPosition'],
    ['one position lapsed', { CL: lapsed('agree') }, 'CL lapsed'],
    ['an objection lapsed', { CL: lapsed('object') }, 'CL lapsed'],
    [
      'several are missing',
      { AR: current('object'), CL: lapsed('agree'), PE: { kind: 'none' } },
      'AR objection, CL lapsed, PE noPosition',
    ],
  ])('[R21.a] when %s: by country and cause', (_when, positions, expected) => {
    expect(missing(positions)).toBe(expected)
  })

  it('[R21.b] counts an objection of a Member that is not a required party, and nothing else of it', () => {
    expect(missing({ UY: current('object') })).toBe('UY objection')
    expect(missing({ UY: current('scrutiny') })).toBe('UY scrutiny')
    expect(missing({ UY: current('noInstructions'), BO: lapsed('agree') })).toBe('nothing')
  })

  it.each<[string, PositionFacts, readonly CountryCode[], string]>([
    [
      'for the silence of those who were there',
      { AR: { kind: 'none' }, CL: current('noInstructions') },
      PARTIES,
      'nothing',
    ],
    [
      'not for who was not there to be asked',
      { AR: { kind: 'none' }, CL: { kind: 'none' } },
      ['CL'],
      'AR noPosition',
    ],
    ['not for an objection', { AR: current('object') }, PARTIES, 'AR objection'],
    ['not for a scrutiny reservation', { AR: current('scrutiny') }, PARTIES, 'AR scrutiny'],
    ['not for a position that lapsed', { AR: lapsed('agree') }, PARTIES, 'AR lapsed'],
  ])('[R21.c] a last call stands %s', (_how, positions, attendance, expected) => {
    expect(missing(positions, attendance)).toBe(expected)
  })

  it.each<[string, Partial<ParagraphFacts>, string]>([
    [
      'words are owed',
      { wording: { clauses: [clause('o1', 'operative', '[por completar]')] } },
      'placeholder',
    ],
    ['there is no current wording', { wording: null }, 'noCurrentWording'],
    ['decisions contradict each other', { disputed: true }, 'disputed'],
    ['it is suppressed', { suppressed: true }, 'suppressed'],
  ])('[R21.d] stops the paragraph itself when %s, last call or not', (_when, change, expected) => {
    expect(read(missingForAgreement(paragraph(change), PARTIES))).toBe(expected)
    expect(read(missingForAgreement(paragraph(change), PARTIES, { attendance: PARTIES }))).toBe(expected)
  })
})

describe('the status of a paragraph', () => {
  it.each<[string, Partial<ParagraphFacts>, string]>([
    ['open while everybody merely agrees: only the Chair marks agreed', {}, 'open'],
    ['blocked by an objection', { positions: { UY: current('object') } }, 'blocked'],
    ['blocked by a live scrutiny reservation', { positions: { PE: current('scrutiny') } }, 'blocked'],
    ['open when the objection lapsed', { positions: { PE: lapsed('object') } }, 'open'],
    ['agreed', { agreement: { reservations: [] } }, 'agreed'],
    ['agreed with a reservation on record', { agreement: { reservations: ['PE'] } }, 'agreedWithReservation'],
    ['suppressed', { suppressed: true }, 'suppressed'],
    ['disputed, whatever was agreed', { disputed: true, agreement: { reservations: [] } }, 'disputed'],
    ['disputed without a current wording', { wording: null }, 'disputed'],
  ])('[R21.e] is %s', (_what, change, expected) => {
    expect(paragraphStatus(paragraph(change))).toBe(expected)
  })
})

describe('counting positions', () => {
  it('[R15.k] counts each party once, what lapsed as lapsed only', () => {
    const positions = { AR: current('agree'), CL: lapsed('agree'), UY: current('object') }
    expect(countPositions(positions, PARTIES)).toEqual({
      agree: 1,
      adReferendum: 0,
      reserve: 0,
      noInstructions: 0,
      scrutiny: 0,
      object: 0,
      lapsed: 1,
      none: 1,
    })
  })

  it('[R21.f] names whose reservation an agreement puts on record', () => {
    expect(reservations({ PE: current('reserve'), AR: current('reserve'), CL: lapsed('reserve') })).toEqual([
      'AR',
      'PE',
    ])
  })
})
