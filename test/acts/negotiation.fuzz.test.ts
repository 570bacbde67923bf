import { describe, expect, test } from 'vitest'
import { deriveDocument } from '#shared/acts/derive-document.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { ActSet, type Node } from '#shared/acts/set.ts'
import type { CountryPosition, DocumentState, ParagraphState } from '#shared/acts/state.ts'
import { OPERATIONS, PROPOSAL_STATUSES } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { DOC, documentOptions, type World } from '#test/kit/acts.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { play, type Played } from '#test/kit/negotiation-play.ts'
import { differencesOf, problemsOf } from '#test/kit/negotiation-trial.ts'
import { CHECKS } from '#test/kit/negotiation-truth.ts'

const RUNS = 300
const STEPS = 24
const FIRST = 70_000

const played = Array.from({ length: RUNS }, (_, index) => play(FIRST + index, STEPS))
const seeds = `seeds ${String(FIRST)}-${String(FIRST + RUNS - 1)}`

describe(`twelve delegations, the Chair and a facilitator (${seeds})`, () => {
  test('[A5.a, A5.b] all who hold the same acts derive the same, act by act or at once', () => {
    expect(played.flatMap(differencesOf)).toEqual([])
  })

  test.each([
    ['[R2.c] no version, bracket or comment is lost, on any device', 'keepsWords'],
    ['[R2.b] the text is changed by acts on it with effect, exactly to their words', 'keepsText'],
    ['[R35.s] of two incorporations apart none is passed over in silence', 'keepsBoth'],
    ['[R15.f] a position is not current across a change of words', 'lapses'],
    ['[R4.d] a proposal on words that changed does not wait as if they had not', 'sees'],
    ['[R22.d] what is agreed has no other words without a re-opening', 'staysAgreed'],
  ] as const)('%s', (_, check) => {
    expect(played.flatMap((one) => problemsOf(one, check))).toEqual([])
  })

  test('the negotiations are rich: all operations, outcomes, joined parts, several proposals in one', () => {
    const states = played.map(({ all }) => all.state())
    const proposals = states.flatMap((state) => state.proposals)
    const text = states.flatMap(({ paragraphs }) => paragraphs)
    for (const kind of OPERATIONS) expect(proposals.map(({ operation }) => operation.kind)).toContain(kind)
    for (const status of PROPOSAL_STATUSES) expect(proposals.map((one) => one.status)).toContain(status)
    expect(proposals.filter(({ answers }) => answers !== null).length).toBeGreaterThan(30)
    expect(proposals.filter(({ version }) => version > 1).length).toBeGreaterThan(12)
    expect(proposals.filter(({ proponents }) => proponents.length === 0).length).toBeGreaterThan(12)
    expect(proposals.filter(({ baseChanged }) => baseChanged).length).toBeGreaterThan(30)
    expect(text.filter(({ alternatives }) => alternatives.length > 1).length).toBeGreaterThan(15)
    expect(text.filter(({ agreement }) => agreement).length).toBeGreaterThan(30)
    expect(states.flatMap(({ rounds }) => rounds).filter(({ mismatch }) => !mismatch).length).toBeGreaterThan(
      RUNS,
    )
    const closings = new Set(states.flatMap(({ rounds }) => rounds.slice(1).map(({ act }) => act)))
    const joined = text.filter(({ history, part }) => !part && history.some(({ act }) => closings.has(act)))
    expect(joined.length).toBeGreaterThan(5)
    const several = played.filter(({ all }) =>
      all.set.placed.some(
        ({ act }) => act.known && act.payload.kind === 'incorporate' && act.payload.proposals.length > 1,
      ),
    )
    expect(several.length).toBeGreaterThan(8)
  })
})

/** Whether a check finds fault with a derivation that is wrong, on some of these negotiations. */
function isFound(check: keyof typeof CHECKS, wrong: (played: Played) => DocumentState | null): number {
  return played.slice(0, 120).filter((one) => {
    const state = wrong(one)
    return state !== null && CHECKS[check]({ world: one.all, state }).length > 0
  }).length
}

