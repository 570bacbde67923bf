/**
 * The state of a document, act by act in the canonical order. Each act is judged by what came before it in
 * the causal order; acts it did not know can put it in dispute but never change what it was allowed to do.
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import type { Paragraph } from '#shared/domain/paragraph.ts'
import { placeOf } from '#shared/domain/proposal.ts'
import { holdsPower, type Action } from '#shared/domain/rights.ts'
import { reaches } from '#shared/acts/causal-order.ts'
import { actionOf, type KnownPayload, type Payloads } from '#shared/acts/kinds/index.ts'
import { contextOf } from '#shared/acts/kinds/kind.ts'
import type { Effective, Powers } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { NoEffect, RoundState, Sha256 } from '#shared/acts/state.ts'
import type { Course } from './course.ts'
import { readFrozen, suppressed, type Hash } from './hashes.ts'
import { joinAgain } from './joins.ts'
import { judgeAgreement, unfitWording } from './judgements.ts'
import { Drafts } from './drafts.ts'
import { Huddles } from './huddles.ts'
import { isOfNegotiation, Negotiation } from './negotiation.ts'
import type { Register } from './register.ts'
import { frozenHashes } from './rounds.ts'
import { Text } from './text.ts'
import { Threads } from './threads.ts'
import { Voices } from './voices.ts'

export interface FoldOptions {
  readonly doc: string
  readonly powers: Powers
  readonly course: Course
  readonly sha256: Hash
  blobs(hash: Sha256): Uint8Array | undefined
}

/** What became of an act; one that names several paragraphs has an outcome for each. */
export interface Judged {
  readonly node: Node
  readonly paragraph: string | null
  readonly noEffect: NoEffect | null
}

/** The words with which a round opened negotiation; not whole where an agreed paragraph kept its own. */
interface Opened {
  readonly paragraphs: readonly Paragraph[]
  readonly isWhole: boolean
}

export type FoldedRound = Omit<RoundState, 'received'>

export class DocumentFold {
  readonly text: Text
  readonly negotiation: Negotiation
  readonly threads = new Threads()
  readonly huddles = new Huddles()
  readonly drafts = new Drafts()
  readonly voices = new Map<string, Voices>()
  readonly prepared: Effective<Payloads['prepare']>[] = []
  readonly published: Effective<Payloads['publish']>[] = []
  readonly rounds: FoldedRound[] = []
  readonly judged: Judged[] = []
  /** Blobs that are here but are not the text of a round. */
  readonly unreadable = new Set<Sha256>()
  /** By paragraph the acts that changed its text, under null the rounds: what a late act had not seen. */
  readonly changes = new Map<string | null, Node[]>()
  readonly #options: FoldOptions
  /** Rounds that opened negotiation with a text that is not here. */
  readonly #unread: Node[] = []

  constructor(options: FoldOptions) {
    this.#options = options
    this.text = new Text(options.sha256)
    this.negotiation = new Negotiation({
      text: this.text,
      sha256: options.sha256,
      countryOf: (node) => this.#countryOf(node),
      barred: (node, payload, paragraph, action) => this.#barred(node, payload, paragraph, action),
      roundAt: (node) => options.course.roundAt(node),
    })
  }

  /** Acts must come in canonical order, the course having seen all of them. */
  take(node: Node): void {
    const { act } = node
    const verdict = this.#options.powers.verdictOn(node)
    if (verdict !== null || !act.known) {
      this.#judge(node, act.known ? paragraphOf(act.payload) : null, verdict ?? 'unknownKind')
    } else this.#apply(node, act.payload)
  }

  /** The text of a round that opened negotiation is not here: nothing can be said of the paragraphs. */
  get isUnread(): boolean {
    return this.#unread.length > 0
  }

  voicesOf = (paragraph: string): Voices => {
    const known = this.voices.get(paragraph)
    if (known) return known
    const made = new Voices()
    this.voices.set(paragraph, made)
    return made
  }

