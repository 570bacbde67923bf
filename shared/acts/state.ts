/**
 * What is derived from acts, never stored. These are plain values: two members with the same
 * acts hold equal states, whatever the order in which the acts reached them.
 */
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import type { Missing, ParagraphStatus } from '#shared/domain/consensus.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { Localized, TextLanguage } from '#shared/domain/language.ts'
import type { LayoutFamily } from '#shared/domain/numbering.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import type { Member } from '#shared/domain/role.ts'
import type { Stage } from '#shared/domain/stage.ts'
import type { ActId, Instant, KeyId, Sha256 } from './ids.ts'
import type { NegotiationState, PartOf } from './negotiation-state.ts'

export type { ActId, Instant, KeyId, LayoutFamily, Missing, ParagraphStatus, Sha256 }

export type DocumentType = 'declaration' | 'recommendation' | 'message' | 'annex'
export interface MemberRecord {
  readonly key: KeyId
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string
  readonly member: Member
  /** Name of the delegation's desk or office, never of a person. */
  readonly label: string
  readonly act: ActId
  /** Set when the root closed the key; acts after `last` (per scope) are void. */
  readonly closed: { readonly act: ActId; readonly last: Readonly<Record<string, number>> } | null
}

export interface Facilitation {
  readonly key: KeyId
  readonly doc: string
  /** Id of the heading clause whose section is led; null: the whole document. */
  readonly section: string | null
  readonly act: ActId
}

export interface Presidency {
  readonly country: CountryCode
  readonly conference: string
  readonly from: string | null
}

export interface DocumentRecord {
  readonly id: string
  readonly type: DocumentType
  readonly title: string
  /** Without revision: `CSM/XX/DEC/1`. */
  readonly symbol: string
  /** Language of the authoritative text. */
  readonly language: TextLanguage
  readonly layout: LayoutFamily
  readonly network: string | null
  readonly draftingGroup: readonly CountryCode[]
  readonly openToObservers: boolean
  readonly act: ActId
}

export interface Entry {
  readonly act: ActId
  readonly id: string
  readonly type: 'agenda' | 'network' | 'declaration'
  readonly title: string
  /** Date or period in words as given (`2022-03`, `2022-02/2022-03`), where there is one. */
  readonly date: string | null
  readonly note: string | null
  /** For a past declaration: whether its text is in the conference's library. */
  readonly textLoaded: boolean
}

export interface ConferenceState {
  readonly id: string
  readonly title: Localized
  readonly edition: string
  readonly motto: string
  readonly root: KeyId
  readonly relayKey: string
  readonly presidencies: readonly Presidency[]
  /** The country that presides now, and the Troika: before, now, next (rule 42). */
  readonly ppt: CountryCode | null
  readonly troika: readonly CountryCode[]
  readonly members: ReadonlyMap<KeyId, MemberRecord>
  readonly facilitations: readonly Facilitation[]
  readonly documents: ReadonlyMap<string, DocumentRecord>
  readonly entries: readonly Entry[]
  /** Delegations that let their advisers table (rule 4), in order of code. */
  readonly advisersTable: readonly CountryCode[]
  readonly log: readonly LogEntry[]
  readonly trouble: Trouble
}

/** Why an act has no effect, or less than it says. Message ids are `effect.<reason>`. */
export type NoEffect =
  | 'unknownKind'
  | 'notAuthorised'
  | 'closedKey'
  | 'forked'
  | 'wrongStage'
  | 'agreedNotReopened'
  | 'supersededBase'
  | 'notInRound'
  | 'oldWording'
  | 'gateNotMet'
  | 'unknownParagraph'
  | 'missingAncestor'
  | 'missingBlob'
  | 'unknownProposal'
  | 'alreadyTabled'
  | 'alreadyThere'
  | 'changesNothing'
  | 'otherWords'
  | 'ownProposal'
  | 'proposalClosed'
  | 'unknownThread'
  | 'alreadySplit'

