import { describe, expect, it } from 'vitest'
import type { Actor, Context, DocumentContext } from '#shared/domain/actor.ts'
import {
  ACTIONS,
  can,
  holdsPower,
  isInStage,
  isRecordedOnly,
  onBehalf,
  type Action,
} from '#shared/domain/rights.ts'
import type { Capacity, Member } from '#shared/domain/role.ts'
import { STAGES, type Stage } from '#shared/domain/stage.ts'

const DOC = 'declaration'
const guest = (documents: readonly string[], until: string): Member => ({
  role: 'guest',
  organisation: 'Red',
  documents,
  until,
})
const delegate = (capacity: Capacity): Member => ({ role: 'delegate', country: 'PE', capacity })
const is = (member: Actor['member'], ...facilitates: Actor['facilitates']): Actor => ({ member, facilitates })

const CHILEAN_ADVISER: Member = { role: 'delegate', country: 'CL', capacity: 'adviser' }

interface Seat {
  readonly letter: string
  readonly who: string
  readonly actor: Actor
  readonly advisersTable?: boolean
}

/** One letter a role, in the order of the columns below. Peru is in the drafting group and in the room. */
const SEATS: readonly Seat[] = [
  { letter: 'R', who: 'root key', actor: is({ role: 'root' }) },
  { letter: 'C', who: 'Chair', actor: is({ role: 'presidency', country: 'CL' }) },
  { letter: 'T', who: 'Technical Secretariat', actor: is({ role: 'secretariat' }) },
  {
    letter: 'D',
    who: 'facilitator of the document',
    actor: is(CHILEAN_ADVISER, { doc: DOC, section: null }),
  },
  {
    letter: 'S',
    who: 'facilitator of this section',
    actor: is(CHILEAN_ADVISER, { doc: DOC, section: 'h1' }),
  },
  {
    letter: 'E',
    who: 'facilitator of another section',
    actor: is(CHILEAN_ADVISER, { doc: DOC, section: 'h2' }),
  },
  {
    letter: 'N',
    who: 'facilitator of another document',
    actor: is(CHILEAN_ADVISER, { doc: 'other', section: null }),
  },
  { letter: 'h', who: 'head of delegation', actor: is(delegate('head')) },
  { letter: 'f', who: 'focal point', actor: is(delegate('focalPoint')) },
  { letter: 'a', who: 'alternate', actor: is(delegate('alternate')) },
  { letter: 'v', who: 'adviser', actor: is(delegate('adviser')) },
  { letter: 'w', who: 'adviser who may table', actor: is(delegate('adviser')), advisersTable: true },
  { letter: 'o', who: 'observer', actor: is({ role: 'observer', organisation: 'OIM' }) },
  { letter: 'g', who: 'guest of this document', actor: is(guest([DOC], '2022-10-24')) },
  { letter: 'x', who: 'guest of another document', actor: is(guest(['other'], '2022-10-24')) },
  { letter: 'y', who: 'guest whose stay ended', actor: is(guest([DOC], '2022-10-23')) },
]

/** P J N S A R: the six stages; z: negotiation while suspended. */
const MOMENTS = [...STAGES, 'suspended'] as const
const MOMENT_LETTERS = 'PJNSARz'

/**
 * Written by hand from the rights table of the Conference's rules. An action holds for the roles of the first
 * string in the moments of the second; a second line adds to the first. Facilitators are here advisers of
 * Chile, who keep an adviser's rights; Chile is neither in the drafting group nor in the room.
 */
