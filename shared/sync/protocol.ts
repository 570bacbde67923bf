/**
 * What client and relay say to each other beside the y-websocket frames. One socket per room
 * speaks the y-websocket protocol in binary frames; one socket per conference, room `acts`, carries
 * acts, receipts and blobs. On both, text frames hold the JSON messages below, and nothing at all
 * passes before the challenge has been answered.
 *
 * A binary frame on the `acts` socket is a blob: 32 bytes of SHA-256, then the content.
 */
import { z } from 'zod'

export const PROTOCOL = 1
/** Version of the shape of words; an older client is read-only. */
export const SCHEMA = 1
export const ACTS_ROOM = 'acts'
export const ENROL_ROOM = 'enrol'

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`))
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const instant = z.iso.datetime()

export const envelope = z.strictObject({ p: base64url.max(90_000), s: base64url.length(86) })
export type EnvelopeMessage = z.infer<typeof envelope>

/**
 * The relay's signed word that it holds an act durably: `n` counts from 0, `prev` is the hash of
 * the receipt before (64 zeros for the first), `received` the relay's clock (rule 31).
 */
export const receipt = z.strictObject({
  of: hex(64),
  n: z.int().nonnegative(),
  prev: hex(64),
  received: instant,
  s: base64url.length(86),
})
export type Receipt = z.infer<typeof receipt>

/** An act with the relay's word on it. */
const receipted = z.strictObject({ e: envelope, r: receipt })
export type Receipted = z.infer<typeof receipted>

/** For each scope and key a number of its chain. */
const numbers = z.record(z.string(), z.record(z.string(), z.int().nonnegative()))
export type Numbers = z.infer<typeof numbers>

/** What the client signs with each of its keys; the signature covers relay and room against replay. */
export const statement = z.strictObject({
  v: z.literal(1),
  conf: hex(32),
  key: hex(32),
  nonce: base64url.length(43),
  host: z.string().max(255),
  relay: base64url.length(43),
  room: z.string().max(200),
  protocol: z.int(),
  schema: z.int(),
  /** Yjs clientIDs this device writes with in this room. */
  clients: z.array(z.int().nonnegative()).max(64),
})
export type Statement = z.infer<typeof statement>

/** Why the relay refused; message ids are `refusal.<code>`. */
const REFUSALS = [
  'badFrame',
  'tooLarge',
  'tooFast',
  'notChallenged',
  'badAnswer',
  /** Never said by a relay: the device's own reason for turning away from one. */
  'badCertificate',
  'unknownConference',
  'unknownRoom',
  'notAccredited',
  'notAuthorised',
  'closedKey',
  'oldVersion',
  'readOnly',
  'roomClosed',
  'roomMoved',
  'badUpdate',
  'badCharacter',
  'gap',
  'foreignClient',
  'badAct',
  'badSignature',
  'badSequence',
  'missingParents',
  'badBlob',
  'badInvitation',
  'storage',
] as const
export const refusal = z.enum(REFUSALS)
export type Refusal = z.infer<typeof refusal>

export const enrolment = z.strictObject({
  id: z.string().max(64),
  /** Raw Ed25519 public key of the device, base64url. */
  publicKey: base64url.length(43),
  /** What the invitation was made for: JSON of a domain Member. */
  member: z.unknown(),
  label: z.string().max(200),
  requested: instant,
  state: z.enum(['pending', 'approved', 'refused']),
})
export type Enrolment = z.infer<typeof enrolment>

export const fromRelay = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('challenge'),
    protocol: z.int(),
    conf: hex(32),
    nonce: base64url.length(43),
    host: z.string(),
    relay: base64url.length(43),
    room: z.string(),
  }),
  z.strictObject({
    t: z.literal('welcome'),
    keys: z.array(hex(32)),
    write: z.boolean(),
    now: instant,
    /** State vector the relay holds durably for the room, base64url; empty on `acts`. */
    state: base64url,
  }),
  /** Whether this device may write here has changed since `welcome`. */
  z.strictObject({ t: z.literal('rights'), write: z.boolean() }),
  z.strictObject({
    t: z.literal('refused'),
    code: refusal,
    detail: z.string().max(500),
    /** The act or blob it is about, or the SHA-256 of the update. */
    id: hex(64).optional(),
  }),
  z.strictObject({
    t: z.literal('acts'),
    acts: z.array(receipted).max(200),
    /** True on the last batch of the answer to `have`. */
    done: z.boolean(),
  }),
  /**
   * Before the answer to `have`, where the device holds more than the relay: the number the relay wants next. What
   * the device has receipts for has been forgotten here (a backup was put back), and is asked back.
   */
  z.strictObject({ t: z.literal('lacks'), scopes: numbers }),
  z.strictObject({ t: z.literal('noBlob'), hash: hex(64) }),
  z.strictObject({ t: z.literal('stored'), hash: hex(64) }),
  z.strictObject({ t: z.literal('enrolments'), list: z.array(enrolment) }),
  z.strictObject({ t: z.literal('enrolled'), enrolment }),
  /** Who wrote with which clientID in the room; for display, not evidence. */
  z.strictObject({
    t: z.literal('authors'),
    authors: z.array(z.strictObject({ client: z.int(), key: hex(32) })),
  }),
])
export type FromRelay = z.infer<typeof fromRelay>

export const fromClient = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('answer'), statements: z.array(envelope).min(1).max(8) }),
  /** For each scope and key the next number wanted; scopes not named are sent whole. */
  z.strictObject({ t: z.literal('have'), scopes: numbers }),
  /** What the relay had taken and has forgotten, with the receipts it gave, in their order. */
  z.strictObject({ t: z.literal('return'), acts: z.array(receipted).min(1).max(200) }),
  z.strictObject({ t: z.literal('put'), acts: z.array(envelope).min(1).max(200) }),
  /** Announces the next binary frame: the blob belongs to this scope. */
  z.strictObject({ t: z.literal('putBlob'), hash: hex(64), scope: z.string() }),
  z.strictObject({ t: z.literal('wantBlob'), hash: hex(64) }),
  z.strictObject({
    t: z.literal('enrol'),
    /** `<invitation id>.<secret>`; presenting it again with the same key answers with the same enrolment. */
    code: z.string().max(64),
    publicKey: base64url.length(43),
    label: z.string().max(200),
    /** A statement by that key: nobody enrols a key that another holds. */
    statement: envelope,
  }),
  /** The Secretariat's answer; approval itself is its `accredit` act. */
  z.strictObject({ t: z.literal('settle'), id: z.string(), state: z.enum(['approved', 'refused']) }),
])
export type FromClient = z.infer<typeof fromClient>

/** WebSocket close codes. y-websocket takes 4400 to 4499 as final and comes back after any other. */
export const CLOSE = {
  badFrame: 4400,
  notAnswered: 4401,
  notAuthorised: 4403,
  unknownRoom: 4404,
  oldVersion: 4426,
  tooFast: 4529,
  storage: 1011,
  goingAway: 1001,
} as const
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]
