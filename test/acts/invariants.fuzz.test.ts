/** Each invariant is judged by brute force over the acts and the log, not by the code under test. */
import { describe, expect, test } from 'vitest'
import type { VerifiedAct } from '#shared/acts/act.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { DocumentState } from '#shared/acts/state.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { OPERATIONS, PROPOSAL_STATUSES } from '#shared/domain/proposal.ts'
import { hashOf, type World } from '#test/kit/acts.ts'
import { randomHistory } from '#test/kit/acts-history.ts'
import { person } from '#test/kit/acts-people.ts'
import { play } from '#test/kit/negotiation-play.ts'

const SEEDS = Array.from({ length: 100 }, (_, index) => 10_000 + index)
const TEXT_KEYS = ['PPT', 'ST', 'facilitator'].map((name) => person(name).key.id)

interface Told {
  readonly seed: number
  readonly world: World
  readonly state: DocumentState
}

const told: Told[] = SEEDS.map((seed) => {
  const { all } = randomHistory(seed, 45)
  return { seed, world: all, state: all.state() }
})

/** The same, with paragraphs moved, split and joined. */
const arranged: Told[] = SEEDS.slice(0, 40).map((seed) => {
  const { all } = randomHistory(seed, 45, true)
  return { seed, world: all, state: all.state() }
})

/** Where most is said of few paragraphs. */
const crowded: Told[] = SEEDS.map((seed) => {
  const { all } = play(seed, 30)
  return { seed, world: all, state: all.state() }
})

function payloadOf<K extends keyof Payloads>(act: VerifiedAct, kind: K): Payloads[K] | null {
  return act.known && act.payload.kind === kind ? (act.payload as Payloads[K]) : null // as: the kind was compared
}

/** Acts of a kind that had effect on the paragraph. */
function effective<K extends keyof Payloads>({ world, state }: Told, kind: K, paragraph: string) {
  const entries = state.log.filter((entry) => entry.kind === kind && entry.paragraph === paragraph)
  return entries.flatMap((entry) => {
    const act = world.set.get(entry.act)
    const payload = act ? payloadOf(act, kind) : null
    return payload && entry.noEffect === null ? [{ id: entry.act, payload }] : []
  })
}

/** Every text act that had effect on the paragraph, with the hash it set. */
function textActs(history: Told, paragraph: string) {
  return effective(history, 'incorporate', paragraph).flatMap(({ id, payload }) =>
    payload.paragraphs
      .filter((change) => change.paragraph === paragraph)
      .map(({ clauses }) => ({ id, hash: hashOf(...clauses) })),
  )
}

/** Agreements after which the text changed although nobody had opened the paragraph again. */
function changedWithoutReopening(history: Told, reopenings = effective): string[] {
  const { world, state } = history
  return state.paragraphs.flatMap(({ id }) =>
    effective(history, 'agree', id).flatMap((agreement) =>
      textActs(history, id)
        .filter((text) => world.set.isBefore(agreement.id, text.id) && text.hash !== agreement.payload.hash)
        .filter(
          (text) =>
            !reopenings(history, 'reopen', id).some(
              (one) => world.set.isBefore(agreement.id, one.id) && world.set.isBefore(one.id, text.id),
            ),
        )
        .map((text) => `${id}: ${text.id}`),
    ),
  )
}

/** What a country last said before an act, by brute force. */
function lastBefore(history: Told, country: string, paragraph: string, act: string) {
  const { world } = history
  const said = effective(history, 'position', paragraph).filter(({ id, payload }) => {
    return payload.by === person(country).key.id && world.set.isBefore(id, act)
  })
  const last = said.filter(({ id }) => !said.some((other) => world.set.isBefore(id, other.id)))
  const values = last.map(({ payload }) => POSITION_VALUES.indexOf(payload.value))
  return last.filter(({ payload }) => POSITION_VALUES.indexOf(payload.value) === Math.max(...values))
}

