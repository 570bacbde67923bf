/**
 * The exchange file (`.consenso`, rule 36): acts with the relay's receipts where the sender has them, and the
 * blobs they name, for a member who cannot reach the relay.
 *
 *   consenso-exchange 1 LF
 *   {"p":…,"s":…}       LF   the manifest: an envelope signed by the sender, as acts are
 *   {"acts":…,"blobs":…}     the body, whose SHA-256 the manifest names
 *
 * Nothing is compressed, so nothing can swell: a file is as large as it says. Reading answers for the form
 * and the hash; whose signatures they are, and whether the acts may be taken, is for who holds the acts.
 */
import { z } from 'zod'
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '#shared/acts/bytes.ts'
import { seal, type Crypto } from '#shared/acts/envelope.ts'
import { envelope, receipt, type EnvelopeMessage } from './protocol.ts'

export const EXCHANGE_TYPE = 'application/vnd.consenso.exchange.v1+json'
export const EXCHANGE_AUDIENCES = ['everybody', 'delegation'] as const
export type ExchangeAudience = (typeof EXCHANGE_AUDIENCES)[number]

const NAME = 'consenso-exchange'
const VERSION = 1
export const MAX_EXCHANGE_BYTES = 64 << 20
const MAX_HEAD_BYTES = 4_096
const LF = 10

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`))

export const manifest = z.strictObject({
  v: z.literal(VERSION),
  conf: hex(32),
  key: hex(32),
  /** For whom it was made; what it holds is no secret to them. */
  audience: z.enum(EXCHANGE_AUDIENCES),
  at: z.iso.datetime(),
  /** SHA-256 of the body. */
  body: hex(64),
})
export type Manifest = z.infer<typeof manifest>

const body = z.strictObject({
  /** Each after those it rests on. */
  acts: z.array(z.strictObject({ e: envelope, r: receipt.nullable() })).max(100_000),
  /** base64url */
  blobs: z.array(z.string().regex(/^[A-Za-z0-9_-]*$/)).max(10_000),
})
export type ExchangeActs = z.infer<typeof body>['acts']

/** Message ids are `exchange.refused.<code>`. */
export type ExchangeError =
  'notExchange' | 'newerVersion' | 'tooLarge' | 'damaged' | 'badSignature' | 'otherConference' | 'forgedAct'

export interface ExchangeFile {
  readonly manifest: EnvelopeMessage
  /** What the manifest says, its signature not yet checked. */
  readonly claims: Manifest
  readonly acts: ExchangeActs
  readonly blobs: readonly Uint8Array[]
}

export type ReadExchange =
  { readonly ok: true; readonly file: ExchangeFile } | { readonly ok: false; readonly code: ExchangeError }

export function writeExchange(
  content: { readonly acts: ExchangeActs; readonly blobs: readonly Uint8Array[] },
  claims: Omit<Manifest, 'v' | 'body'>,
  sign: (message: Uint8Array) => Uint8Array,
  crypto: Pick<Crypto, 'sha256'>,
): Uint8Array {
  const bytes = toUtf8(JSON.stringify({ acts: content.acts, blobs: content.blobs.map(toBase64url) }))
  const signed = seal({ ...claims, v: VERSION, body: crypto.sha256(bytes) }, EXCHANGE_TYPE, sign)
  const head = toUtf8(`${NAME} ${String(VERSION)}\n${JSON.stringify(signed)}\n`)
  const file = new Uint8Array(head.length + bytes.length)
  file.set(head)
  file.set(bytes, head.length)
  return file
}

const refused = (code: ExchangeError): ReadExchange => ({ ok: false, code })

export function readExchange(file: Uint8Array, crypto: Pick<Crypto, 'sha256'>): ReadExchange {
  if (file.length > MAX_EXCHANGE_BYTES) return refused('tooLarge')
  const first = file.subarray(0, 64).indexOf(LF)
  const [name, version, ...rest] = (fromUtf8(file.subarray(0, Math.max(first, 0))) ?? '').split(' ')
  if (name !== NAME || version === undefined || rest.length > 0 || !/^[1-9]\d{0,8}$/.test(version))
    return refused('notExchange')
  if (Number(version) > VERSION) return refused('newerVersion')
  const second = file.subarray(first + 1, first + 1 + MAX_HEAD_BYTES).indexOf(LF)
  if (second < 0) return refused('damaged')
  const signed = envelope.safeParse(parse(file.subarray(first + 1, first + 1 + second)))
  const claims = manifest.safeParse(parse(signed.success ? fromBase64url(signed.data.p) : null))
  if (!signed.success || !claims.success) return refused('damaged')
  const content = file.subarray(first + second + 2)
  // The hash first: what is not what was signed is not even parsed.
  if (crypto.sha256(content) !== claims.data.body) return refused('damaged')
  const parsed = body.safeParse(parse(content))
  if (!parsed.success) return refused('damaged')
  const blobs = parsed.data.blobs.map(fromBase64url)
  if (blobs.includes(null)) return refused('damaged')
  return {
    ok: true,
    file: {
      manifest: signed.data,
      claims: claims.data,
      acts: parsed.data.acts,
      blobs: blobs.flatMap((blob) => blob ?? []),
    },
  }
}

function parse(bytes: Uint8Array | null): unknown {
  const text = bytes === null ? null : fromUtf8(bytes)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined // JSON has no undefined of its own
  }
}
