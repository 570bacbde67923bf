/**
 * A clause is the smallest piece of a text that has an identity: one marker and what follows it.
 * A paragraph, the unit of consent, is a clause of level 0 with what hangs on it (see paragraph.ts).
 */
export const CLAUSE_KINDS = [
  'title',
  'heading',
  'chapeau',
  'preambular',
  'operative',
  'text',
  'footnote',
  'signature',
] as const
export type ClauseKind = (typeof CLAUSE_KINDS)[number]

/** 0 is a paragraph, 1 to 3 its sub-paragraphs. */
export type ClauseLevel = 0 | 1 | 2 | 3

/** Values a formatting attribute or an embed may hold; primitives only, so that canonical JSON can carry them. */
export type Primitive = string | number | boolean
export type Attributes = Readonly<Record<string, Primitive>>

/** `{br: true}` is a hard break, `{footnote: id}` a reference; anything else comes from a newer version and is carried as it is. */
export type Embed = Readonly<Record<string, unknown>>

/** A stretch of text with one formatting: `bold`, `italic`, `underline`: true, `link`: an https or mailto address. */
export interface Run {
  readonly insert: string | Embed
  readonly attributes?: Attributes
}

export interface Clause {
  readonly id: string
  readonly kind: ClauseKind
  readonly level: ClauseLevel
  readonly suppressed: boolean
  readonly runs: readonly Run[]
}
