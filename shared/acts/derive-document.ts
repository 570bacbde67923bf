import type { ActSet } from './set.ts'
import type { DocumentState, Instant, Sha256 } from './state.ts'

export interface DocumentOptions {
  /** Content of a blob that this device holds, verified on arrival. */
  blobs(hash: Sha256): Uint8Array | undefined
  sha256(bytes: Uint8Array): Sha256
  /** Newest receipt plus what has elapsed since. */
  readonly now: Instant
}

export function deriveDocument(set: ActSet, docId: string, options: DocumentOptions): DocumentState {
  throw new TypeError(`not yet ${docId} ${String(set.size)} ${options.now}`)
}

/** The same result as {@link deriveDocument}, kept up to date act by act. */
export class DocumentDeriver {
  readonly #set: ActSet
  readonly #doc: string

  constructor(set: ActSet, doc: string) {
    this.#set = set
    this.#doc = doc
  }

  derive(options: DocumentOptions): DocumentState {
    return deriveDocument(this.#set, this.#doc, options)
  }
}
