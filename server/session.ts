/** What happens on a socket once the challenge has been answered: one implementation for each sort of room. */
import type { FromClient } from '#shared/sync/protocol.ts'

export interface Session {
  readonly text: (message: FromClient) => void | Promise<void>
  readonly binary: (bytes: Uint8Array) => void | Promise<void>
  /** Rights may have changed: ends the connection or tells what is new. */
  readonly review: () => void
  /** Acts have become durable. */
  readonly acts: () => void
  readonly ended: () => void
}
