/**
 * The course of a document: stages, rounds and required parties. Judged before the text is folded, since a
 * round decides on text acts that stand before it in the canonical order but that its signer did not know.
 */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { canMove, type Stage } from '#shared/domain/stage.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { KnownPayload, Payloads } from '#shared/acts/kinds/index.ts'
import type { Effective, Powers } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect } from '#shared/acts/state.ts'

export interface StageState {
  readonly stage: Stage
  readonly suspended: boolean
  readonly phase: number
}

export interface PartiesState {
  readonly parties: readonly CountryCode[]
  readonly basis: 'all' | 'present'
}

type Move = Effective<Payloads['stage'] | Payloads['round']>
const START: StageState = { stage: 'preparation', suspended: false, phase: 0 }

export class Course {
  readonly rounds: Effective<Payloads['round']>[] = []
  /** Of stage, round and parties acts. */
  readonly verdicts = new Map<ActId, NoEffect | null>()
  /** Acts that change the stage; closing a round does not. */
  readonly #moves: Move[] = []
  /** What all of them make. */
  #stage = START
  readonly #parties: Effective<Payloads['parties']>[] = []
  readonly #powers: Powers

  constructor(powers: Powers) {
    this.#powers = powers
  }

  /** Acts must come in canonical order; those of other kinds are left alone. */
  take(node: Node): void {
    const { act } = node
    if (!act.known || !isOfCourse(act.payload)) return
    const verdict = this.#powers.verdictOn(node) ?? this.#judge(node, act.payload)
    this.verdicts.set(act.id, verdict)
    if (verdict === null) this.#keep(node, act.payload)
  }

  /** What the acts before `at` say; with null, all acts. */
  stageAt(at: Node | null): StageState {
    if (this.#moves.every(({ node }) => isWithin(at, node))) return this.#stage
    return this.#moves.filter(({ node }) => isWithin(at, node)).reduce(moved, START)
  }

  /** Of concurrent decisions every party named by one is required. */
  partiesAt(at: Node | null): PartiesState {
    const known = this.#parties.filter(({ node }) => isWithin(at, node))
    const last = known.filter(
      (one) => !known.some((other) => other !== one && reaches(other.node.place, one.node.place)),
    )
    if (last.length === 0) return { parties: COUNTRY_CODES, basis: 'all' }
    const named = new Set(last.flatMap(({ payload }) => payload.parties))
    return {
      parties: COUNTRY_CODES.filter((country) => named.has(country)),
      basis: last.some(({ payload }) => payload.basis === 'all') ? 'all' : 'present',
    }
  }

  /** Number of the newest round the act knew; -1 before the first. */
  roundAt(node: Node): number {
    const known = this.rounds.filter((round) => reaches(node.place, round.node.place))
    return known.reduce((newest, { payload }) => Math.max(newest, payload.n), -1)
  }

  /** A round whose signer did not know the act, and that the act's signer did not know. */
  isPastRound(node: Node): boolean {
    return this.rounds.some(
      (round) => !reaches(round.node.place, node.place) && !reaches(node.place, round.node.place),
    )
  }

  /** A round that made the paragraph whole again from parts, and neither knew of the other. */
  isPastJoin(node: Node, paragraph: string): boolean {
    return this.rounds.some(
      (round) =>
        round.payload.rejoins.some((parts) => parts.includes(paragraph)) &&
        !reaches(round.node.place, node.place) &&
        !reaches(node.place, round.node.place),
    )
  }

  #judge(node: Node, payload: CoursePayload): NoEffect | null {
    if (payload.kind === 'parties') return null
    const { stage, suspended, phase } = this.stageAt(node)
    if (payload.kind === 'round') return this.#judgeRound(node, payload, stage, suspended)
    if (payload.to === 'suspended' || payload.to === 'resumed') {
      return suspended === (payload.to === 'resumed') ? null : 'wrongStage'
    }
    if (suspended || !canMove(stage, payload.to)) return 'wrongStage'
    return payload.phase === nextPhase(stage, phase) ? null : 'wrongStage'
  }

  #judgeRound(
    node: Node,
    { n, source, heads }: Payloads['round'],
    stage: Stage,
    suspended: boolean,
  ): NoEffect | null {
    const allowed =
      source === null ? stage === 'negotiation' : stage !== 'silence' && canMove(stage, 'negotiation')
    if (suspended || !allowed) return 'wrongStage'
    const before = this.rounds.filter((round) => reaches(node.place, round.node.place)).length
    if (n !== before || before < this.rounds.length) return 'supersededBase'
    return heads.every((id) => node.act.payload.parents.includes(id)) ? null : 'missingAncestor'
  }

  #keep(node: Node, payload: CoursePayload): void {
    if (payload.kind === 'parties') this.#parties.push({ node, payload })
    if (payload.kind === 'round') this.rounds.push({ node, payload })
    if (payload.kind === 'parties' || (payload.kind === 'round' && payload.source === null)) return
    this.#moves.push({ node, payload })
    this.#stage = moved(this.#stage, { node, payload })
  }
}

type CoursePayload = Payloads['stage'] | Payloads['round'] | Payloads['parties']

function isOfCourse(payload: KnownPayload): payload is CoursePayload {
  return payload.kind === 'stage' || payload.kind === 'round' || payload.kind === 'parties'
}

function isWithin(at: Node | null, node: Node): boolean {
  return at === null || reaches(at.place, node.place)
}

function moved(from: StageState, { payload }: Move): StageState {
  if (payload.kind === 'round') return { ...from, stage: 'negotiation' }
  if (payload.to === 'suspended') return { ...from, suspended: true }
  if (payload.to === 'resumed') return { ...from, suspended: false }
  return { ...from, stage: payload.to, phase: nextPhase(from.stage, from.phase) }
}

/** Going back from negotiation opens a fresh room (rule 1). */
function nextPhase(stage: Stage, phase: number): number {
  return stage === 'negotiation' ? phase + 1 : phase
}
