/** A paragraph of the compilation, ready to be shown or printed. */
import type { CountryCode } from '#shared/domain/country.ts'

/** Behind some words: countries, the Chair's own hand, and the acts it came with. */
export interface Who {
  readonly countries: readonly CountryCode[]
  readonly chair: boolean
  readonly acts: readonly string[]
}

export type Piece =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'change'; readonly removed: string; readonly added: string; readonly who: Who }
  | { readonly kind: 'bracket'; readonly text: string; readonly who: Who }

export type BlockRole = 'text' | 'insertion' | 'alternative' | 'deletion' | 'move' | 'split' | 'merge'

export interface CompiledBlock {
  readonly key: string
  /** `5`, `3 bis`, `5 alt 1`; empty where the layout gives no number. */
  readonly label: string
  readonly role: BlockRole
  readonly pieces: readonly Piece[]
  /** null: the text itself. */
  readonly who: Who | null
  /** For a move the number it would follow (empty: the start); for a merge those it would join. */
  readonly numbers: readonly string[]
}
