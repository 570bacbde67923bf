/**
 * The state of a document, act by act in the canonical order. Each act is judged by what came before it in
 * the causal order; acts it did not know can put it in dispute but never change what it was allowed to do.
 */
import type { CountryCode } from '#shared/domain/country.ts'
import { placeOf } from '#shared/domain/proposal.ts'
import { holdsPower, type Action } from '#shared/domain/rights.ts'
import { actionOf, type KnownPayload, type Payloads } from '#shared/acts/kinds/index.ts'
import { contextOf } from '#shared/acts/kinds/kind.ts'
import type { Effective, Powers } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { NoEffect, Sha256 } from '#shared/acts/state.ts'
import type { Course } from './course.ts'
import type { Hash } from './hashes.ts'
import { judgeAgreement, unfitWording } from './judgements.ts'
import { Drafts } from './drafts.ts'
import { Huddles } from './huddles.ts'
import { isOfNegotiation, Negotiation } from './negotiation.ts'
import type { Register } from './register.ts'
import { Rounds } from './rounds.ts'
import { Text } from './text.ts'
import { TextActs } from './text-acts.ts'
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

export class DocumentFold {
  readonly text: Text
  readonly negotiation: Negotiation
  readonly threads = new Threads()
  readonly huddles = new Huddles()
  readonly drafts = new Drafts()
  readonly voices = new Map<string, Voices>()
  readonly prepared: Effective<Payloads['prepare']>[] = []
  readonly published: Effective<Payloads['publish']>[] = []
  readonly rounds: Rounds
  readonly judged: Judged[] = []
  /** By paragraph the acts that changed its text, under null the rounds: what a late act had not seen. */
  readonly changes = new Map<string | null, Node[]>()
  readonly #options: FoldOptions
  readonly #textActs: TextActs

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
    const judge = (node: Node, paragraph: string | null, noEffect: NoEffect | null) => {
      this.#judge(node, paragraph, noEffect)
    }
    this.rounds = new Rounds({ ...options, text: this.text, voicesOf: this.voicesOf, judge })
    this.#textActs = new TextActs({
      ...{ text: this.text, negotiation: this.negotiation, course: options.course, judge },
      barred: (node, payload, paragraph) => this.#barred(node, payload, paragraph),
      changed: (paragraph, node) => {
        this.#changed(paragraph, node)
      },
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
    return this.rounds.isUnread
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
      case 'suppress':
      case 'move':
      case 'split':
        this.#textActs.take(node, payload)
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
    if (verdict !== null) this.#judge(node, null, verdict)
    else {
      this.rounds.take(node, payload)
      this.#changed(null, node)
    }
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
    if (this.rounds.isUnreadAt(node)) return 'missingBlob'
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
    return this.rounds.isUnreadAt(node) ? 'missingBlob' : null
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
