/** What is derived of proposals, brackets, comments and contact groups; part of the state of a document. */
import type { ClauseLevel } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { TextLanguage } from '#shared/domain/language.ts'
import type {
  Backing,
  Nature,
  Operation,
  OperationKind,
  ProposalStatus,
  Target,
} from '#shared/domain/proposal.ts'
import type { ActId, Instant, KeyId } from './ids.ts'

/** Who did it and when: by the relay's receipt where there is one, else by the signer's clock. */
export interface Done {
  readonly act: ActId
  readonly by: KeyId
  readonly received: Instant | null
  readonly claimed: Instant
}

export interface Proponent {
  readonly country: CountryCode
  /** `pending`: named by another, its Speaker has not confirmed (rule 6). */
  readonly state: 'confirmed' | 'pending' | 'withdrawn'
}

/** One version of a proposal. Every version ever tabled is kept. */
export interface ProposalState extends Done {
  /** The same in all its versions. */
  readonly proposal: string
  readonly version: number
  readonly previous: ActId | null
  readonly operation: Operation
  /** The paragraph it is shown at; an insertion at the one it follows, null before the first. */
  readonly paragraph: string | null
  readonly language: TextLanguage
  /** Empty for the Chair's bridging proposals. */
  readonly proponents: readonly Proponent[]
  readonly nature: Nature
  readonly reason: string
  readonly answers: ActId | null
  readonly replaces: readonly ActId[]
  readonly huddle: string | null
  readonly status: ProposalStatus
  /**
   * The text under it has another wording than the one it names, while the words it would change are still
   * there: its owner may bring it onto the text as it is (rule 33).
   */
  readonly baseChanged: boolean
  /** Number of the last round its signer knew. */
  readonly round: number
  readonly backings: Readonly<
    Partial<Record<CountryCode, Done & { readonly value: Backing; readonly reason: string | null }>>
  >
  /** What ended it: an incorporation (whole where the text has its exact words), or the Chair's refusal. */
  readonly decision:
    | (Done & {
        readonly kind: 'incorporated' | 'declined'
        readonly whole: boolean
        readonly reason: string
      })
    | null
  /** The version, or the bridging proposal, that took its place. */
  readonly supersededBy: ActId | null
  readonly late: boolean
}

export interface BracketState extends Done {
  readonly paragraph: string
  /** The words as they were bracketed. */
  readonly quote: string
  /** Where these words are now, in the text of the paragraph with one line a clause; null where they changed. */
  readonly place: { readonly from: number; readonly to: number } | null
  readonly byChair: boolean
  readonly reason: string
  readonly countries: readonly { readonly country: CountryCode; readonly lifted: ActId | null }[]
  /** Lifted by each of its countries, or by the Chair without objection at a meeting (rule 8). */
  readonly lifted: (Done & { readonly meeting: string | null }) | null
}

export type About =
  | { readonly kind: 'document' }
  | { readonly kind: 'paragraph'; readonly paragraph: string }
  | {
      readonly kind: 'words'
      readonly paragraph: string
      readonly quote: string
      readonly place: { readonly from: number; readonly to: number } | null
    }
  | { readonly kind: 'proposal'; readonly proposal: ActId }

export interface CommentState extends Done {
  readonly text: string
  readonly mentions: readonly CountryCode[]
}

/** Who reads a thread: everybody at the table, one delegation, it and the bureau, the bureau, the observers' channel. */
export type Audience =
  | { readonly kind: 'all' | 'bureau' | 'observers' }
  | { readonly kind: 'delegation' | 'audience'; readonly country: CountryCode }

export interface ThreadState {
  /** The act that began it. */
  readonly thread: ActId
  readonly audience: Audience
  readonly about: About
  readonly comments: readonly CommentState[]
  readonly resolved: Done | null
}

export interface HuddleState extends Done {
  readonly huddle: string
  readonly paragraph: string | null
  readonly delegations: readonly CountryCode[]
  readonly open: boolean
  readonly reason: string
}

/** A draft of the own delegation's workshop; its words are in the room of that name. */
export interface DraftState extends Done {
  readonly draft: string
  readonly country: CountryCode
  readonly operation: OperationKind
  readonly targets: readonly Target[]
  readonly after: string | null
  readonly previous: ActId | null
  readonly answers: ActId | null
  readonly nature: Nature
  readonly reason: string
  readonly note: string
  readonly state: 'open' | 'tabled' | 'putAway'
  readonly tabled: ActId | null
  /** A target has another wording now, or is gone from the text. */
  readonly baseChanged: boolean
}

/** Part of a paragraph split for negotiation (rule 11). */
export interface PartOf {
  readonly paragraph: string
  /** From 0. */
  readonly index: number
  readonly of: number
  /** What its first clause is in the whole: 0 goes on in the clause before it, above that a sub-paragraph. */
  readonly level: ClauseLevel
}

export interface NegotiationState {
  /** In the order of the acts, all versions. */
  readonly proposals: readonly ProposalState[]
  readonly brackets: readonly BracketState[]
  readonly threads: readonly ThreadState[]
  readonly huddles: readonly HuddleState[]
  readonly drafts: readonly DraftState[]
}