export interface LogEntry {
  readonly act: ActId
  readonly kind: string
  readonly by: KeyId
  readonly member: Member | null
  /** Time of the relay's receipt; null while only this device (or a file) has it. */
  readonly received: Instant | null
  readonly claimed: Instant
  readonly paragraph: string | null
  readonly noEffect: NoEffect | null
  /** When the relay received it, a newer text act on its paragraph, or a round, was there that its signer had not seen. */
  readonly late: boolean
  /** Its key signed two acts with one number; shown until the root closes that key. */
  readonly forked: boolean
}

export interface Trouble {
  /** Acts named as parents that are not here; scopes with a gap in a key's numbers. */
  readonly missing: readonly ActId[]
  readonly gaps: readonly { readonly scope: string; readonly key: KeyId; readonly seq: number }[]
  readonly forks: readonly { readonly scope: string; readonly key: KeyId; readonly seq: number }[]
  readonly missingBlobs: readonly Sha256[]
}

export interface RoundState {
  /** 0 opens negotiation, each later one closes a round. */
  readonly n: number
  readonly act: ActId
  readonly symbol: string
  readonly textHash: Sha256
  readonly blob: Sha256
  readonly received: Instant | null
  readonly claimed: Instant
  /** Old number to new number, for paragraphs whose number changed. */
  readonly renumbered: readonly { readonly paragraph: string; readonly from: string; readonly to: string }[]
  /** The blob differs from what this device folds from the acts the round names. */
  readonly mismatch: boolean
}

export type CountryPosition =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'current' | 'lapsed'
      readonly value: PositionValue
      readonly act: ActId
      readonly by: KeyId
      readonly received: Instant | null
      readonly claimed: Instant
      readonly reason: string | null
      /** The wording it was taken on: text of the paragraph's clauses, one line each. */
      readonly wording: string
      /** "Trasladada": taken on the parts of a split paragraph and brought over when they were joined (rule 11). */
      readonly carried: boolean
    }

export interface PreparedPosition {
  readonly act: ActId
  readonly country: CountryCode
  readonly paragraph: string
  readonly hash: Sha256
  readonly value: PositionValue
  readonly reason: string | null
  readonly by: KeyId
  readonly claimed: Instant
  /** Prepared on a wording that is no longer current. */
  readonly lapsed: boolean
  /** A later position of the country answered it. */
  readonly answered: boolean
}

export interface Wording {
  readonly clauses: readonly Clause[]
  readonly hash: Sha256
  readonly act: ActId
}

export interface ParagraphState {
  /** Id of its first clause. */
  readonly id: string
  readonly kind: ClauseKind
  /** `PP3`, `7 bis`, … empty where the layout does not number. */
  readonly number: string
  /** Whether consent is asked on it: not for headings and signature blocks. */
  readonly consent: boolean
  /** Set while it is a part of a paragraph split for negotiation (rule 11). */
  readonly part: PartOf | null
  readonly status: ParagraphStatus
  /** null while two concurrent acts set it (rule 35): see `alternatives`. */
  readonly wording: Wording | null
  readonly alternatives: readonly Wording[]
  /** Every wording it ever had, oldest first. */
  readonly history: readonly Wording[]
  readonly positions: Readonly<Record<CountryCode, CountryPosition>>
  readonly agreement: {
    readonly act: ActId
    readonly by: KeyId
    readonly received: Instant | null
    readonly claimed: Instant
    readonly reservations: readonly CountryCode[]
  } | null
  readonly reopened: { readonly act: ActId; readonly reason: string } | null
  readonly missing: readonly Missing[]
}

export interface DocumentState extends NegotiationState {
  readonly id: string
  readonly stage: Stage
  readonly suspended: boolean
  /** Number of the drafting phase: names the room `doc/<id>/text/<lang>/<phase>`. */
  readonly phase: number
  readonly parties: readonly CountryCode[]
  readonly partiesBasis: 'all' | 'present'
  readonly rounds: readonly RoundState[]
  /** In the order of the text, headings included; empty before negotiation. */
  readonly paragraphs: readonly ParagraphState[]
  readonly prepared: readonly PreparedPosition[]
  readonly published: readonly { readonly round: ActId; readonly blob: Sha256; readonly act: ActId }[]
  readonly log: readonly LogEntry[]
  readonly trouble: Trouble
}
