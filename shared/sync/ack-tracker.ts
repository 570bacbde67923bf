/**
 * Which of the updates sent to the relay it holds durably. The relay sends every accepted update
 * back to its sender byte for byte once it is on disk, in the order of sending; what it refuses it
 * names by its SHA-256. Pure: bytes in, numbers out.
 */
export interface AckTracker {
  /** Call with the payload of each update frame as it is handed to the socket. */
  readonly sent: (update: Uint8Array) => void
  /** Call with the payload of each update frame received; true when it acknowledges one of ours. */
  readonly received: (update: Uint8Array) => boolean
  /** Takes out what was refused and answers with its bytes. */
  readonly refused: (hash: string) => Uint8Array | undefined
  readonly waiting: () => number
  /** The connection ended: what waits must be offered again by a sync step. */
  readonly reset: () => void
}

export function createAckTracker(sha256: (bytes: Uint8Array) => string): AckTracker {
  let queue: Uint8Array[] = []
  return {
    sent: (update) => {
      queue.push(update)
    },
    received: (update) => {
      // echoes come in order, so the first match is nearly always the head; a refused frame may stand before it
      const at = queue.findIndex((candidate) => sameBytes(candidate, update))
      if (at === -1) return false
      queue.splice(at, 1)
      return true
    },
    refused: (hash) => {
      const at = queue.findIndex((candidate) => sha256(candidate) === hash)
      return at === -1 ? undefined : queue.splice(at, 1)[0]
    },
    waiting: () => queue.length,
    reset: () => {
      queue = []
    },
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
