/**
 * What must hold of a negotiation, told by brute force from the acts and from what the log says had effect,
 * never by the code that derives it. Each check answers what is wrong.
 */
import type { VerifiedAct } from '#shared/acts/act.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { DocumentState, Wording } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { hashOf, SAMPLE, SCOPE, type World } from './acts.ts'

export interface Told {
  readonly world: World
  /** By whichever derivation is judged. */
  readonly state: DocumentState
}

/** An act with effect that set the words of a paragraph. */
interface Event {
  readonly id: string
  readonly hash: string
  readonly clauses: readonly Clause[]
  readonly base: readonly string[]
  readonly kind: 'round' | 'incorporate' | 'suppress' | 'split' | 'move'
}

export const CHECKS = {
  keepsWords,
  keepsText,
  keepsBoth,
  lapses,
  sees,
  staysAgreed,
}

function of<K extends keyof Payloads>(act: VerifiedAct | undefined, kind: K): Payloads[K] | null {
  return act?.known && act.payload.kind === kind ? (act.payload as Payloads[K]) : null // as: compared
}

function hadEffect({ state }: Told, kind: string): Set<string> {
  return new Set(state.log.flatMap((one) => (one.kind === kind && one.noEffect === null ? [one.act] : [])))
}

/** Every act held is in the log, and every version, bracket and comment with effect stands with its words. */
function keepsWords(told: Told): string[] {
  const { world, state } = told
  const problems: string[] = []
  const logged = new Set(state.log.map(({ act }) => act))
  const proposals = new Map(state.proposals.map((one) => [one.act, one]))
  const brackets = new Map(state.brackets.map((one) => [one.act, one]))
  const comments = new Map(state.threads.flatMap((one) => one.comments.map((said) => [said.act, said])))
  for (const { act } of world.set.placed) {
    if (!act.payload.scope.startsWith(SCOPE)) continue
    if (!logged.has(act.id)) problems.push(`an act of kind ${act.payload.kind} is not in the log`)
    const isLogged = state.log.some(({ act: id, noEffect }) => id === act.id && noEffect === null)
    if (!isLogged) continue
    const [proposal, bracket, comment] = [of(act, 'propose'), of(act, 'bracket'), of(act, 'comment')]
    const kept = JSON.stringify(proposals.get(act.id)?.operation)
    if (proposal && kept !== JSON.stringify(proposal.operation)) problems.push('a version is lost')
    if (bracket && brackets.get(act.id)?.quote !== bracket.anchor.quote) problems.push('a bracket is lost')
    if (comment && comments.get(act.id)?.text !== comment.text) problems.push('a comment is lost')
  }
  return problems
}

/** Every wording is exactly what an act on the text with effect, or one a round passed over, says. */
function keepsText({ world, state }: Told): string[] {
  const judged = new Map(state.log.map((one) => [`${one.act} ${String(one.paragraph)}`, one.noEffect]))
  const history = new Map(state.paragraphs.map((one) => [one.id, one.history]))
  return state.paragraphs.flatMap((paragraph) => {
    const { id, wording, alternatives } = paragraph
    const now = wording ? [wording, ...alternatives] : alternatives
    const strange = now.filter((one) => {
      const act = world.set.get(one.act)
      const noEffect = act?.payload.kind === 'round' ? null : judged.get(`${one.act} ${id}`)
      return noEffect !== null && !(act && of(act, 'split')) // the parts of a split are logged under the whole
    })
    const otherwise = [...now, ...paragraph.history].filter((one) => !isGiven(one, id, world, history))
    return [
      ...strange.map(() => `${id} has words of an act without effect`),
      ...otherwise.map((one) => `${id} says otherwise than act ${one.act}: ${wordingText(one.clauses)}`),
    ]
  })
}

type Histories = ReadonlyMap<string, readonly Wording[]>

