/**
 * Words of a room on their way out of it: refused by the relay, or in a room that may not be entered any more.
 * Guarantees: whoever is told that a word was taken finds it in the one draft on the disk, also what a window
 * writes until it has heard that the room starts again.
 */
import * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import type { Refusal } from '#shared/sync/protocol.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { receivedFrom } from '#shared/words/origin.ts'
import { bodyOf, encodeRoom, newRoomDoc } from '#shared/words/room.ts'
import { draftOf, type KeptDrafts } from './kept-drafts.ts'
import type { WriteResult } from './room-replica.ts'

export interface AsideOptions {
  readonly drafts: KeptDrafts
  readonly conf: string
  readonly room: string
  readonly at: string
  readonly reason: Refusal
  /** What the relay holds. */
  readonly theirs: readonly Clause[]
  /** The draft on the disk is another one now. */
  readonly changed: () => void
}

const RECEIVED = receivedFrom('store')

export class Aside {
  readonly #options: AsideOptions
  readonly #doc = newRoomDoc()
  #id: string | null = null
  #kept = ''

  constructor(options: AsideOptions) {
    this.#options = options
  }

  /** False: it is not on the disk, and must stay where it is. */
  async take(update: Uint8Array): Promise<boolean> {
    Y.applyUpdate(this.#doc, update, RECEIVED)
    const { drafts, changed, ...words } = this.#options
    const draft = draftOf({ ...words, mine: readClauses(bodyOf(this.#doc)) })
    // Nothing differs (any more) from what the relay holds: nothing can be lost.
    if (draft === null) return true
    this.#id ??= draft.id
    const content = { ...draft, id: this.#id }
    const text = JSON.stringify(content)
    if (text === this.#kept) return true
    if (!(await drafts.keep(content, encodeRoom(this.#doc)))) return false
    this.#kept = text
    changed()
    return true
  }

  async write(update: Uint8Array): Promise<WriteResult> {
    return (await this.take(update)) ? { ok: true } : { ok: false, code: 'storage' }
  }
}