// prettier-ignore
const EXPECTED: readonly (readonly [Action, string, string])[] = [
  //                    RCTDSENhfavwogxy    PJNSARz
  ['foundConference',  'R...............', 'PJNSARz'],
  ['accredit',         'R...............', 'PJNSARz'],
  ['closeKey',         'R...............', 'PJNSARz'],
  ['nameOffice',       'R...............', 'PJNSARz'],

  ['nameFacilitator',  '.C..............', 'PJNSARz'],
  ['nameDraftingGroup','.C..............', 'PJNSARz'],
  ['setParties',       '.C..............', 'PJNSARz'],
  ['openToObservers',  '.C..............', 'PJNSARz'],
  ['publish',          '.C..............', 'PJNSARz'],
  ['handOver',         '.C..............', 'PJNSARz'],

  ['registerDocument', '.CT.............', 'PJNSARz'],
  ['moveStage',        '.CT.............', 'PJNSARz'],
  ['closeRound',       '.CT.............', 'PJNSARz'],

  ['incorporate',      '.CTDS...........', '..N....'],
  ['decline',          '.CTDS...........', '..N....'],
  ['suppress',         '.CTDS...........', '..N....'],
  ['move',             '.CTDS...........', '..N....'],
  ['split',            '.CTDS...........', '..N....'],
  ['merge',            '.CTDS...........', '..N....'],
  ['renumber',         '.CTDS...........', '..N....'],
  ['placeInBrackets',  '.CTDS...........', '..N....'],
  ['tableBridging',    '.CTDS...........', '..N....'],

  ['agree',            '.C.DS...........', '..N....'],
  ['reopen',           '.C.DS...........', '..N....'],
  ['package',          '.C.DS...........', '..N....'],
  ['runLastCall',      '.C.DS...........', '..N....'],
  ['liftBrackets',     '.C.DS...........', '..N....'],
  ['openHuddle',       '.C.DS...........', '..N....'],

  ['certifyEditorial', '.CT.............', '..N....'],
  ['contestEditorial', '.......hfa......', '..N....'],

  ['table',            '.......hfa.w....', '..N....'],
  ['amendProposal',    '.......hfa.w....', '..N....'],
  ['withdrawProposal', '.CTDS..hfa.w....', '..N....'],
  ['confirmCoProponent','.......hfa.w....','..N....'],
  ['allowAdvisers',    '.......hfa......', 'PJNSARz'],
  ['openBracket',      '.......hfa.w....', '..N....'],
  ['liftOwnBracket',   '.......hfa.w....', '..N....'],

  ['takePosition',     '.......hfa......', '..NS...'],
  ['supportProposal',  '.......hfa......', '..NS...'],
  ['objectToProposal', '.......hfa......', '..NS...'],
  ['reserveOnProposal','.......hfa......', '..NS...'],
  ['reserve',          '.......hfa......', '..NSA..'],
  ['explain',          '.......hfa......', '..NSA..'],
  ['dissociate',       '.......hfa......', '..NSA..'],
  ['preparePosition',  '..TDSENhfavw....', '..NS...'],

  ['openSilence',      '.C..............', '..N....'],
  ['extendSilence',    '.C..............', '...S...'],
  ['confirmSilence',   '.C..............', '...S...'],
  ['breakSilence',     '.......hfa......', '...S...'],
  ['recordBreak',      '..T.............', '...S...'],
  ['recordObjection',  '..T.............', '..NS...'],

  ['openConsultation', '.C..............', 'PJNSA.z'],
  ['answerConsultation','.......hfa......','PJNSA.z'],

  ['adopt',            '.C..............', '..NS...'],
  ['adhere',           '.......hfa......', '....AR.'],
  ['issueCorrigendum', '.C..............', '....AR.'],

  ['comment',          '.CTDSENhfavw....', 'PJNSA.z'],
  ['contribute',       '............og..', 'PJNSA.z'],

  ['keepEntries',      '.CT.............', 'PJNSARz'],
  ['certifyLanguage',  '.CT.............', 'PJNSARz'],
  ['reportPractice',   '..T.....f.......', 'PJNSARz'],
  ['reportProgress',   '..T.....f.......', 'PJNSARz'],

  ['writeText',        '.CTDSE..........', 'PJ.....'],
  ['writeText',        '.......hfavw....', '.J.....'],
  ['readText',         '.CTDSE..........', 'PJNSARz'],
  ['readText',         '.......hfavw....', '.JNSARz'],
  ['writeVersion',     '..T.............', 'PJNSA.z'],
  ['writeScreen',      '.CTDSE..........', '..N....'],
  ['readScreen',       '.CTDSENhfavw....', 'PJNSARz'],
  ['writeWorkshop',    '.......hfavw....', 'PJNSA.z'],
  ['readWorkshop',     '.......hfavw....', 'PJNSARz'],
  ['writeHuddle',      '.......hfavw....', '..N....'],
  ['readHuddle',       '.......hfavw....', 'PJNSARz'],
  ['readNegotiation',  '.CTDSENhfavw....', 'PJNSARz'],
  ['readBureau',       '.CT.............', 'PJNSARz'],
  ['readPublished',    '.CTDSENhfavwog..', 'PJNSARz'],
]

