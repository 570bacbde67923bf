/** Where the member is looking: the part of the window's state that no other device shares. */
import type { CountryCode } from '#shared/domain/country.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { createStore, type Store } from './store.ts'

export type Question =
  | {
      readonly kind:
        'about' | 'shortcuts' | 'export' | 'goTo' | 'drafts' | 'enrolments' | 'parties' | 'conference'
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'position'; readonly paragraph: string; readonly value: PositionValue }
  | { readonly kind: 'agree' | 'reopen' | 'suppress' | 'insert'; readonly paragraph: string }
  | { readonly kind: 'stage'; readonly step: StageStep }

export type StageStep = 'jointDrafting' | 'preparation' | 'negotiation' | 'backToDrafting' | 'closeRound'

/** A version of a text: the round of that number, or the text as it is now. */
export type VersionKey = number | 'now'

export interface Comparison {
  readonly doc: string
  /** null: nothing to compare with, `to` is read by itself. */
  readonly from: VersionKey | null
  readonly to: VersionKey
}

export interface Place {
  readonly doc: string | null
  readonly mode: 'text' | 'matrix' | 'compare'
  /** Of which document two versions are compared, and which; null: as the view begins. */
  readonly compare: Comparison | null
  readonly sheet: 'consensus' | 'history' | 'log'
  readonly paragraph: string | null
  /** The paragraph in which the caret is wanted, until the editor has taken it there. */
  readonly caret: string | null
  /** The country whose row is wanted in the consensus sheet. */
  readonly country: CountryCode | null
  readonly drawer: boolean
  readonly authorship: boolean
  readonly find: boolean
  /** The draft on the screen that this window has open: its room and the paragraph it may replace. */
  readonly screen: { readonly room: string; readonly paragraph: string; readonly isNew: boolean } | null
  readonly question: Question | null
}

export type View = Store<Place> & { go(change: Partial<Place>): void }

export function createView(): View {
  const store = createStore<Place>({
    doc: null,
    mode: 'text',
    compare: null,
    sheet: 'consensus',
    paragraph: null,
    caret: null,
    country: null,
    drawer: false,
    authorship: false,
    find: false,
    screen: null,
    question: null,
  })
  return {
    ...store,
    go(change) {
      store.update((place) => ({ ...place, ...change }))
    },
  }
}