function isGiven(wording: Wording, id: string, world: World, histories: Histories): boolean {
  const act = world.set.get(wording.act)
  const text = JSON.stringify(wording.clauses)
  if (wording.hash !== hashOf(...wording.clauses)) return false
  const own = [...histories.values()].flat()
  const changes = of(act, 'incorporate')?.paragraphs ?? []
  if (changes.some(({ clauses }) => JSON.stringify(clauses) === text)) return true
  const parts = of(act, 'split')?.parts ?? []
  if (parts.some(({ clauses }) => JSON.stringify(clauses) === text)) return true
  const isOf = (one: Wording, clauses: readonly Clause[]) =>
    JSON.stringify(one.clauses) === JSON.stringify(clauses)
  const others = own.filter((one) => one.act !== wording.act)
  if (of(act, 'move')) return others.some((one) => isOf(one, wording.clauses))
  if (of(act, 'suppress')) {
    return others.some((one) => isOf({ ...one, clauses: one.clauses.map(gone) }, wording.clauses))
  }
  const round = of(act, 'round')
  if (!round) return false
  if (round.source !== null) return JSON.stringify(SAMPLE.filter((one) => one.id === id)) === text
  const rejoined = round.rejoins.find((all) => all[0] === id) ?? []
  return isJoined(letters(wording.clauses), rejoined.length, histories.get(id) ?? [])
}

const gone = (clause: Clause): Clause => ({ ...clause, suppressed: true })
const letters = (clauses: readonly Clause[]) => wordingText(clauses).replace(/\s/gu, '')

/** Whether so many wordings of the history, or fewer, one after the other, are these letters. */
function isJoined(text: string, most: number, history: readonly Wording[]): boolean {
  if (text === '') return true
  if (most === 0) return false
  const words = [...new Set(history.map(({ clauses }) => letters(clauses)))]
  return words.some(
    (one) => one !== '' && text.startsWith(one) && isJoined(text.slice(one.length), most - 1, history),
  )
}

/** By paragraph, in canonical order. */
function eventsOf(told: Told): Map<string, Event[]> {
  const { world, state } = told
  const events = new Map<string, Event[]>()
  for (const { act: id, noEffect, paragraph: about } of state.log) {
    const act = world.set.get(id)
    if (noEffect !== null || !act) continue
    const put = (
      paragraph: string,
      kind: Event['kind'],
      clauses: readonly Clause[],
      base: readonly string[] = [],
    ) => {
      const event = { id, kind, clauses, base, hash: hashOf(...clauses) }
      events.set(paragraph, [...(events.get(paragraph) ?? []), event])
    }
    const before = (paragraph: string, base: readonly string[]) =>
      events.get(paragraph)?.find((one) => base.includes(one.id))?.clauses ?? []
    const change = of(act, 'incorporate')?.paragraphs.find(({ paragraph }) => paragraph === about)
    if (change) put(change.paragraph, 'incorporate', change.clauses, change.base)
    const suppress = of(act, 'suppress')
    if (suppress) {
      const { paragraph, base } = suppress
      put(paragraph, 'suppress', before(paragraph, base).map(gone), base)
    }
    const move = of(act, 'move')
    if (move) put(move.paragraph, 'move', before(move.paragraph, move.base), move.base)
    const split = of(act, 'split')
    for (const { clauses } of split?.parts ?? []) {
      const part = clauses[0]?.id ?? ''
      put(part, 'split', clauses, part === split?.paragraph ? split.base : [])
    }
    const round = of(act, 'round')
    for (const clause of round?.source ? SAMPLE : []) put(clause.id, 'round', [clause])
    for (const [whole = ''] of round?.rejoins ?? []) {
      const { history } = state.paragraphs.find((one) => one.id === whole) ?? { history: [] }
      const joined = history.find((one) => one.act === id)
      if (joined) put(whole, 'round', joined.clauses)
    }
  }
  return events
}

