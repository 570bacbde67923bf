/**
 * What has been typed at a paragraph and has no room yet. The first change asks for a draft; until its room
 * has the words they are kept here, as long as the conference is open, wherever the member goes meanwhile.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { newCopy, type Copy } from '#renderer/editor/copy.ts'
import type { ConferenceStore } from '#renderer/session/conference-store.ts'
import { createStore, type Readable } from '#renderer/session/store.ts'

/**
 * | untouched | nothing typed                                                        |
 * | asked     | a draft has been asked for                                           |
 * | listed    | the draft is there, its room still opens                             |
 * | failed    | there is no draft; the words are here, and it can be asked for again |
 * | apart     | the room has other words: both are there and the person decides      |
 */
export type CopyState =
  | { readonly kind: 'untouched' | 'asked' | 'failed' | 'apart' }
  | { readonly kind: 'listed'; readonly draft: string }

export interface Kept {
  readonly copy: Copy
  readonly state: CopyState
}

/** Answers with the draft's name; null where none could be made, which has been said by then. */
export type AskForDraft = () => Promise<string | null>

export interface Copies {
  readonly all: Readable<ReadonlyMap<string, Kept>>
  /** The copy at that paragraph, made now unless there is one. */
  begin(paragraph: string, base: readonly Clause[], ask: AskForDraft): void
  /** After a failure. */
  askAgain(paragraph: string, ask: AskForDraft): Promise<void>
  /** Words that were made for a draft, until its room has them; false where others wait at the paragraph. */
  bring(paragraph: string, copy: Copy, draft: string): boolean
  /** The room has the words, or has others. */
  handedOver(paragraph: string, done: boolean): void
  /** Only what nobody has typed into, and what the person is done with, goes. */
  drop(paragraph: string): void
}

const opened = new WeakMap<ConferenceStore, Map<string, Copies>>()

export function copiesOf(conference: ConferenceStore, doc: string): Copies {
  const documents = opened.get(conference) ?? new Map<string, Copies>()
  opened.set(conference, documents)
  const known = documents.get(doc) ?? createCopies()
  documents.set(doc, known)
  return known
}

function createCopies(): Copies {
  const all = createStore<ReadonlyMap<string, Kept>>(new Map())
  const set = (paragraph: string, kept: Kept) => {
    all.update((before) => new Map(before).set(paragraph, kept))
  }
  const become = (paragraph: string, state: CopyState) => {
    const kept = all.get().get(paragraph)
    if (kept !== undefined) set(paragraph, { ...kept, state })
  }
  const drop = (paragraph: string) => {
    const kept = all.get().get(paragraph)
    if (kept === undefined) return
    all.update((before) => new Map([...before].filter(([id]) => id !== paragraph)))
    kept.copy.close()
  }
  const ask = async (paragraph: string, askForDraft: AskForDraft) => {
    become(paragraph, { kind: 'asked' })
    const draft = await askForDraft()
    become(paragraph, draft === null ? { kind: 'failed' } : { kind: 'listed', draft })
  }
  return {
    all,
    drop,
    begin(paragraph, base, askForDraft) {
      if (all.get().has(paragraph)) return
      const copy = newCopy(base)
      set(paragraph, { copy, state: { kind: 'untouched' } })
      const stop = copy.onWords(() => {
        stop()
        void ask(paragraph, askForDraft)
      })
    },
    askAgain: ask,
    bring(paragraph, copy, draft) {
      const before = all.get().get(paragraph)
      if (before !== undefined && before.state.kind !== 'untouched') return false
      set(paragraph, { copy, state: { kind: 'listed', draft } })
      return true
    },
    handedOver(paragraph, done) {
      if (done) drop(paragraph)
      else become(paragraph, { kind: 'apart' })
    },
  }
}
