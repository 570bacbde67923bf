/**
 * Proposals and brackets, act by act in the canonical order. Each act is judged by what it knew: whether the
 * paragraph is there, whether the wording it names was its wording, whether the proposal was still open and
 * whose it was. What is still open closes the gate before "agreed" (rule 21).
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { OpenMatter } from '#shared/domain/consensus.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { placeOf, targetsOf } from '#shared/domain/proposal.ts'
import type { Action } from '#shared/domain/rights.ts'
import { quotes } from '#shared/acts/anchor.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { KnownPayload, Payloads } from '#shared/acts/kinds/index.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect } from '#shared/acts/state.ts'
import { isSameToTheLetter } from '#shared/acts/three-way.ts'
import { Bracket } from './brackets.ts'
import { hashOf, type Hash } from './hashes.ts'
import { isSuppressed } from './judgements.ts'
import { standingAt } from './standing.ts'
import type { Text } from './text.ts'
import { Version, type TextPayload } from './version.ts'
import { isWhole, type Given } from './whole.ts'

/** What the fold lends. */
export interface Ground {
  readonly text: Text
  readonly sha256: Hash
  /** The country for which the act's key speaks; null for those who speak for none. */
  countryOf(node: Node): CountryCode | null
  /** Stage, text at hand, and the section in which the power holds. */
  barred(node: Node, payload: KnownPayload, paragraph: string | null, action?: Action): NoEffect | null
  /** Number of the newest round the act knew. */
  roundAt(node: Node): number
}

const KINDS = ['propose', 'join', 'back', 'withdraw', 'decline', 'bracket', 'lift'] as const
export type NegotiationPayload = Payloads[(typeof KINDS)[number]]

export function isOfNegotiation(payload: KnownPayload): payload is NegotiationPayload {
  return (KINDS as readonly string[]).includes(payload.kind) // `as`: asks whether any kind is among them
}

export interface Outcome {
  readonly paragraph: string | null
  readonly noEffect: NoEffect | null
}

export class Negotiation {
  /** In canonical order. */
  readonly versions: Version[] = []
  readonly brackets: Bracket[] = []
  readonly #ground: Ground
  readonly #versionOf = new Map<ActId, Version>()
  readonly #bracketOf = new Map<ActId, Bracket>()
  readonly #byProposal = new Map<string, Version[]>()
  readonly #versionsOn = new Map<string | null, Version[]>()
  readonly #bracketsOn = new Map<string, Bracket[]>()
  /** By act the versions whose state it is part of. */
  readonly #concerned = new Map<ActId, Version[]>()

  constructor(ground: Ground) {
    this.#ground = ground
  }

