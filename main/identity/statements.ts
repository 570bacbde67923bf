/** The device's answer to a relay's challenge: one statement, signed by each of its hats. */
import { seal, STATEMENT_TYPE } from '#shared/acts/envelope.ts'
import { PROTOCOL, SCHEMA, type EnvelopeMessage, type Statement } from '#shared/sync/protocol.ts'
import type { Signer } from './node-crypto.ts'

export interface ChallengeToAnswer {
  readonly conf: string
  readonly nonce: string
  readonly host: string
  readonly relay: string
  readonly room: string
}

/** `clients`: the Yjs clientIDs this device writes with in the room. */
export function signStatement(
  { id, sign }: Signer,
  { conf, nonce, host, relay, room }: ChallengeToAnswer,
  clients: readonly number[],
): EnvelopeMessage {
  const statement: Statement = {
    v: 1,
    conf,
    key: id,
    nonce,
    host,
    relay,
    room,
    protocol: PROTOCOL,
    schema: SCHEMA,
    clients: [...clients],
  }
  return seal(statement, STATEMENT_TYPE, sign)
}
