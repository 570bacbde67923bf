/**
 * A proposal is a wording of its own beside the text (rules 2 to 7): what it would do to which paragraph,
 * carried whole. Nothing here nests, and nothing here touches the text.
 */
import type { Clause } from './clause.ts'

/** What a proposal would do. A paragraph it rests on is named with the wording its author saw. */
export type Operation =
  | {
      readonly kind: 'amend' | 'alternative'
      readonly paragraph: string
      readonly hash: string
      readonly clauses: readonly Clause[]
    }
  | { readonly kind: 'insert'; readonly after: string | null; readonly clauses: readonly Clause[] }
  | { readonly kind: 'delete'; readonly paragraph: string; readonly hash: string }
  | {
      readonly kind: 'move'
      readonly paragraph: string
      readonly hash: string
      readonly after: string | null
    }
  | {
      readonly kind: 'split'
      readonly paragraph: string
      readonly hash: string
      readonly parts: readonly (readonly Clause[])[]
    }
  | { readonly kind: 'merge'; readonly paragraphs: readonly Target[]; readonly clauses: readonly Clause[] }

export interface Target {
  readonly paragraph: string
  readonly hash: string
}

export const OPERATIONS = ['amend', 'alternative', 'insert', 'delete', 'move', 'split', 'merge'] as const
export type OperationKind = (typeof OPERATIONS)[number]

export const NATURES = ['substantive', 'editorial', 'translation', 'technical'] as const
export type Nature = (typeof NATURES)[number]

/** What another country holds of a version of a proposal; bound to that version (rule 5). */
export const BACKINGS = ['support', 'reserve', 'object'] as const
export type Backing = (typeof BACKINGS)[number]

/**
 * | pending            | tabled, waits for the Chair                                                        |
 * | incorporated       | the Chair brought it, or parts of it, into the text                                |
 * | declined           | "no acogida", with a reason                                                        |
 * | withdrawn          | no proponent keeps it alive                                                        |
 * | superseded         | a later version, or an incorporated bridging proposal, took its place              |
 * | fallen             | "caída": the words it would change are no longer there; its text stays             |
 * | afterAgreement     | its paragraph is agreed: no effect until that is opened again                      |
 * | suppressedMeanwhile| its paragraph was suppressed meanwhile: both facts stay, the Chair is asked        |
 */
export const PROPOSAL_STATUSES = [
  'pending',
  'incorporated',
  'declined',
  'withdrawn',
  'superseded',
  'fallen',
  'afterAgreement',
  'suppressedMeanwhile',
] as const
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

/** The paragraphs an operation rests on, with the wordings it names. */
export function targetsOf(operation: Operation): readonly Target[] {
  switch (operation.kind) {
    case 'insert':
      return []
    case 'merge':
      return operation.paragraphs
    default:
      return [{ paragraph: operation.paragraph, hash: operation.hash }]
  }
}

/** Where a proposal is shown in the text: at the paragraph it is about, or after which it inserts; null: before the first. */
export function placeOf(operation: Operation): string | null {
  if (operation.kind === 'insert') return operation.after
  return targetsOf(operation)[0]?.paragraph ?? null
}
