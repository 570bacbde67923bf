/**
 * The binary frames of the y-websocket protocol, one message a frame. Decoding is strict: a frame of
 * another kind, cut short or with bytes left over is null, and no length in it is believed before it
 * has been compared with what arrived.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export type RoomFrame =
  /** "This is what I hold", a state vector; asks for what is missing. */
  | { readonly kind: 'step1'; readonly state: Uint8Array }
  /** The answer to it. */
  | { readonly kind: 'step2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' }

const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export function decodeFrame(frame: Uint8Array): RoomFrame | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const read = readFrame(decoder)
    return decoding.hasContent(decoder) ? null : read
  } catch {
    return null // cut short, or a number out of range
  }
}

function readFrame(decoder: decoding.Decoder): RoomFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC: {
      const step = decoding.readVarUint(decoder)
      if (step === STEP_1) return { kind: 'step1', state: decoding.readVarUint8Array(decoder) }
      if (step === STEP_2) return { kind: 'step2', update: decoding.readVarUint8Array(decoder) }
      if (step === UPDATE) return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
      return null
    }
    case AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case QUERY_AWARENESS:
      return { kind: 'queryAwareness' }
    default:
      return null
  }
}

const frameOf = (head: readonly number[], body?: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of head) encoding.writeVarUint(encoder, part)
    if (body !== undefined) encoding.writeVarUint8Array(encoder, body)
  })

export const encodeStep1 = (state: Uint8Array): Uint8Array => frameOf([SYNC, STEP_1], state)
export const encodeStep2 = (update: Uint8Array): Uint8Array => frameOf([SYNC, STEP_2], update)
/** Also the echo of a step 2: what is accepted is acknowledged as an update. */
export const encodeUpdate = (update: Uint8Array): Uint8Array => frameOf([SYNC, UPDATE], update)
export const encodeAwareness = (update: Uint8Array): Uint8Array => frameOf([AWARENESS], update)
export const encodeQueryAwareness = (): Uint8Array => frameOf([QUERY_AWARENESS])

/** An update that says nothing: no structs, no deletions. */
export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0)
export const isEmptyUpdate = (update: Uint8Array): boolean =>
  update.length === 2 && update[0] === 0 && update[1] === 0

/** A state vector: for each clientID the next clock wanted. null when it is malformed. */
export function decodeStateVector(state: Uint8Array): Map<number, number> | null {
  try {
    const decoder = decoding.createDecoder(state)
    const clocks = new Map<number, number>()
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      if (clock > 0) clocks.set(client, clock)
    }
    return decoding.hasContent(decoder) ? null : clocks
  } catch {
    return null
  }
}

/** Equal as states: the order of clients in the bytes does not matter. */
export function sameState(a: Uint8Array, b: Uint8Array): boolean {
  const left = decodeStateVector(a)
  const right = decodeStateVector(b)
  if (left === null || right === null || left.size !== right.size) return false
  return [...left].every(([client, clock]) => right.get(client) === clock)
}

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  /** JSON of the state; `null` (the four letters) when the client has left. */
  readonly state: string
}

export function decodePresence(update: Uint8Array, most = 64): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > most) return null
    const entries: PresenceEntry[] = []
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ client, clock, state: decoding.readVarString(decoder) })
    }
    return decoding.hasContent(decoder) ? null : entries
  } catch {
    return null
  }
}

export const encodePresence = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })

const HASH_BYTES = 32

/** A blob on the `acts` socket: its SHA-256, then the content. */
export function encodeBlob(hash: Uint8Array, content: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HASH_BYTES + content.length)
  frame.set(hash)
  frame.set(content, HASH_BYTES)
  return frame
}

export function decodeBlob(frame: Uint8Array): { hash: Uint8Array; content: Uint8Array } | null {
  if (frame.length < HASH_BYTES) return null
  return { hash: frame.subarray(0, HASH_BYTES), content: frame.subarray(HASH_BYTES) }
}
