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
  readonly #states = new Map<ActId, ThreadState>()

  take(comment: Comment): NoEffect | null {
    const { node, payload } = comment
    if (payload.thread === null) {
      this.#threads.set(node.act.id, { comments: [comment], resolutions: new Tips() })
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
  project(text: Text | null, receipts: Receipts, touched?: Touched): ThreadState[] {
    const stirred = new Set([...(touched?.acts ?? [])].flatMap((act) => this.#threadOf.get(act) ?? []))
    return [...this.#threads].flatMap(([id, thread]) => {
      const first = thread.comments[0]
      const known = this.#states.get(id)
      const isTouched = stirred.has(id) || !touched || touched.paragraphs.has(placeOf(first, text))
      if (known && !isTouched) return [known]
      if (!first) return []
      const made = this.#kept.same(id, threadState(first, thread, text, receipts))
      this.#states.set(id, made)
      return [made]
    })
  }

  /** Of the same scope, and begun before. */
  #knownTo(node: Node, id: ActId): Thread | undefined {
    const thread = this.#threads.get(id)
    const first = thread?.comments[0]
    if (!first || first.payload.scope !== node.act.payload.scope) return undefined
    return reaches(node.place, first.node.place) ? thread : undefined
  }
}

/** The paragraph whose words it depends on. */
function placeOf(first: Comment | undefined, text: Text | null): string | null {
  const paragraph = first ? paragraphOf(first.payload.about) : null
  return paragraph === null ? null : standsIn(paragraph, text)
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
