/**
 * The challenge: a nonce goes out, and comes back signed by each key of the device together with relay,
 * room and versions, so that an answer given to one relay or room is worth nothing to another.
 */
import { randomBytes } from 'node:crypto'
import { fromBase64url } from '#shared/acts/bytes.ts'
import { keyIdOf, openStatement, STATEMENT_TYPE, type Crypto } from '#shared/acts/envelope.ts'
import {
  PROTOCOL,
  SCHEMA,
  statement,
  type EnvelopeMessage,
  type FromRelay,
  type Refusal,
  type Statement,
} from '#shared/sync/protocol.ts'

const NONCE_BYTES = 32

export interface Challenge {
  readonly conf: string
  readonly nonce: string
  /** What the client dialled; it compares this with what it meant to dial. */
  readonly host: string
  readonly relay: string
  readonly room: string
}

export const newChallenge = (about: Omit<Challenge, 'nonce'>): Challenge => ({
  ...about,
  nonce: randomBytes(NONCE_BYTES).toString('base64url'),
})

export const challengeMessage = (challenge: Challenge): FromRelay => ({
  t: 'challenge',
  protocol: PROTOCOL,
  ...challenge,
})

export interface KnownKey {
  readonly publicKey: string
  readonly closed: boolean
}

export type Answer =
  | {
      readonly ok: true
      /** The device's keys that are accredited and open, in the order in which it named them. */
      readonly keys: readonly string[]
      readonly clients: ReadonlySet<number>
      /** An older client reads only. */
      readonly outdated: boolean
    }
  | { readonly ok: false; readonly code: Refusal; readonly detail: string }

const no = (code: Refusal, detail: string): Answer => ({ ok: false, code, detail })

export function checkAnswer(
  challenge: Challenge,
  statements: readonly EnvelopeMessage[],
  member: (key: string) => KnownKey | undefined,
  crypto: Crypto,
): Answer {
  const keys: string[] = []
  const clients = new Set<number>()
  let closed = false
  let outdated = false
  for (const envelope of statements) {
    const opened = openStatement(envelope, STATEMENT_TYPE, statement, keyFrom(member), crypto)
    // a hat that is not accredited yet does not keep the device's other hats out
    if (!opened.ok && opened.error === 'unknownKey') continue
    if (!opened.ok) return no('badAnswer', opened.error)
    const said = opened.act
    if (!answers(said, challenge)) return no('badAnswer', 'otherChallenge')
    if (said.protocol !== PROTOCOL) return no('oldVersion', `protocol ${String(PROTOCOL)}`)
    if (member(said.key)?.closed === true) {
      closed = true
      continue
    }
    keys.push(said.key)
    said.clients.forEach((client) => clients.add(client))
    outdated ||= said.schema < SCHEMA
  }
  if (keys.length === 0) return closed ? no('closedKey', 'closed') : no('notAccredited', 'unknownKey')
  return { ok: true, keys, clients, outdated }
}

/** A device that is not accredited yet proves that it holds the key it wants accredited. */
export function provesKey(
  challenge: Challenge,
  envelope: EnvelopeMessage,
  publicKey: string,
  crypto: Crypto,
): boolean {
  const raw = fromBase64url(publicKey)
  if (raw === null) return false
  const key = keyIdOf(raw, crypto)
  const opened = openStatement(
    envelope,
    STATEMENT_TYPE,
    statement,
    (id) => (id === key ? raw : undefined),
    crypto,
  )
  return opened.ok && answers(opened.act, challenge)
}

const keyFrom = (member: (key: string) => KnownKey | undefined) => (id: string) => {
  const publicKey = member(id)?.publicKey
  return publicKey === undefined ? undefined : (fromBase64url(publicKey) ?? undefined)
}

const answers = (said: Statement, challenge: Challenge): boolean =>
  said.conf === challenge.conf &&
  said.nonce === challenge.nonce &&
  said.host === challenge.host &&
  said.relay === challenge.relay &&
  said.room === challenge.room
