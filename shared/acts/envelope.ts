/**
 * The signed envelope (DSSE). Opening one answers for: exactly two strict base64url fields, bounded
 * size, a signature of a known key over the very bytes received, one single reading of those bytes, and
 * the schema of the kind. Whether the key had the power to sign is left to the derivation.
 */
import { z } from 'zod'
import type { Envelope, VerifiedAct } from './act.ts'
import { concatBytes, fromBase64url, fromUtf8, sameBytes, toBase64url, toUtf8 } from './bytes.ts'
import { canonicalJson, tryCanonicalJson } from './canonical.ts'
import { isKnownKind, KINDS } from './kinds/index.ts'
import { unknownKind } from './kinds/kind.ts'
import { parseScope } from './scope.ts'
import type { KeyId } from './state.ts'

export interface Crypto {
  /** 64 hex digits. */
  sha256(bytes: Uint8Array): string
  verify(publicKeyRaw: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
}

export const ACT_TYPE = 'application/vnd.consenso.act.v1+json'
/** What a device signs to prove to a relay that it holds a key. */
export const STATEMENT_TYPE = 'application/vnd.consenso.statement.v1+json'
const MAX_PAYLOAD_BYTES = 64 * 1024

const SIGNATURE_BYTES = 64
const PUBLIC_KEY_BYTES = 32
const KEY_PREFIX = toUtf8('consenso-key-v1\0')

/** Why an envelope is refused, in the order in which it is looked at. */
export type EnvelopeError =
  | 'shape'
  | 'encoding'
  | 'tooLarge'
  | 'unknownKey'
  | 'signature'
  | 'notJson'
  | 'notCanonical'
  | 'foreignKey'
  | 'schema'

export type Opened<T> =
  { readonly ok: true; readonly act: T } | { readonly ok: false; readonly error: EnvelopeError }

type KeyOf = (id: KeyId) => Uint8Array | undefined

/** Names type and length before the bytes, so that nothing signed for one purpose passes for another. */
export function preAuthentication(type: string, body: Uint8Array): Uint8Array {
  const name = toUtf8(type)
  const head = `DSSEv1 ${String(name.length)} ${type} ${String(body.length)} `
  return concatBytes(toUtf8(head), body)
}

export function keyIdOf(publicKeyRaw: Uint8Array, crypto: Pick<Crypto, 'sha256'>): KeyId {
  return crypto.sha256(concatBytes(KEY_PREFIX, publicKeyRaw)).slice(0, 32)
}

/** 64 hex digits naming an act. */
function actIdOf(payload: Uint8Array, crypto: Pick<Crypto, 'sha256'>): string {
  return crypto.sha256(preAuthentication(ACT_TYPE, payload))
}

/** `payload` must name the signing key in `by` (acts) or `key` (statements). */
export function seal(payload: object, type: string, sign: (message: Uint8Array) => Uint8Array): Envelope {
  const bytes = toUtf8(canonicalJson(payload))
  return { p: toBase64url(bytes), s: toBase64url(sign(preAuthentication(type, bytes))) }
}

export function openAct(envelope: unknown, keyOf: KeyOf, crypto: Crypto): Opened<VerifiedAct> {
  const opened = openSealed(envelope, ACT_TYPE, 'by', keyOf, crypto)
  if (!opened.ok) return opened
  const { value, payload, sealed } = opened.act
  const common = unknownKind.safeParse(value)
  const scope = common.success ? parseScope(common.data.scope) : null
  if (!common.success || scope === null) return { ok: false, error: 'schema' }
  const id = actIdOf(payload, crypto)
  const { kind } = common.data
  if (!isKnownKind(kind)) {
    return { ok: true, act: { id, envelope: sealed, scope, known: false, payload: common.data } }
  }
  const known = KINDS[kind].read(value, scope)
  if (known === null) return { ok: false, error: 'schema' }
  return { ok: true, act: { id, envelope: sealed, scope, known: true, payload: known } }
}

/** The same envelope and order of checks for what is not an act, such as the answer to a relay's challenge. */
export function openStatement<T>(
  envelope: unknown,
  type: string,
  schema: z.ZodType<T>,
  keyOf: KeyOf,
  crypto: Crypto,
): Opened<T> {
  const opened = openSealed(envelope, type, 'key', keyOf, crypto)
  if (!opened.ok) return opened
  const parsed = schema.safeParse(opened.act.value)
  return parsed.success ? { ok: true, act: parsed.data } : { ok: false, error: 'schema' }
}

const envelopeShape = z.strictObject({ p: z.string(), s: z.string() })

interface Sealed {
  readonly value: unknown
  readonly payload: Uint8Array
  readonly sealed: Envelope
}

function openSealed(
  envelope: unknown,
  type: string,
  field: string,
  keyOf: KeyOf,
  crypto: Crypto,
): Opened<Sealed> {
  const shape = envelopeShape.safeParse(envelope)
  if (!shape.success) return { ok: false, error: 'shape' }
  const { p, s } = shape.data
  if (p.length > Math.ceil((MAX_PAYLOAD_BYTES * 4) / 3)) return { ok: false, error: 'tooLarge' }
  const payload = fromBase64url(p)
  const signature = fromBase64url(s)
  if (payload === null || signature?.length !== SIGNATURE_BYTES) return { ok: false, error: 'encoding' }
  if (payload.length > MAX_PAYLOAD_BYTES) return { ok: false, error: 'tooLarge' }

  const text = fromUtf8(payload)
  const by = text === null ? undefined : claimedKey(text, field)
  const known = by === undefined ? undefined : keyOf(by)
  const key = known ?? (type === ACT_TYPE ? ownKey(text ?? '', by, crypto) : undefined)
  if (key === undefined || text === null) return { ok: false, error: 'unknownKey' }
  if (!crypto.verify(key, preAuthentication(type, payload), signature))
    return { ok: false, error: 'signature' }

  const value = parseJson(text)
  if (value === undefined) return { ok: false, error: 'notJson' }
  const canonical = tryCanonicalJson(value)
  if (canonical === null || !sameBytes(toUtf8(canonical), payload))
    return { ok: false, error: 'notCanonical' }
  if (!says(value, field, by)) return { ok: false, error: 'foreignKey' }
  if (known === undefined && !says(value, 'kind', 'conference')) return { ok: false, error: 'unknownKey' }
  return { ok: true, act: { value, payload, sealed: { p, s } } }
}

/** Read from the bytes only to choose the key to check them with; what it says is compared again afterwards. */
function claimedKey(text: string, field: string): KeyId | undefined {
  return new RegExp(`"${field}":"([0-9a-f]{32})"`).exec(text)?.[1]
}

/**
 * The act that begins a conference brings its own key: `by` is that key's hash, so claiming it proves no
 * more than holding it. Nothing else may.
 */
function ownKey(text: string, by: KeyId | undefined, crypto: Crypto): Uint8Array | undefined {
  if (!text.includes('"kind":"conference"')) return undefined
  const key = fromBase64url(/"publicKey":"([A-Za-z0-9_-]{43})"/.exec(text)?.[1] ?? '')
  return key?.length === PUBLIC_KEY_BYTES && keyIdOf(key, crypto) === by ? key : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // JSON has no undefined of its own
  }
}

function says(value: unknown, field: string, what: string | undefined): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([k, v]) => k === field && v === what)
  )
}