  #apply(node: Node, payload: KnownPayload): void {
    if (isOfNegotiation(payload)) {
      const { paragraph, noEffect } = this.negotiation.take(node, payload)
      this.#judge(node, paragraph, noEffect)
      return
    }
    switch (payload.kind) {
      case 'stage':
      case 'parties':
        this.#judge(node, null, this.#courseVerdict(node))
        return
      case 'round':
        this.#round(node, payload)
        return
      case 'incorporate':
        this.#incorporate(node, payload)
        return
      case 'suppress':
        this.#suppress(node, payload)
        return
      case 'move':
        this.#move(node, payload)
        return
      case 'split':
        this.#split(node, payload)
        return
      case 'position':
        this.#judge(node, payload.paragraph, this.#position(node, payload))
        return
      case 'prepare':
        this.#judge(node, payload.paragraph, this.#prepare(node, payload))
        return
      case 'agree':
        this.#judge(
          node,
          payload.paragraph,
          this.#decide(node, payload, agree(this, node, payload, this.#options)),
        )
        return
      case 'reopen':
        this.#judge(node, payload.paragraph, this.#decide(node, payload, reopen(node, payload)))
        return
      case 'comment':
      case 'contribution':
        this.#judge(
          node,
          this.threads.paragraphOf(payload),
          this.#onceArchived(node) ?? this.threads.take({ node, payload }),
        )
        return
      case 'resolve':
        this.#judge(node, null, this.#onceArchived(node) ?? this.threads.resolve({ node, payload }))
        return
      case 'huddle':
        this.#judge(node, payload.paragraph, this.#huddle(node, payload))
        return
      case 'draft':
        this.#judge(node, null, this.#draft(node, payload))
        return
      case 'publish':
        this.published.push({ node, payload })
        this.#judge(node, null, null)
        return
      case 'conference':
      case 'accredit':
      case 'close':
      case 'office':
      case 'document':
      case 'entry':
      case 'allow':
        return // live in the conference's own scope
    }
  }

  #round(node: Node, payload: Payloads['round']): void {
    const verdict = this.#courseVerdict(node)
    if (verdict !== null) {
      this.#judge(node, null, verdict)
      return
    }
    const frozen = payload.source === null ? null : this.#open(node, payload)
    const isUnread = payload.source !== null && frozen === null
    this.#judge(node, null, isUnread ? 'missingBlob' : null)
    this.#changed(null, node)
    const refused = payload.rejoins.filter((parts) => !joinAgain(this, node, payload, parts))
    this.rounds.push(this.#freeze(node, payload, frozen, refused.length === 0))
  }

  /** null where the text of the round is not here, or is no text. */
  #open(node: Node, { blob }: Payloads['round']): Opened | null {
    const bytes = this.#options.blobs(blob)
    const frozen = bytes ? readFrozen(bytes) : null
    if (!frozen) {
      this.#unread.push(node)
      if (bytes) this.unreadable.add(blob)
      return null
    }
    const refused = this.text.open(node, frozen.paragraphs)
    for (const [paragraph, reason] of refused) this.#judge(node, paragraph, reason)
    return { paragraphs: frozen.paragraphs, isWhole: refused.size === 0 }
  }

  /** Numbers begin anew, and the frozen text must be what its acts, or its own words, make it. */
  #freeze(node: Node, payload: Payloads['round'], opened: Opened | null, isJoined: boolean): FoldedRound {
    const { doc, powers, sha256 } = this.#options
    const { n, symbol, blob, textHash, at } = payload
    const layout: LayoutFamily = powers.documentAt(doc, node)?.layout ?? 'gerund'
    const text = this.text.paragraphsAt(node)
    const made = frozenHashes(node.act, opened?.paragraphs ?? text, layout, sha256)
    const isWhole = opened?.isWhole ?? (isJoined && !this.text.isDisputedAt(node))
    const differs = made.blob !== blob || made.textHash !== textHash || !isWhole
    const renumbered = this.text.renumber(numberParagraphs(text, layout), layout)
    const mismatch = differs && !this.#isUnreadAt(node)
    return { n, act: node.act.id, symbol, textHash, blob, claimed: at, renumbered, mismatch }
  }

  #incorporate(node: Node, payload: Payloads['incorporate']): void {
    const given = payload.paragraphs.filter(({ paragraph, ...change }) =>
      this.#changeText(node, payload, paragraph, change.after, change.clauses, () =>
        this.text.change(node, { paragraph, ...change }),
      ),
    )
    const words = given.map(({ paragraph, clauses }) => [paragraph, clauses] as const)
    this.negotiation.bring(node, payload, new Map(words))
  }

  #suppress(node: Node, payload: Payloads['suppress']): void {
    const { paragraph, base, before } = payload
    const hasEffect = this.#changeText(node, payload, paragraph, null, null, () =>
      this.text.suppress(node, paragraph, base, before),
    )
    const words = suppressed(this.text.at(node, paragraph)?.clausesAt(node) ?? [])
    this.negotiation.bring(node, payload, new Map(hasEffect ? [[paragraph, words]] : []))
  }

  /** Whoever leads a section only moves within it: both places are judged. */
  #move(node: Node, payload: Payloads['move']): void {
    const { paragraph, after } = payload
    const barred = this.#barred(node, payload, after)
    const hasEffect =
      barred === null &&
      this.#changeText(node, payload, paragraph, after, [], () => this.text.move(node, payload))
    if (barred !== null) this.#judge(node, paragraph, barred)
    const clauses = this.text.at(node, paragraph)?.clausesAt(node) ?? []
    this.negotiation.bring(node, payload, new Map(hasEffect ? [[paragraph, clauses]] : []))
  }

  #split(node: Node, payload: Payloads['split']): void {
    const { paragraph, parts } = payload
    const clauses = parts[0]?.clauses ?? []
    const hasEffect = this.#changeText(node, payload, paragraph, null, clauses, () =>
      this.text.split(node, payload),
    )
    const words = parts.map((part) => [part.clauses[0]?.id ?? '', part.clauses] as const)
    this.negotiation.bring(node, payload, new Map(hasEffect ? words : []))
  }

  /** Whether it had effect. */
  #changeText(
    node: Node,
    payload: KnownPayload,
    paragraph: string,
    after: string | null,
    clauses: readonly Clause[] | null,
    change: () => NoEffect | null,
  ): boolean {
    const place = this.text.at(node, paragraph) ? paragraph : after
    const barred = this.#barred(node, payload, place)
    if (barred !== null) {
      this.#judge(node, paragraph, barred)
    } else if (this.#options.course.isPastRound(node)) {
      this.text.passOver(node, paragraph, clauses)
      this.#judge(node, paragraph, 'notInRound')
    } else {
      const noEffect = change()
      if (noEffect === null) this.#changed(paragraph, node)
      this.#judge(node, paragraph, noEffect)
      return noEffect === null
    }
    return false
  }

  #position(node: Node, payload: Payloads['position']): NoEffect | null {
    const register = this.text.at(node, payload.paragraph)
    const barred = this.#withoutText(node)
    if (barred !== null) return barred
    if (!register) return 'unknownParagraph'
    const country = this.#countryOf(node)
    if (country === null) return 'notAuthorised'
    const noEffect = unfitWording(register, node, payload)
    if (noEffect === null) this.voicesOf(payload.paragraph).take(country, { node, payload })
    return noEffect
  }

  #countryOf(node: Node): CountryCode | null {
    const member = this.#options.powers.memberAt(node.act.payload.by, node)
    return member?.role === 'delegate' ? member.country : null
  }

  #prepare(node: Node, payload: Payloads['prepare']): NoEffect | null {
    if (this.#isUnreadAt(node)) return 'missingBlob'
    const register = this.text.at(node, payload.paragraph)
    const noEffect = register ? unfitWording(register, node, payload) : 'unknownParagraph'
    if (noEffect === null) this.prepared.push({ node, payload })
    return noEffect
  }

  #huddle(node: Node, payload: Payloads['huddle']): NoEffect | null {
    for (const paragraph of this.huddles.paragraphsOf(node, payload)) {
      const barred = this.#barred(node, payload, paragraph)
      if (barred !== null) return barred
    }
    if (payload.paragraph !== null && !this.text.at(node, payload.paragraph)) return 'unknownParagraph'
    this.huddles.take({ node, payload })
    return null
  }

  #draft(node: Node, payload: Payloads['draft']): NoEffect | null {
    const barred = this.#onceArchived(node)
    if (barred === null) this.drafts.take({ node, payload })
    return barred
  }

  /** What is said beside the text is kept in every stage, until the document is put away. */
  #onceArchived(node: Node): NoEffect | null {
    return this.#options.course.stageAt(node).stage === 'archived' ? 'wrongStage' : null
  }

  #decide(
    node: Node,
    payload: Payloads['agree'] | Payloads['reopen'],
    decision: (register: Register) => NoEffect | null,
  ): NoEffect | null {
    const barred = this.#barred(node, payload, payload.paragraph)
    if (barred !== null) return barred
    if (this.#options.course.isPastJoin(node, payload.paragraph)) return 'notInRound'
    const register = this.text.at(node, payload.paragraph)
    return register ? decision(register) : 'unknownParagraph'
  }

  #barred(
    node: Node,
    payload: KnownPayload,
    paragraph: string | null,
    action = actionOf(payload),
  ): NoEffect | null {
    return this.#withoutText(node) ?? this.#outsideSection(node, action, paragraph)
  }

  /** Acts on the text belong to negotiation, and need the text. */
  #withoutText(node: Node): NoEffect | null {
    const { stage, suspended } = this.#options.course.stageAt(node)
    if (suspended || stage !== 'negotiation') return 'wrongStage'
    return this.#isUnreadAt(node) ? 'missingBlob' : null
  }

  #isUnreadAt(node: Node): boolean {
    return this.#unread.some((round) => reaches(node.place, round.place))
  }

  /** A facilitator's powers end where the section does (rule 43). */
  #outsideSection(node: Node, action: Action, paragraph: string | null): NoEffect | null {
    const { powers } = this.#options
    const actor = powers.actorAt(node.act.payload.by, node)
    if (actor === null) return 'notAuthorised'
    const advisersTable = powers.advisersTableAt(actor, node)
    const holdsIn = (section: string | null) =>
      holdsPower(actor, action, contextOf(node.act.scope, section, advisersTable))
    if (holdsIn(null)) return null
    const sections = paragraph === null ? [] : this.text.sectionsAt(node, paragraph)
    return sections.some(holdsIn) ? null : 'notAuthorised'
  }

  #courseVerdict(node: Node): NoEffect | null {
    return this.#options.course.verdicts.get(node.act.id) ?? null
  }

  #judge(node: Node, paragraph: string | null, noEffect: NoEffect | null): void {
    this.judged.push({ node, paragraph, noEffect })
  }

  #changed(paragraph: string | null, node: Node): void {
    const known = this.changes.get(paragraph)
    if (known) known.push(node)
    else this.changes.set(paragraph, [node])
  }
}

