/** One paragraph of a foreign file, before anything is known of its place in a declaration. */
export interface Block {
  /** One line, blanks collapsed; a label that was typed ("1.", "a)", "●") is still in it. */
  readonly text: string
  /** What the format itself says; plain text says nothing. */
  readonly hint?: Hint
}

export type Hint =
  | { readonly kind: 'title' }
  | { readonly kind: 'heading' }
  | { readonly kind: 'footnote' }
  /** An item of a list, `depth` from 0. */
  | { readonly kind: 'item'; readonly depth: number; readonly ordered: boolean }

export const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim()