/** Of incorporations that did not know each other none is passed over in silence (rule 35). */
function keepsBoth(told: Told): string[] {
  const { world, state } = told
  const isBefore = (a: string, b: string) => world.set.isBefore(a, b)
  const incorporations = world.set.placed.flatMap(({ act }) =>
    (of(act, 'incorporate')?.paragraphs ?? []).map((change) => ({ id: act.id, ...change })),
  )
  const events = eventsOf(told)
  return state.paragraphs.flatMap(({ id, wording, alternatives, part }) => {
    const all = events.get(id) ?? []
    const agreed = state.log.some((one) => one.kind === 'agree' && one.paragraph === id && !one.noEffect)
    const isJoined = all.slice(1).some(({ kind }) => kind === 'round')
    if (agreed || part || isJoined) return []
    const known = incorporations.filter((one) => one.paragraph === id)
    const shown = new Set([wording, ...alternatives].flatMap((one) => one?.hash ?? []))
    return known.flatMap((one) => {
      const entry = state.log.find((entry) => entry.act === one.id && entry.paragraph === id)
      if (!entry) return [`an incorporation into ${id} is not even in the log`]
      if (entry.noEffect !== null) {
        const named = all.filter((event) => one.base.includes(event.id))
        const isSound = named.length === one.base.length && !named.some((base) => isReplaced(base, one.id))
        return entry.noEffect === 'supersededBase' && isSound && one.base.length > 0
          ? [`an incorporation into ${id} is refused`]
          : []
      }
      const isTaken = all.some(({ base }) => base.includes(one.id))
      return isTaken || shown.has(hashOf(...one.clauses)) ? [] : [`words of ${id} are overwritten`]
    })
    function isReplaced(base: Event, by: string): boolean {
      return all.some((event) => event.base.includes(base.id) && isBefore(event.id, by))
    }
  })
}

/** A position is current only where its words stood since it was taken: never across a change of words (rule 15). */
function lapses(told: Told): string[] {
  const { world, state } = told
  const isBefore = (a: string, b: string) => world.set.isBefore(a, b)
  const events = eventsOf(told)
  const agreements = [...hadEffect(told, 'agree')].flatMap((id) => {
    const agree = of(world.set.get(id), 'agree')
    return agree ? [{ id, paragraph: agree.paragraph, hash: agree.hash }] : []
  })
  return state.paragraphs.flatMap(({ id, wording, positions }) =>
    Object.entries(positions).flatMap(([country, position]) => {
      if (position.kind !== 'current' || position.carried) return []
      const said = of(world.set.get(position.act), 'position')
      if (!said || said.hash !== wording?.hash) return [`${country} is current on other words of ${id}`]
      const all = events.get(id) ?? []
      const standing = all.filter((one) => one.hash === said.hash && isBefore(one.id, position.act))
      const isHeld = (event: Event) =>
        agreements.some(
          (one) =>
            one.paragraph === id &&
            one.hash === said.hash &&
            !isBefore(one.id, event.id) &&
            !isBefore(event.id, one.id),
        )
      const isOver = (one: Event) =>
        all.some(
          (other) =>
            other.hash !== said.hash &&
            isBefore(one.id, other.id) &&
            other.base.includes(one.id) &&
            !isHeld(other),
        )
      return standing.some((one) => !isOver(one)) ? [] : [`${country} is current on ${id} across a change`]
    }),
  )
}

/** A proposal on words that are not there is not shown as if they were. */
function sees({ state }: Told): string[] {
  const paragraphs = new Map(state.paragraphs.map((one) => [one.id, one]))
  return state.proposals.flatMap(({ status, baseChanged, operation, act }) => {
    if (status !== 'pending') return []
    return targetsOf(operation).flatMap(({ paragraph, hash }) => {
      const there = paragraphs.get(paragraph)
      if (!there) return [`${act} waits on a paragraph that is not there`]
      const now = there.wording ? [there.wording] : there.alternatives
      const isSame = now.some((one) => one.hash === hash)
      return isSame || baseChanged ? [] : [`${act} waits on words that have changed`]
    })
  })
}

/** No other words after an agreement without a re-opening, or a round that joins, between the two. */
function staysAgreed(told: Told): string[] {
  const { world } = told
  const isBetween = (a: string, one: string, b: string) =>
    world.set.isBefore(a, one) && world.set.isBefore(one, b)
  const events = eventsOf(told)
  const reopened = [...hadEffect(told, 'reopen')]
  return [...hadEffect(told, 'agree')].flatMap((id) => {
    const agree = of(world.set.get(id), 'agree')
    const all = events.get(agree?.paragraph ?? '') ?? []
    return all
      .filter(
        ({ id: text, hash, kind }) =>
          world.set.isBefore(id, text) && hash !== agree?.hash && kind !== 'round',
      )
      .filter(({ id: text }) => {
        const isOpened = reopened.some(
          (one) =>
            of(world.set.get(one), 'reopen')?.paragraph === agree?.paragraph && isBetween(id, one, text),
        )
        return !isOpened && !all.some(({ id: one, kind }) => kind === 'round' && isBetween(id, one, text))
      })
      .map(() => `${String(agree?.paragraph)} was changed though agreed`)
  })
}