  take(node: Node, payload: NegotiationPayload): Outcome {
    switch (payload.kind) {
      case 'propose':
        return { paragraph: placeOf(payload.operation), noEffect: this.#propose(node, payload) }
      case 'bracket':
        return { paragraph: payload.anchor.paragraph, noEffect: this.#bracket(node, payload) }
      case 'lift': {
        const bracket = this.#bracketOf.get(payload.bracket)
        if (!bracket || !reaches(node.place, bracket.node.place)) return UNKNOWN
        const paragraph = this.#standsIn(bracket, node)
        return { paragraph, noEffect: this.#lift(node, payload, bracket) }
      }
      default: {
        const version = this.#versionOf.get(payload.proposal)
        if (!version || !reaches(node.place, version.node.place)) return UNKNOWN
        const paragraph = placeOf(version.payload.operation)
        const noEffect = this.#answer(node, payload, version)
        if (noEffect === null) this.#concern(node, version)
        return { paragraph, noEffect }
      }
    }
  }

  /** An act on the text had effect: what it says it used is in the text now. */
  bring(node: Node, payload: TextPayload, given: Given): void {
    if (given.size === 0) return
    for (const id of payload.proposals ?? []) {
      const version = this.#versionOf.get(id)
      if (!version || !reaches(node.place, version.node.place)) continue
      const whole = isWhole(version.payload.operation, payload, given, this.#ground.sha256)
      version.decide({ node, payload, kind: 'incorporated', whole })
      this.#concern(node, version)
      if (version.isBridging) this.#replace(node, version)
    }
  }

  /** What is still open on a paragraph, as the act knew it; with null, as it is. */
  openOn(paragraph: string, at: Node | null): readonly OpenMatter[] {
    const [versions, opened] = [this.versionsOn(paragraph), this.bracketsOn(paragraph)]
    if (versions.length === 0 && opened.length === 0) return NOTHING
    const proposals = versions.flatMap((version): OpenMatter[] => {
      if (at !== null && !reaches(at.place, version.node.place)) return []
      if (version.payload.operation.kind === 'insert') return []
      if (standingAt(version, this.#ground.text, at).status !== 'pending') return []
      const proponents = version.proponentsAt(at).filter(({ state }) => state !== 'withdrawn')
      return [{ kind: 'openProposal', act: version.id, countries: proponents.map(({ country }) => country) }]
    })
    const brackets = opened.flatMap((bracket): OpenMatter[] => {
      if (at !== null && !reaches(at.place, bracket.node.place)) return []
      if (this.#standsIn(bracket, at) !== paragraph) return []
      const countries = bracket.openAt(at)
      return countries.length > 0 ? [{ kind: 'openBracket', act: bracket.id, countries }] : []
    })
    return [...proposals, ...brackets]
  }

  /** Those that are about the paragraph or shown at it. */
  versionsOn(paragraph: string | null): readonly Version[] {
    return this.#versionsOn.get(paragraph) ?? []
  }

  /** With those of the parts that were joined to it. */
  bracketsOn(paragraph: string): readonly Bracket[] {
    const own = this.#bracketsOn.get(paragraph) ?? NO_BRACKETS
    const parts = this.#ground.text.registers.get(paragraph)?.joined ?? []
    return parts.length === 0 ? own : [...own, ...parts.flatMap(({ id }) => this.#bracketsOn.get(id) ?? [])]
  }

  concernedBy(act: ActId): readonly Version[] {
    return this.#concerned.get(act) ?? []
  }

  #propose(node: Node, payload: Payloads['propose']): NoEffect | null {
    const { operation, proponents } = payload
    const barred = this.#ground.barred(node, payload, placeOf(operation))
    if (barred !== null) return barred
    const country = proponents.length === 0 ? null : this.#ground.countryOf(node)
    if (country === null && proponents.length > 0) return 'notAuthorised'
    const previous = payload.previous === null ? null : this.#previousOf(node, payload)
    if (typeof previous === 'string') return previous
    if (previous === null && this.#isTabled(node, payload.proposal)) return 'alreadyTabled'
    const bases = this.#basesOf(node, payload)
    if (typeof bases === 'string') return bases
    const version = new Version({ node, payload }, country, bases, this.#ground.roundAt(node))
    this.versions.push(version)
    this.#versionOf.set(version.id, version)
    push(this.#byProposal, payload.proposal, version)
    const places = [placeOf(operation), ...targetsOf(operation).map(({ paragraph }) => paragraph)]
    for (const paragraph of new Set(places)) push(this.#versionsOn, paragraph, version)
    this.#concern(node, version)
    previous?.succeed({ node, by: version.id })
    if (previous) this.#concern(node, previous)
    return null
  }

  /** A new version is for a confirmed proponent of the one before, and that has none yet (rule 5). */
  #previousOf(node: Node, payload: Payloads['propose']): Version | NoEffect {
    const previous = this.#versionOf.get(payload.previous ?? '')
    if (!previous || !reaches(node.place, previous.node.place)) return 'unknownProposal'
    const { proposal, version } = previous.payload
    if (proposal !== payload.proposal || version !== payload.version - 1) return 'unknownProposal'
    const isBridging = payload.proponents.length === 0
    const country = this.#ground.countryOf(node)
    const isOwn = isBridging
      ? previous.isBridging
      : country !== null && previous.stateOf(country, node) === 'confirmed'
    if (!isOwn) return 'notAuthorised'
    return previous.successorAt(node) === null ? previous : 'proposalClosed'
  }

  #isTabled(node: Node, proposal: string): boolean {
    const versions = this.#byProposal.get(proposal) ?? []
    return versions.some((version) => reaches(node.place, version.node.place))
  }

  /** The wordings it rests on, or what is wrong with what it would do. */
  #basesOf(node: Node, { operation }: Payloads['propose']): Map<string, readonly Clause[]> | NoEffect {
    const { text } = this.#ground
    const bases = new Map<string, readonly Clause[]>()
    for (const { paragraph, hash } of targetsOf(operation)) {
      const register = text.at(node, paragraph)
      if (!register) return 'unknownParagraph'
      const wording = register.wordingAt(node, hash)
      if (!wording) return 'otherWords'
      bases.set(paragraph, wording.clauses)
    }
    const isThere = (clauses: readonly Clause[]) => text.at(node, clauses[0]?.id ?? '') !== undefined
    switch (operation.kind) {
      case 'amend':
      case 'alternative': {
        const base = bases.get(operation.paragraph) ?? []
        const saysTheSame = hashOf(operation.clauses, this.#ground.sha256) === operation.hash
        return saysTheSame && isSameToTheLetter(base, operation.clauses) ? 'changesNothing' : bases
      }
      case 'delete':
        return isSuppressed(bases.get(operation.paragraph)) ? 'changesNothing' : bases
      case 'insert': {
        const first = operation.clauses[0]
        if (operation.after !== null && !text.at(node, operation.after)) return 'unknownParagraph'
        if (first && first.level > 0 && first.kind !== 'heading') return 'unknownParagraph'
        return isThere(operation.clauses) ? 'alreadyThere' : bases
      }
      case 'move':
        return operation.after !== null && !text.at(node, operation.after) ? 'unknownParagraph' : bases
      case 'split':
        return operation.parts.slice(1).some(isThere) ? 'alreadyThere' : bases
      case 'merge':
        return bases
    }
  }

  #answer(node: Node, payload: AnswerPayload, version: Version): NoEffect | null {
    const isOwnOfChair = payload.kind === 'withdraw' && version.isBridging
    const action = isOwnOfChair ? 'tableBridging' : undefined
    const barred = this.#ground.barred(node, payload, placeOf(version.payload.operation), action)
    if (barred !== null) return barred
    const ended = version.endAt(node)
    const country = this.#ground.countryOf(node)
    if (payload.kind === 'decline') {
      if (ended) return 'proposalClosed'
      version.decide({ node, payload, kind: 'declined', whole: false })
      return null
    }
    if (isOwnOfChair) {
      if (ended) return 'proposalClosed'
      version.step({ node, payload, country: null })
      return null
    }
    if (country === null) return 'notAuthorised'
    const state = version.stateOf(country, node)
    if (payload.kind === 'back') {
      if (ended) return 'proposalClosed'
      if (state === 'confirmed') return 'ownProposal'
      version.back(country, { node, payload })
      return null
    }
    const noEffect =
      payload.kind === 'join' ? unfitJoin(version, ended, state) : unfitWithdrawal(ended, state)
    if (noEffect === null) version.step({ node, payload, country })
    return noEffect
  }

  #replace(node: Node, bridging: Version): void {
    for (const id of bridging.payload.replaces) {
      const version = this.#versionOf.get(id)
      if (!version || !reaches(bridging.node.place, version.node.place)) continue
      version.succeed({ node, by: bridging.id })
      this.#concern(node, version)
    }
  }

  #bracket(node: Node, payload: Payloads['bracket']): NoEffect | null {
    const { anchor } = payload
    const barred = this.#ground.barred(node, payload, anchor.paragraph)
    if (barred !== null) return barred
    const register = this.#ground.text.at(node, anchor.paragraph)
    if (!register) return 'unknownParagraph'
    const { current, inForce } = register.view(node)
    if (inForce.length > 0) return 'agreedNotReopened'
    if (current?.wording.hash !== anchor.hash) return 'otherWords'
    if (!quotes(current.wording.clauses, anchor, anchor.quote)) return 'otherWords'
    const bracket = new Bracket({ node, payload }, current.wording.clauses)
    this.brackets.push(bracket)
    this.#bracketOf.set(bracket.id, bracket)
    push(this.#bracketsOn, anchor.paragraph, bracket)
    return null
  }

  #lift(node: Node, payload: Payloads['lift'], bracket: Bracket): NoEffect | null {
    const barred = this.#ground.barred(node, payload, this.#standsIn(bracket, node))
    if (barred !== null) return barred
    const open = bracket.openAt(node)
    if (payload.meeting !== null) {
      if (open.length === 0) return 'changesNothing'
      bracket.lift({ node, payload, country: null })
      return null
    }
    const country = this.#ground.countryOf(node)
    if (country === null || !bracket.payload.countries.includes(country)) return 'notAuthorised'
    if (!open.includes(country)) return 'changesNothing'
    bracket.lift({ node, payload, country })
    return null
  }

  /** The paragraph it holds open: that of its words, or the whole that took it in. */
  #standsIn({ payload }: Bracket, at: Node | null): string {
    return this.#ground.text.parts.standsIn(payload.anchor.paragraph, at)
  }

  #concern(node: Node, version: Version): void {
    push(this.#concerned, node.act.id, version)
  }
}

type AnswerPayload = Payloads['join'] | Payloads['back'] | Payloads['withdraw'] | Payloads['decline']

const NOTHING: readonly OpenMatter[] = []
const NO_BRACKETS: readonly Bracket[] = []
const UNKNOWN: Outcome = { paragraph: null, noEffect: 'unknownProposal' }

/** Whom the first proponent named may keep alive what that one withdrew (rule 6). */
function unfitJoin(version: Version, ended: ReturnType<Version['endAt']>, state: State): NoEffect | null {
  if (version.isBridging) return 'notAuthorised'
  if (ended !== null && !(ended === 'withdrawn' && state === 'pending')) return 'proposalClosed'
  return state === 'confirmed' ? 'changesNothing' : null
}

function unfitWithdrawal(ended: ReturnType<Version['endAt']>, state: State): NoEffect | null {
  if (state === null) return 'notAuthorised'
  if (ended !== null) return 'proposalClosed'
  return state === 'withdrawn' ? 'changesNothing' : null
}

type State = ReturnType<Version['stateOf']>

function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
