import type { ClauseKind, ClauseLevel } from '#shared/domain/clause.ts'
import type { DocumentType, LayoutFamily } from '#shared/acts/state.ts'

/** A clause before it has an identity; the shape that an imported zero draft has too. */
export interface SampleClause {
  readonly kind: ClauseKind
  readonly level: ClauseLevel
  readonly text: string
}

/** What the sample conference needs in order to create one document. */
export interface SampleText {
  readonly id: string
  readonly type: DocumentType
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly layout: LayoutFamily
  /** Id of the network entry the text comes from. */
  readonly network: string | null
  readonly clauses: readonly SampleClause[]
}

const of =
  (kind: ClauseKind, level: ClauseLevel = 0) =>
  (text: string): SampleClause => ({ kind, level, text })

export const title = of('title')
export const heading = of('heading')
export const chapeau = of('chapeau')
export const preambular = of('preambular')
export const operative = of('operative')
export const letter = of('operative', 1)
export const numeral = of('operative', 2)
export const signature = of('signature')
