/**
 * Rounds, as they are folded: one that opens negotiation gives the text its words, one that closes makes split
 * paragraphs whole again; each numbers anew and must have frozen what its acts make (rules 9, 11 and 25).
 */
import { numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Powers } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect, RoundState, Sha256 } from '#shared/acts/state.ts'
import { frozenHashes } from './frozen-hashes.ts'
import { readFrozen, type Hash } from './hashes.ts'
import { joinAgain } from './joins.ts'
import type { Text } from './text.ts'
import type { Voices } from './voices.ts'

/** The words with which a round opened negotiation; not whole where an agreed paragraph kept its own. */
interface Opened {
  readonly paragraphs: readonly Paragraph[]
  readonly isWhole: boolean
}

export type FoldedRound = Omit<RoundState, 'received'>

/** What the fold lends. */
export interface Ground {
  readonly doc: string
  readonly text: Text
  readonly powers: Powers
  readonly sha256: Hash
  blobs(hash: Sha256): Uint8Array | undefined
  voicesOf(paragraph: string): Voices
  judge(node: Node, paragraph: string | null, noEffect: NoEffect | null): void
}

export class Rounds {
  readonly folded: FoldedRound[] = []
  /** Blobs that are here but are not the text of a round. */
  readonly unreadable = new Set<Sha256>()
  readonly #ground: Ground
  /** Rounds that opened negotiation with a text that is not here. */
  readonly #unread: Node[] = []

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** A round with effect. */
  take(node: Node, payload: Payloads['round']): void {
    const opened = payload.source === null ? null : this.#open(node, payload)
    const isUnread = payload.source !== null && opened === null
    this.#ground.judge(node, null, isUnread ? 'missingBlob' : null)
    const refused = payload.rejoins.filter((parts) => !joinAgain(this.#ground, node, payload, parts))
    this.folded.push(this.#freeze(node, payload, opened, refused.length === 0))
  }

  get isUnread(): boolean {
    return this.#unread.length > 0
  }

  isUnreadAt(node: Node): boolean {
    return this.#unread.some((round) => reaches(node.place, round.place))
  }

  /** null where the text of the round is not here, or is no text. */
  #open(node: Node, { blob }: Payloads['round']): Opened | null {
    const bytes = this.#ground.blobs(blob)
    const frozen = bytes ? readFrozen(bytes) : null
    if (!frozen) {
      this.#unread.push(node)
      if (bytes) this.unreadable.add(blob)
      return null
    }
    const refused = this.#ground.text.open(node, frozen.paragraphs)
    for (const [paragraph, reason] of refused) this.#ground.judge(node, paragraph, reason)
    return { paragraphs: frozen.paragraphs, isWhole: refused.size === 0 }
  }

  /** Numbers begin anew, and the frozen text must be what its acts, or its own words, make it. */
  #freeze(node: Node, payload: Payloads['round'], opened: Opened | null, isJoined: boolean): FoldedRound {
    const { doc, powers, sha256, text } = this.#ground
    const { n, symbol, blob, textHash, at } = payload
    const act: ActId = node.act.id
    const layout: LayoutFamily = powers.documentAt(doc, node)?.layout ?? 'gerund'
    const paragraphs = text.paragraphsAt(node)
    const made = frozenHashes(node.act, opened?.paragraphs ?? paragraphs, layout, sha256)
    const isWhole = opened?.isWhole ?? (isJoined && !text.isDisputedAt(node))
    const differs = made.blob !== blob || made.textHash !== textHash || !isWhole
    const renumbered = text.renumber(numberParagraphs(paragraphs, layout), layout)
    const mismatch = differs && !this.isUnreadAt(node)
    return { n, act, symbol, textHash, blob, claimed: at, renumbered, mismatch }
  }
}
