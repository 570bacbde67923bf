/** What a room sends after a batch, and to whom which bytes. */
import { encodeUpdate } from '#shared/sync/wire.ts'
import type { RoomMember } from './room-peer.ts'

export interface Standing {
  /** Has asked for the room's state: from then on it is sent what is new. */
  live: boolean
  /** Set while it reads too slowly: what it has not been sent. */
  missed: { readonly from: number; readonly echoes: Uint8Array[] } | null
}

export interface Outgoing {
  readonly sender: RoomMember
  /** null: nothing new in it, only the sender is answered. */
  readonly stored: Uint8Array | null
  readonly echo: Uint8Array
}

/**
 * Bytes to keep: copies, since what came lies in the socket's large buffer, which must not be kept for their
 * sake. Nearly always nothing was cut, and one copy of the frame serves store, others and echo.
 */
export function keep(update: Uint8Array, cut: Uint8Array, raw: Uint8Array | null) {
  const whole = cut.length === update.length
  if (whole && raw !== null) {
    const frame = raw.slice()
    return { stored: frame.subarray(frame.length - update.length), frame, echo: frame }
  }
  const stored = cut.slice()
  const frame = encodeUpdate(stored)
  return { stored, frame, echo: whole ? frame : encodeUpdate(update) }
}

/** For the sender its own bytes, for others what was stored; who has not asked for the state yet gets echoes only. */
export function framesFor(member: RoomMember, { live }: Standing, batch: readonly Outgoing[]): Uint8Array[] {
  return batch.flatMap(({ sender, stored, echo }) => {
    if (sender === member) return [echo]
    return live && stored !== null ? [stored] : []
  })
}
