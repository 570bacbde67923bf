/**
 * Who made a Yjs transaction, as its origin. The undo manager of an editor tracks its own `edit`
 * origin by identity, so an origin is made once and kept.
 */
export type WordsOrigin =
  /** What a person did in the editor that holds this very object. */
  | { readonly kind: 'edit' }
  /** A new room filled by whoever opens it. */
  | { readonly kind: 'seed' }
  /** An update from the disk, the relay or another window. */
  | { readonly kind: 'received'; readonly from: 'store' | 'relay' | 'window' | 'file' }

export type EditOrigin = Extract<WordsOrigin, { kind: 'edit' }>

export const SEED: WordsOrigin = Object.freeze({ kind: 'seed' })
export const newEditOrigin = (): EditOrigin => Object.freeze({ kind: 'edit' })
export const receivedFrom = (from: 'store' | 'relay' | 'window' | 'file'): WordsOrigin =>
  Object.freeze({ kind: 'received', from })