describe('negative controls: these derivations are found out', () => {
  test.each(['propose', 'bracket', 'comment', 'incorporate', 'position', 'agree', 'back'] as const)(
    'one that forgets acts of kind %s',
    (kind) => {
      expect(isFound('keepsWords', ({ all }) => derivedWithout(all, kind))).toBeGreaterThan(5)
    },
  )

  test('one in which a proposal changes the text by itself', () => {
    expect(isFound('keepsText', ({ all }) => changedByProposals(all.state()))).toBeGreaterThan(20)
  })

  test('one that keeps positions across a change of words', () => {
    expect(isFound('lapses', ({ all }) => withoutLapses(all.state()))).toBeGreaterThan(20)
  })

  test('one that keeps positions where the same words come back', () => {
    const back = ({ all }: Played) => withoutLapses(all.state(), true)
    expect(isFound('lapses', back)).toBeGreaterThan(0)
  })

  test('one that drops the second of two incorporations apart', () => {
    expect(isFound('keepsBoth', ({ all }) => withoutSecond(all.state()))).toBeGreaterThan(5)
  })

  test('one that does not notice that the words under a proposal changed', () => {
    expect(isFound('sees', ({ all }) => unseeing(all.state()))).toBeGreaterThan(20)
  })

  test('one that lets agreed words be changed', () => {
    expect(isFound('staysAgreed', ({ all }) => derivedWithout(all, 'reopen'))).toBe(0)
    expect(isFound('staysAgreed', ({ all }) => withoutGate(all.state()))).toBeGreaterThan(5)
  })
})

function derivedWithout(world: World, kind: KindName): DocumentState | null {
  const set = new Forgetful(world.set.conf, kind)
  for (const { act } of world.set.placed) set.add(act, world.set.receiptOf(act.id))
  return deriveDocument(set, DOC, documentOptions(world.blobs))
}

class Forgetful extends ActSet {
  readonly #kind: string

  constructor(conf: string, kind: string) {
    super(conf, nodeCrypto)
    this.#kind = kind
  }

  override inOrder(scopes: readonly string[]): readonly Node[] {
    return super.inOrder(scopes).filter(({ act }) => act.payload.kind !== this.#kind)
  }
}

type Change = (paragraph: ParagraphState) => ParagraphState

const withText = (state: DocumentState, change: Change): DocumentState => ({
  ...state,
  paragraphs: state.paragraphs.map(change),
})

function changedByProposals(state: DocumentState): DocumentState {
  return withText(state, (paragraph) => {
    const { operation } =
      state.proposals.find((one) => one.operation.kind === 'amend' && one.paragraph === paragraph.id) ?? {}
    if (operation?.kind !== 'amend' || !paragraph.wording) return paragraph
    return { ...paragraph, wording: { ...paragraph.wording, clauses: operation.clauses } }
  })
}

/** `onlySame`: those alone that were taken on the words that stand now. */
function withoutLapses(state: DocumentState, onlySame = false): DocumentState {
  return withText(state, (paragraph) => {
    const words = wordingText(paragraph.wording?.clauses ?? [])
    const kept = Object.entries(paragraph.positions).map(([country, position]): [string, CountryPosition] => {
      const isKept = position.kind === 'lapsed' && (!onlySame || position.wording === words)
      return [country, isKept ? { ...position, kind: 'current' } : position]
    })
    const positions = Object.fromEntries(kept) as ParagraphState['positions'] // as: one entry for every country
    return { ...paragraph, positions }
  })
}

function withoutSecond(state: DocumentState): DocumentState {
  return withText(state, (paragraph) => {
    const { alternatives, wording } = paragraph
    return { ...paragraph, wording: wording ?? alternatives[0] ?? null, alternatives: [] }
  })
}

function unseeing(state: DocumentState): DocumentState {
  return { ...state, proposals: state.proposals.map((one) => ({ ...one, baseChanged: false })) }
}

/** Every act on the text that met an agreed paragraph is taken to have had effect. */
function withoutGate(state: DocumentState): DocumentState {
  const log = state.log.map((one) =>
    one.noEffect === 'agreedNotReopened' ? { ...one, noEffect: null } : one,
  )
  return { ...state, log }
}