describe('whatever happens in a random negotiation', () => {
  test('[R22.d] the text of an agreed paragraph never changes without a re-opening before it', () => {
    for (const history of told) {
      expect(changedWithoutReopening(history), `seed ${String(history.seed)}`).toEqual([])
    }
  })

  test('[R22.d] negative control: when re-openings are not looked at, changes to agreed paragraphs are found', () => {
    const found = told.flatMap((history) => changedWithoutReopening(history, () => []))
    expect(found.length).toBeGreaterThan(0)
  })

  test('[R15.f] a lapsed position, or an objection, never supports an agreement', () => {
    let checked = 0
    for (const history of told) {
      for (const { id } of history.state.paragraphs) {
        for (const agreement of effective(history, 'agree', id)) {
          for (const country of COUNTRY_CODES) {
            const last = lastBefore(history, country, id, agreement.id)
            if (last.length === 0) continue
            checked++
            const message = `seed ${String(history.seed)}, ${country} on ${id}`
            const unseen = last.map((position) =>
              textActs(history, id).filter(
                (text) =>
                  history.world.set.isBefore(text.id, agreement.id) &&
                  !history.world.set.isBefore(text.id, position.id),
              ),
            )
            const isOnIt = last.some(
              ({ payload }, index) => payload.hash === agreement.payload.hash && unseen[index]?.length === 0,
            )
            const hasLapsed = last.every(
              ({ payload }, index) =>
                payload.hash !== agreement.payload.hash ||
                unseen[index]?.some((text) => text.hash !== agreement.payload.hash),
            )
            const value = last[0]?.payload.value
            if (isOnIt) expect(value === 'object' || value === 'scrutiny', message).toBe(false)
            // Argentina is a required party in every one of these histories.
            if (country === 'AR') expect(hasLapsed, message).toBe(false)
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(60)
  })

  test('[R15.f] a position shown as current is on the current wording, and not older than it', () => {
    for (const { seed, world, state } of told) {
      for (const { id, wording, positions } of state.paragraphs) {
        for (const position of Object.values(positions)) {
          if (position.kind !== 'current') continue
          const act = world.set.get(position.act)
          const payload = act ? payloadOf(act, 'position') : null
          const setters = textActs({ seed, world, state }, id).filter(({ id: text }) => text === wording?.act)
          const message = `seed ${String(seed)}, ${id}`
          expect(payload?.hash, message).toBe(wording?.hash)
          for (const setter of setters) {
            const before = world.set.isBefore(setter.id, position.act)
            const isRepeated = textActs({ seed, world, state }, id).some(
              (text) => text.hash === wording?.hash && text.id !== setter.id,
            )
            expect(before || isRepeated, message).toBe(true)
          }
        }
      }
    }
  })

  test('[R21.y] no bracket that the Chair knew of and nobody had lifted is on a paragraph marked agreed', () => {
    let checked = 0
    for (const history of [...told, ...arranged, ...crowded]) {
      const { world, state, seed } = history
      for (const agreement of state.paragraphs.flatMap(({ id }) => effective(history, 'agree', id))) {
        for (const bracket of effective(history, 'bracket', agreement.payload.paragraph)) {
          if (!world.set.isBefore(bracket.id, agreement.id)) continue
          checked++
          const lifts = effective(history, 'lift', agreement.payload.paragraph).filter(
            ({ id, payload }) => payload.bracket === bracket.id && world.set.isBefore(id, agreement.id),
          )
          const isForAll = lifts.some(({ payload }) => payload.meeting !== null)
          const lifters = lifts.map(({ payload }) => payload.by)
          const isForEach = bracket.payload.countries.every((country) =>
            lifters.includes(person(country).key.id),
          )
          expect(isForAll || isForEach, `seed ${String(seed)}`).toBe(true)
        }
      }
    }
    expect(checked).toBeGreaterThan(3)
  })

  test('[R2.c] a proposal is kept with its words whatever becomes of it, and none is lost', () => {
    for (const { world, state, seed } of told) {
      const tabled = state.log.filter(({ kind, noEffect }) => kind === 'propose' && noEffect === null)
      expect(
        state.proposals.map(({ act }) => act),
        `seed ${String(seed)}`,
      ).toEqual(tabled.map(({ act }) => act))
      for (const { act, operation } of state.proposals) {
        const signed = world.set.get(act)
        const payload = signed ? payloadOf(signed, 'propose') : null
        expect(operation).toEqual(payload?.operation)
      }
    }
  })

  test('[R4.f] a proposal is incorporated by an act that names it and had effect, and by nothing else', () => {
    for (const { world, state, seed } of told) {
      for (const { act, status } of state.proposals) {
        const users = state.log.filter(({ act: user, kind, noEffect }) => {
          const signed = world.set.get(user)
          const payload = signed?.known ? signed.payload : null
          const named = payload && 'proposals' in payload ? (payload.proposals ?? []) : []
          return (
            kind !== 'propose' && noEffect === null && named.includes(act) && world.set.isBefore(act, user)
          )
        })
        expect(status === 'incorporated', `seed ${String(seed)}`).toBe(users.length > 0)
      }
    }
  })

  test('[R35.d] no wording is lost: all that had effect, and all that a round passed over, are in the history', () => {
    let ofParts = 0
    for (const { seed, world, state } of [...told, ...arranged]) {
      const wholes = new Map(
        state.rounds.flatMap(({ act }) => {
          const round = world.set.get(act)
          const rejoins = (round && payloadOf(round, 'round')?.rejoins) ?? []
          return rejoins.flatMap((parts) => parts.map((part) => [part, parts[0]] as const))
        }),
      )
      for (const entry of state.log) {
        const act = world.set.get(entry.act)
        const payload = act ? payloadOf(act, 'incorporate') : null
        const change = payload?.paragraphs.find(({ paragraph }) => paragraph === entry.paragraph)
        const isKept = entry.noEffect === null || entry.noEffect === 'notInRound'
        if (!change || !isKept) continue
        const shown = state.paragraphs.find(({ id }) => id === change.paragraph)
        const whole = state.paragraphs.find(({ id }) => id === wholes.get(change.paragraph))
        if (!shown && whole) ofParts++
        const hashes = (shown ?? whole)?.history.map(({ hash }) => hash)
        // A paragraph that no act with effect brought is not in the text; its words are in the log alone.
        if (!hashes && entry.noEffect !== null) continue
        expect(hashes, `seed ${String(seed)}`).toContain(hashOf(...change.clauses))
      }
    }
    expect(ofParts).toBeGreaterThan(0)
  })

  test('[R2.b] only acts of the Chair, a facilitator or the Secretariat set wordings', () => {
    for (const { seed, world, state } of told) {
      for (const { history } of state.paragraphs) {
        for (const { act } of history) {
          expect(TEXT_KEYS, `seed ${String(seed)}`).toContain(world.set.get(act)?.payload.by)
        }
      }
    }
  })

  test('the histories are rich: every status and most reasons occur', () => {
    const statuses = new Set(told.flatMap(({ state }) => state.paragraphs.map(({ status }) => status)))
    const reasons = new Set(told.flatMap(({ state }) => state.log.map(({ noEffect }) => noEffect)))
    for (const status of ['agreed', 'blocked', 'open', 'disputed', 'suppressed'] as const) {
      expect(statuses).toContain(status)
    }
    const proposals = told.flatMap(({ state }) => state.proposals)
    for (const status of PROPOSAL_STATUSES) expect(proposals.map((one) => one.status)).toContain(status)
    for (const kind of OPERATIONS) expect(proposals.map((one) => one.operation.kind)).toContain(kind)
    for (const reason of [
      'proposalClosed',
      'ownProposal',
      'notAuthorised',
      'agreedNotReopened',
      'notInRound',
      'supersededBase',
      'gateNotMet',
      'wrongStage',
      'forked',
      'closedKey',
    ] as const) {
      expect(reasons).toContain(reason)
    }
  })
})
