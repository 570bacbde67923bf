/**
 * Reads an update's structs without believing it. Yjs builds everything that an update claims, so that 4 MiB of
 * sub-documents or nested types would hold the relay up for many seconds and take gigabytes; here reading ends at
 * the first content that no room may hold, and at the first struct too many.
 */
import * as Y from 'yjs'
import type { DecodedUpdate } from './room-clock.ts'

/** Yjs' number of each content that is only ever refused, whatever is in it: JSON, binary, type, any, sub-document. */
const NEVER: ReadonlySet<number> = new Set([2, 3, 7, 8, 9])
/** The lower bits of a struct's first byte say what it is. */
const CONTENT_BITS = 0b1_1111

export type Decoded =
  | { readonly ok: true; readonly decoded: DecodedUpdate }
  | { readonly ok: false; readonly why: 'malformed' | 'structs' | 'badContent' }

export function decodeBounded(update: Uint8Array, mostStructs: number): Decoded {
  let structs = 0
  let why: 'malformed' | 'structs' | 'badContent' = 'malformed'
  class Reader extends Y.UpdateDecoderV1 {
    override readInfo(): number {
      if (++structs > mostStructs) why = 'structs'
      const info = super.readInfo()
      if (NEVER.has(info & CONTENT_BITS)) why = 'badContent'
      if (why !== 'malformed') throw new RangeError(why)
      return info
    }
  }
  try {
    return { ok: true, decoded: Y.decodeUpdateV2(update, Reader) }
  } catch {
    return { ok: false, why } // whatever it is, it is not an update for a room
  }
}