function agree(fold: DocumentFold, node: Node, payload: Payloads['agree'], { course }: FoldOptions) {
  return (register: Register): NoEffect | null => {
    const unfit = unfitWording(register, node, payload)
    if (unfit !== null) return unfit
    const view = register.view(node)
    const positions = fold.voicesOf(register.id).facts(node, view.standing)
    const said = { positions, open: fold.negotiation.openOn(register.id, node) }
    const judged = judgeAgreement(view, said, course.partiesAt(node).parties, payload)
    if ('noEffect' in judged) return judged.noEffect
    register.agree({ node, payload, setters: view.standing, reservations: judged.reservations })
    return null
  }
}

function reopen(node: Node, payload: Payloads['reopen']) {
  return (register: Register): NoEffect | null => {
    const isInForce = register.view(node).inForce.some((one) => one.node.act.id === payload.agreement)
    if (!isInForce) return 'supersededBase'
    register.reopen({ node, payload })
    return null
  }
}

/** For the log, where the act itself says too little to be judged. */
function paragraphOf(payload: KnownPayload): string | null {
  if ('paragraph' in payload) return payload.paragraph
  if (payload.kind === 'propose') return placeOf(payload.operation)
  if (payload.kind === 'bracket') return payload.anchor.paragraph
  if (payload.kind !== 'incorporate') return null
  return payload.paragraphs.length === 1 ? (payload.paragraphs[0]?.paragraph ?? null) : null
}
