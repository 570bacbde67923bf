/** The relay's cryptography: Node's own Ed25519 and SHA-256, nothing else. */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Crypto } from '#shared/acts/envelope.ts'

/** Parsed keys are kept: parsing costs a third of a verification. */
const KEPT_KEYS = 1_000
const keys = new Map<string, KeyObject>()

function keyObject(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url')
  const known = keys.get(x)
  if (known !== undefined) return known
  if (keys.size >= KEPT_KEYS) keys.clear()
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  keys.set(x, key)
  return key
}

export const nodeCrypto: Crypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify: (publicKeyRaw, message, signature) => {
    try {
      return verify(null, message, keyObject(publicKeyRaw), signature)
    } catch {
      return false // not the bytes of a key
    }
  },
}
