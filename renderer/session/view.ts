/** Where the member is looking: the part of the window's state that no other device shares. */
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import type { Backing } from '#shared/domain/proposal.ts'
import { FIRST_FILTER, type CardFilter } from './card-filter.ts'
import type { Show } from './reading.ts'
import { NO_FILTER, type TextFilter } from './text-filter.ts'
import { createStore, type Store } from './store.ts'
import type { Tabling } from './tabling.ts'
import { FIRST_THREADS, type AudienceKind, type CommentAbout, type ThreadFilter } from './threads.ts'

/** From and to in a paragraph's text with one line a clause. */
export interface WordPlace {
  readonly from: number
  readonly to: number
}

export type Question =
  | {
      readonly kind:
        | 'about'
        | 'away'
        | 'shortcuts'
        | 'export'
        | 'goTo'
        | 'drafts'
        | 'enrolments'
        | 'parties'
        | 'replace'
        | 'saveExchange'
        | 'openExchange'
        | 'conference'
        | 'proposalList'
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'position'; readonly paragraph: string; readonly value: PositionValue }
  | { readonly kind: 'agree' | 'reopen' | 'suppress' | 'insert'; readonly paragraph: string }
  | { readonly kind: 'back'; readonly proposal: string; readonly value: Exclude<Backing, 'support'> }
  | { readonly kind: 'withdraw'; readonly proposal: string }
  | { readonly kind: 'decline'; readonly proposal: string }
  | {
      readonly kind: 'incorporateProposals'
      readonly paragraph: string
      readonly proposals: readonly string[]
    }
  | { readonly kind: 'bracket'; readonly paragraph: string; readonly words: WordPlace | null }
  | { readonly kind: 'liftBracket'; readonly bracket: string }
  | { readonly kind: 'stage'; readonly step: StageStep }
  | { readonly kind: 'table'; readonly tabling: Tabling }
  | { readonly kind: 'moveParagraph'; readonly paragraph: string }
  | { readonly kind: 'comment'; readonly about: CommentAbout }

export type StageStep = 'jointDrafting' | 'preparation' | 'negotiation' | 'backToDrafting' | 'closeRound'

/** A version of a text: the round of that number, or the text as it is now. */
export type VersionKey = number | 'now'

export interface Comparison {
  readonly doc: string
  /** null: nothing to compare with, `to` is read by itself. */
  readonly from: VersionKey | null
  readonly to: VersionKey
}

/** Where this member writes in a text under negotiation: in a proposal of their delegation, not in the text. */
export interface Pen {
  /** The row it stands at. */
  readonly paragraph: string
  /** A draft of the delegation; null: the words as they are, of which the first change makes a draft. */
  readonly draft: string | null
  /** Where the pointer went in, in px: from the window's left edge and the top of the words. null: before the first word. */
  readonly at: { readonly x: number; readonly y: number } | null
}

export type SheetKey = 'proposals' | 'comments' | 'consensus' | 'history' | 'log'

export interface OnScreen {
  readonly room: string
  readonly paragraph: string
  readonly isNew: boolean
  /** Words to be put there instead of the paragraph's, until they are. */
  readonly seed: readonly Clause[] | null
  /** The proposals these words were made of. */
  readonly used: readonly string[]
}

export interface Place {
  readonly doc: string | null
  readonly mode: 'text' | 'matrix' | 'compare'
  /** What a click into the words of a text under negotiation is for. */
  readonly writing: 'propose' | 'read'
  readonly pen: Pen | null
  /** Of which document two versions are compared, and which; null: as the view begins. */
  readonly compare: Comparison | null
  /** What of the negotiation stands in the text. */
  readonly show: Show
  /** Which paragraphs stand in text and outline. */
  readonly filter: TextFilter
  /** null: as the text was when the member came to it. */
  readonly sheet: SheetKey | null
  /** The proposal whose card the member is at, by its act, and the one they are to be taken to. */
  readonly card: string | null
  readonly soughtCard: string | null
  readonly cards: CardFilter
  readonly threads: ThreadFilter
  /** By document: whom this member wrote to last, in this window. */
  readonly audiences: Readonly<Record<string, AudienceKind>>
  readonly paragraph: string | null
  /** The paragraph in which the caret is wanted, until the editor has taken it there. */
  readonly caret: string | null
  /** The country whose row is wanted in the consensus sheet. */
  readonly country: CountryCode | null
  readonly drawer: boolean
  readonly authorship: boolean
  readonly find: boolean
  /** The bar that finds in a text that is drafted replaces too. */
  readonly replacing: boolean
  /** The draft on the screen that this window has open: its room and the paragraph it may replace. */
  readonly screen: OnScreen | null
  readonly question: Question | null
}

export type View = Store<Place> & { go(change: Partial<Place>): void }

export function createView(): View {
  const store = createStore<Place>({
    doc: null,
    mode: 'text',
    writing: 'propose',
    pen: null,
    compare: null,
    show: { kind: 'current' },
    filter: NO_FILTER,
    sheet: null,
    card: null,
    soughtCard: null,
    cards: FIRST_FILTER,
    threads: FIRST_THREADS,
    audiences: {},
    paragraph: null,
    caret: null,
    country: null,
    drawer: false,
    authorship: false,
    find: false,
    replacing: false,
    screen: null,
    question: null,
  })
  return {
    ...store,
    go(change) {
      store.update((place) => withPen(place, { ...place, ...change }))
    },
  }
}

/** Whoever goes on to another paragraph, text or view, or only reads, lays the pen down. */
function withPen(before: Place, next: Place): Place {
  const { pen } = next
  if (pen === null) return next
  const stays = next.doc === before.doc && next.mode === 'text' && next.writing === 'propose'
  return stays && pen.paragraph === next.paragraph ? next : { ...next, pen: null }
}