const document = (stage: Stage, change: Partial<DocumentContext> = {}): DocumentContext => ({
  id: DOC,
  stage,
  suspended: false,
  draftingGroup: ['PE'],
  openToObservers: false,
  advisersTable: false,
  ...change,
})
const context = (change: Partial<Context> = {}): Context => ({
  document: document('negotiation'),
  section: 'h1',
  delegations: ['PE'],
  today: '2022-10-24',
  ...change,
})

describe('the rights table', () => {
  it('[R37.a] holds for every role, action and stage', () => {
    const wrong: string[] = []
    for (const action of ACTIONS) {
      for (const [column, seat] of SEATS.entries()) {
        for (const [at, moment] of MOMENTS.entries()) {
          const expected = EXPECTED.some(
            ([name, roles, moments]) =>
              name === action &&
              roles.charAt(column) === seat.letter &&
              moments.charAt(at) === MOMENT_LETTERS.charAt(at),
          )
          const stage = moment === 'suspended' ? 'negotiation' : moment
          const change = { suspended: moment === 'suspended', advisersTable: seat.advisersTable ?? false }
          const actual = can(seat.actor, action, context({ document: document(stage, change) }))
          if (actual !== expected)
            wrong.push(`${action}: ${seat.who} in ${moment} ${actual ? 'may' : 'may not'}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('[R37.a] names every action, with columns of the same width', () => {
    expect(ACTIONS.filter((action) => !EXPECTED.some(([name]) => name === action))).toEqual([])
    const letters = SEATS.map((seat) => seat.letter)
    for (const [action, roles, moments] of EXPECTED) {
      expect([action, roles.length, moments.length]).toEqual([action, letters.length, MOMENT_LETTERS.length])
      for (const [at, letter] of letters.entries()) expect(['.', letter]).toContain(roles.charAt(at))
    }
  })
})

const seat = (letter: string): Actor =>
  SEATS.find((one) => one.letter === letter)?.actor ?? is({ role: 'root' })

describe('a power', () => {
  it('[R37.b] is held whatever the stage, so that an act is never refused for coming late', () => {
    for (const stage of STAGES) {
      const there = context({ document: document(stage, { suspended: true }) })
      expect(holdsPower(seat('f'), 'takePosition', there)).toBe(true)
      expect(holdsPower(seat('v'), 'takePosition', there)).toBe(false)
      expect(holdsPower(seat('C'), 'agree', there)).toBe(true)
    }
  })

  it('[R37.c] of a stage is not offered where no document is concerned', () => {
    const nowhere = context({ document: null })
    expect(isInStage('agree', nowhere)).toBe(false)
    expect(isInStage('accredit', nowhere)).toBe(true)
    expect(can(seat('C'), 'openConsultation', nowhere)).toBe(true)
  })

  it('[R20.a] to speak for the Chair’s country is that of its delegation, never of the Chair’s own key', () => {
    for (const action of ['takePosition', 'table', 'breakSilence', 'explain'] as const) {
      expect(holdsPower(seat('C'), action, context())).toBe(false)
    }
  })

  it('[R38.c] to write, propose, speak, decide or break silence is never an observer’s or a guest’s', () => {
    for (const letter of ['o', 'g', 'x', 'y']) {
      const powers = ACTIONS.filter((action) => holdsPower(seat(letter), action, context()))
      expect(['readPublished', 'contribute']).toEqual(expect.arrayContaining(powers))
    }
  })

  it('[R43.a] of a facilitator ends with their section, and there is none outside all sections', () => {
    const outside = context({ section: null })
    expect(can(seat('S'), 'agree', outside)).toBe(false)
    expect(can(seat('D'), 'agree', outside)).toBe(true)
    for (const action of ['moveStage', 'closeRound', 'openSilence', 'adopt', 'handOver'] as const) {
      expect(STAGES.some((stage) => can(seat('D'), action, context({ document: document(stage) })))).toBe(
        false,
      )
    }
  })

  it('[R1.b] to type in joint drafting is that of the drafting group, not of every delegation', () => {
    const drafting = context({ document: document('jointDrafting', { draftingGroup: ['AR'] }) })
    expect(can(seat('h'), 'writeText', drafting)).toBe(false)
    expect(can(seat('h'), 'readText', drafting)).toBe(false)
    expect(can(seat('C'), 'writeText', drafting)).toBe(true)
  })

  it('[R2.a] to type into the text is nobody’s in negotiation or later', () => {
    for (const stage of ['negotiation', 'silence', 'adopted', 'archived'] as const) {
      for (const { actor } of SEATS)
        expect(can(actor, 'writeText', context({ document: document(stage) }))).toBe(false)
    }
  })

  it('[R37.d] to enter a workshop or a contact group is that of the delegations named', () => {
    const others = context({ delegations: ['AR', 'BO'] })
    for (const action of ['writeWorkshop', 'readWorkshop', 'writeHuddle', 'readHuddle'] as const) {
      for (const { actor } of SEATS) expect(can(actor, action, others)).toBe(false)
    }
  })

  it('[R38.a] to follow the negotiation is given to observers and guests only when the Chair opens it', () => {
    const open = context({ document: document('negotiation', { openToObservers: true }) })
    const readers = SEATS.filter(({ actor }) => can(actor, 'readNegotiation', open)).map(
      ({ letter }) => letter,
    )
    expect(readers.join('')).toBe('CTDSENhfavwog')
  })

  it('[R38.b] comes to no observer or guest by being named facilitator', () => {
    for (const letter of ['o', 'g']) {
      const named = is(seat(letter).member, { doc: DOC, section: null })
      for (const action of ACTIONS) {
        for (const stage of STAGES) {
          const there = context({ document: document(stage) })
          expect(can(named, action, there)).toBe(can(seat(letter), action, there))
        }
      }
    }
  })

  it('[R39.a] of a guest lasts to the end of the day named', () => {
    const on = (today: string) => can(seat('g'), 'readPublished', context({ today }))
    expect([on('2022-10-24'), on('2022-10-24T23:59:59Z'), on('2022-10-25')]).toEqual([true, true, false])
  })
})

describe('acting for others', () => {
  it('[R41.a] the Secretariat acts on the Chair’s behalf in text, stage and rounds, and is shown so', () => {
    const chairs = ACTIONS.filter((action) => onBehalf(seat('T'), action) === 'chair')
    expect(chairs).toEqual([
      'registerDocument',
      'moveStage',
      'closeRound',
      'incorporate',
      'decline',
      'suppress',
      'move',
      'split',
      'merge',
      'renumber',
      'placeInBrackets',
      'tableBridging',
      'withdrawProposal',
    ])
  })

  it('[R31.a] the Secretariat records for a country objections and breaks, and prepares what consents', () => {
    const countries = ACTIONS.filter((action) => onBehalf(seat('T'), action) === 'country')
    expect(countries).toEqual([
      'preparePosition',
      'recordBreak',
      'recordObjection',
      'reportPractice',
      'reportProgress',
    ])
    expect(can(seat('T'), 'takePosition', context())).toBe(false)
  })

  it('[R41.b] nobody else acts on behalf of another', () => {
    for (const { letter, actor } of SEATS) {
      if (letter === 'T') continue
      for (const action of ACTIONS) expect(onBehalf(actor, action)).toBeNull()
    }
  })

  it('[R28.a] what a country says during silence is recorded and changes nothing, its break excepted', () => {
    expect(ACTIONS.filter((action) => isRecordedOnly(action, 'silence'))).toEqual([
      'takePosition',
      'supportProposal',
      'objectToProposal',
      'reserveOnProposal',
      'preparePosition',
    ])
    expect(ACTIONS.filter((action) => isRecordedOnly(action, 'negotiation'))).toEqual([])
  })
})
