/** The cryptography that acts need, over Node's own; keys are made from seeds, so that tests repeat. */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { keyIdOf, type Crypto } from '#shared/acts/envelope.ts'

/** DER around a raw Ed25519 seed (PKCS #8) and around a raw public key (SPKI). */
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

const publicKeys = new Map<string, KeyObject>()

function publicKeyOf(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw).toString('base64url')
  const known = publicKeys.get(name)
  if (known) return known
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' })
  publicKeys.set(name, key)
  return key
}

export const nodeCrypto: Crypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify: (publicKey, message, signature) => verify(null, message, publicKeyOf(publicKey), signature),
}

export interface TestKey {
  readonly id: string
  readonly publicKey: Uint8Array
  /** Base64url, as acts carry it. */
  readonly publicText: string
  sign(message: Uint8Array): Uint8Array
}

/** The same seed gives the same key. */
export function testKey(seed: string): TestKey {
  const secret = createHash('sha256').update(`consenso test key ${seed}`).digest()
  const key = createPrivateKey({ key: Buffer.concat([SEED_PREFIX, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(
    createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length),
  )
  return {
    id: keyIdOf(publicKey, nodeCrypto),
    publicKey,
    publicText: Buffer.from(publicKey).toString('base64url'),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}
