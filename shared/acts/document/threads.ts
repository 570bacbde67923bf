/**
 * Comments and contributions, grouped into threads. A thread lives in the scope it was begun in, and is read
 * by whoever reads that scope; what it is about is where its words are now. Nothing here touches the text.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import { quotes } from '#shared/acts/anchor.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { About, Audience, CommentState, ThreadState } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import { parseScope } from '#shared/acts/scope.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect } from '#shared/acts/state.ts'
import { Kept } from './kept.ts'
import type { Text } from './text.ts'
import { doneBy, Tips, type Receipts } from './tips.ts'
import type { Touched } from './touched.ts'
import { placeNow } from './whereabouts.ts'

type Comment = Effective<Payloads['comment'] | Payloads['contribution']>

interface Thread {
  readonly comments: Comment[]
  readonly resolutions: Tips<Effective<Payloads['resolve']>>
}

export class Threads {
  /** In the order of their first comments. */
  readonly #threads = new Map<ActId, Thread>()
  /** By act that is part of one. */
  readonly #threadOf = new Map<ActId, ActId>()
  readonly #kept = new Kept<ThreadState>()
  /** Places among the threads. */
  readonly #indexes = new Map<ActId, number>()
  /** By paragraph named the threads about it. */
  readonly #about = new Map<string, ActId[]>()
  #inOrder: readonly ThreadState[] = []

  take(comment: Comment): NoEffect | null {
    const { node, payload } = comment
    if (payload.thread === null) {
      this.#indexes.set(node.act.id, this.#threads.size)
      this.#threads.set(node.act.id, { comments: [comment], resolutions: new Tips() })
      const about = paragraphOf(payload.about)
      if (about !== null) this.#about.set(about, [...(this.#about.get(about) ?? []), node.act.id])
      this.#threadOf.set(node.act.id, node.act.id)
      return null
    }
    const thread = this.#knownTo(node, payload.thread)
    if (!thread) return 'unknownThread'
    thread.comments.push(comment)
    this.#threadOf.set(node.act.id, payload.thread)
    return null
  }

  resolve(resolution: Effective<Payloads['resolve']>): NoEffect | null {
    const thread = this.#knownTo(resolution.node, resolution.payload.thread)
    if (!thread) return 'unknownThread'
    thread.resolutions.take(resolution)
    this.#threadOf.set(resolution.node.act.id, resolution.payload.thread)
    return null
  }

  /** The paragraph that a comment is about, for the log. */
  paragraphOf({ thread, about }: Payloads['comment'] | Payloads['contribution']): string | null {
    const first = thread === null ? undefined : this.#threads.get(thread)?.comments[0]
    return paragraphOf(first?.payload.about ?? about)
  }

  /** Only threads that an act is part of, or whose paragraph one is about, are looked at again. */
  project(text: Text | null, receipts: Receipts, touched?: Touched): readonly ThreadState[] {
    const states = [...this.#inOrder]
    for (const id of touched ? this.#stirred(text, touched) : this.#threads.keys()) {
      const thread = this.#threads.get(id)
      const first = thread?.comments[0]
      const index = this.#indexes.get(id)
      if (!first || index === undefined) continue
      states[index] = this.#kept.same(id, threadState(first, thread, text, receipts))
    }
    this.#inOrder = states
    return states
  }

  #stirred(text: Text | null, { acts, paragraphs }: Touched): Set<ActId> {
    const named = [...paragraphs].flatMap((id) => {
      if (id === null) return []
      const whole = standsIn(id, text)
      return [id, whole, ...(text?.registers.get(whole)?.joined ?? []).map((part) => part.id)]
    })
    return new Set([
      ...[...acts].flatMap((act) => this.#threadOf.get(act) ?? []),
      ...named.flatMap((paragraph) => this.#about.get(paragraph) ?? []),
    ])
  }

  /** Of the same scope, and begun before. */
  #knownTo(node: Node, id: ActId): Thread | undefined {
    const thread = this.#threads.get(id)
    const first = thread?.comments[0]
    if (!first || first.payload.scope !== node.act.payload.scope) return undefined
    return reaches(node.place, first.node.place) ? thread : undefined
  }
}

function threadState(
  first: Comment,
  { comments, resolutions }: Thread,
  text: Text | null,
  receipts: Receipts,
): ThreadState {
  const last = resolutions.last
  const isResolved = last !== undefined && resolutions.all.every(({ payload }) => payload.resolved)
  return {
    thread: first.node.act.id,
    audience: audienceOf(first.payload.scope),
    about: aboutOf(first, text),
    comments: comments.map((comment) => commentState(comment, receipts)),
    resolved: isResolved ? doneBy(last, receipts) : null,
  }
}

function commentState(comment: Comment, receipts: Receipts): CommentState {
  const { payload } = comment
  const mentions = payload.kind === 'comment' ? payload.mentions : []
  return { ...doneBy(comment, receipts), text: payload.text, mentions }
}

function audienceOf(scope: string): Audience {
  const parsed = parseScope(scope)
  switch (parsed?.kind) {
    case 'delegation':
    case 'audience':
      return { kind: parsed.kind, country: parsed.country }
    case 'bureau':
    case 'observers':
      return { kind: parsed.kind }
    default:
      return { kind: 'all' }
  }
}

function aboutOf({ node, payload: { about } }: Comment, text: Text | null): About {
  if (about.kind === 'paragraph') return { ...about, paragraph: standsIn(about.paragraph, text) }
  if (about.kind !== 'words') return about
  const { paragraph, hash, from, to, quote } = about.anchor
  const base = text?.registers.get(paragraph)?.wordingAt(node, hash)?.clauses
  const place = text && base && quotes(base, { from, to }, quote)
  return {
    ...{ kind: 'words', paragraph: standsIn(paragraph, text), quote },
    place: place ? placeNow({ paragraph, base, from, to }, text) : null,
  }
}

/** The whole, where a round has joined the part it was about. */
function standsIn(paragraph: string, text: Text | null): string {
  return text?.parts.standsIn(paragraph, null) ?? paragraph
}

function paragraphOf(about: Payloads['comment']['about']): string | null {
  if (about.kind === 'paragraph') return about.paragraph
  return about.kind === 'words' ? about.anchor.paragraph : null
}
