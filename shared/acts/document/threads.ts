/**
 * Comments and contributions, grouped into threads. A thread lives in the scope it was begun in, and is read
 * by whoever reads that scope; what it is about is where its words are now. Nothing here touches the text.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { About, Audience, CommentState, ThreadState } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import { parseScope } from '#shared/acts/scope.ts'
import type { Node } from '#shared/acts/set.ts'
import type { ActId, NoEffect } from '#shared/acts/state.ts'
import { placeNow } from './anchors.ts'
import { Kept } from './kept.ts'
import type { Text } from './text.ts'
import { doneBy, Tips, type Receipts } from './tips.ts'

type Comment = Effective<Payloads['comment'] | Payloads['contribution']>

interface Thread {
  readonly comments: Comment[]
  readonly resolutions: Tips<Effective<Payloads['resolve']>>
}

export class Threads {
  /** In the order of their first comments. */
  readonly #threads = new Map<ActId, Thread>()
  readonly #kept = new Kept<ThreadState>()

  take(comment: Comment): NoEffect | null {
    const { node, payload } = comment
    if (payload.thread === null) {
      this.#threads.set(node.act.id, { comments: [comment], resolutions: new Tips() })
      return null
    }
    const thread = this.#knownTo(node, payload.thread)
    if (!thread) return 'unknownThread'
    thread.comments.push(comment)
    return null
  }

  resolve(resolution: Effective<Payloads['resolve']>): NoEffect | null {
    const thread = this.#knownTo(resolution.node, resolution.payload.thread)
    if (!thread) return 'unknownThread'
    thread.resolutions.take(resolution)
    return null
  }

  /** The paragraph that a comment is about, for the log. */
  paragraphOf({ thread, about }: Payloads['comment'] | Payloads['contribution']): string | null {
    const first = thread === null ? undefined : this.#threads.get(thread)?.comments[0]
    return paragraphOf(first?.payload.about ?? about)
  }

  project(text: Text | null, receipts: Receipts): ThreadState[] {
    return [...this.#threads.values()].flatMap((thread) => {
      const first = thread.comments[0]
      return first ? [this.#kept.same(first.node.act.id, threadState(first, thread, text, receipts))] : []
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
    about: aboutOf(first.payload.about, text),
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

function aboutOf(about: Payloads['comment']['about'], text: Text | null): About {
  if (about.kind !== 'words') return about
  const { paragraph, quote } = about.anchor
  const current = text?.registers.get(paragraph)?.view(null).current ?? null
  return { kind: 'words', paragraph, quote, place: current && placeNow(about.anchor, current.wording) }
}

function paragraphOf(about: Payloads['comment']['about']): string | null {
  if (about.kind === 'paragraph') return about.paragraph
  return about.kind === 'words' ? about.anchor.paragraph : null
}
