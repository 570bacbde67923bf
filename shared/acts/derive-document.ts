/**
 * The state of one document, from the acts of its scopes and the powers of the conference. A pure function
 * of the set: {@link DocumentDeriver} gives the same values, but only does again what a new act can change.
 */
import { Course } from './document/course.ts'
import { DocumentFold } from './document/fold.ts'
import { Journal } from './document/journal.ts'
import { projectPrepared } from './document/project.ts'
import type { Touched } from './document/touched.ts'
import { Views } from './document/views.ts'
import { troubleOf, waitingEntries } from './log.ts'
import { powersOf, type Powers } from './powers.ts'
import { compareNodes, type ActSet, type Node } from './set.ts'
import type { DocumentState, Instant, PreparedPosition, Sha256 } from './state.ts'

export interface DocumentOptions {
  /** Content of a blob that this device holds, verified on arrival. */
  blobs(hash: Sha256): Uint8Array | undefined
  sha256(bytes: Uint8Array): Sha256
  /** Newest receipt plus what has elapsed since. Nothing in a document ends by itself yet. */
  readonly now: Instant
}

export function deriveDocument(set: ActSet, docId: string, options: DocumentOptions): DocumentState {
  return new DocumentDeriver(set, docId).derive(options)
}

/** What was folded, and how far; a new one is begun when something changed that reaches back. */
interface Progress {
  readonly powers: Powers
  readonly course: Course
  readonly fold: DocumentFold
  readonly journal: Journal
  readonly views: Views
  last: Node | undefined
}

export class DocumentDeriver {
  readonly #set: ActSet
  readonly #doc: string
  #progress: Progress | null = null
  #placed = 0
  #version = -1
  #state: DocumentState | null = null
  #prepared: readonly PreparedPosition[] = []

  constructor(set: ActSet, doc: string) {
    this.#set = set
    this.#doc = doc
  }

  /** The very same object while nothing has changed; unchanged paragraphs are the same objects too. */
  derive(options: DocumentOptions): DocumentState {
    const lacking = this.#progress ? lackingBlobs(this.#progress.fold, options) : []
    const sameBlobs = lacking.join() === this.#state?.trouble.missingBlobs.join()
    if (this.#state && sameBlobs && this.#version === this.#set.version) return this.#state
    const known = this.#progress
    const progress = known && sameBlobs && this.#goOn(known) ? known : this.#begin(options)
    const touched = progress.journal.catchUp()
    if (touched.acts.size > 0 || progress !== known) this.#prepared = projectPrepared(progress.fold)
    this.#progress = progress
    this.#placed = this.#set.placed.length
    this.#version = this.#set.version
    this.#state = this.#project(progress, touched, options)
    return this.#state
  }

  /** Folds what is new; false, with nothing done, where it reaches back. */
  #goOn(progress: Progress): boolean {
    const fresh = this.#fresh()
    if (!this.#reachesNotBack(progress, fresh)) return false
    proceed(progress, fresh)
    return true
  }

  /** New acts of this document's scopes, in canonical order. */
  #fresh(): Node[] {
    const own = `doc/${this.#doc}`
    return this.#set.placed
      .slice(this.#placed)
      .filter(({ act: { payload } }) => payload.scope === own || payload.scope.startsWith(`${own}/`))
      .sort(compareNodes)
  }

  /**
   * Whether the new acts only add to what was folded: they come last in the canonical order, no power has
   * changed, no key has forked, and no round among them passes over what was there.
   */
  #reachesNotBack({ powers, last }: Progress, fresh: readonly Node[]): boolean {
    const first = fresh[0]
    const comesLast = first === undefined || last === undefined || compareNodes(last, first) < 0
    const hasRound = fresh.some(({ act }) => act.payload.kind === 'round')
    return comesLast && !hasRound && this.#set.isSound && powers === powersOf(this.#set)
  }

  #begin({ sha256, blobs }: DocumentOptions): Progress {
    const powers = powersOf(this.#set)
    const course = new Course(powers)
    const fold = new DocumentFold({ doc: this.#doc, powers, course, sha256, blobs })
    const journal = new Journal(this.#set, powers, fold)
    const views = new Views(fold, journal)
    const progress = { powers, course, fold, journal, views, last: undefined }
    proceed(progress, this.#set.inOrder(this.#set.scopesOf(this.#doc)))
    return progress
  }

  #project(progress: Progress, touched: Touched, options: DocumentOptions): DocumentState {
    const { powers, course, fold, journal, views } = progress
    const { parties, basis } = course.partiesAt(null)
    const { stage, suspended, phase } = course.stageAt(null)
    const scopes = this.#set.scopesOf(this.#doc)
    const receivedAt = (id: string) => this.#set.receiptOf(id)?.received ?? null
    const text = fold.isUnread ? null : fold.text
    return {
      id: this.#doc,
      stage,
      suspended,
      phase,
      parties,
      partiesBasis: basis,
      rounds: fold.rounds.folded.map((round) => ({ ...round, received: receivedAt(round.act) })),
      ...views.look(touched, { parties, receivedAt }),
      prepared: this.#prepared,
      published: fold.published.map(({ node, payload: { round, blob } }) => ({
        round,
        blob,
        act: node.act.id,
      })),
      threads: fold.threads.project(text, { receivedAt }, touched),
      huddles: fold.huddles.project({ receivedAt }),
      drafts: fold.drafts.project(text, { receivedAt }),
      log: [...journal.entries, ...waitingEntries(this.#set, powers, scopes)],
      trouble: troubleOf(this.#set, powers, scopes, lackingBlobs(fold, options)),
    }
  }
}

function proceed(progress: Progress, nodes: readonly Node[]): void {
  for (const node of nodes) progress.course.take(node)
  for (const node of nodes) progress.fold.take(node)
  progress.last = nodes.at(-1) ?? progress.last
}

/** Blobs that rounds and publications name and that are not here, or are no text of a round. */
function lackingBlobs(fold: DocumentFold, { blobs }: DocumentOptions): Sha256[] {
  const named = [
    ...fold.rounds.folded.map(({ blob }) => blob),
    ...fold.published.map(({ payload }) => payload.blob),
  ]
  const lacking = (hash: Sha256) => fold.rounds.unreadable.has(hash) || blobs(hash) === undefined
  return [...new Set(named)].filter(lacking).sort()
}
