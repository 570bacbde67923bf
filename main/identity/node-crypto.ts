/** Ed25519 and SHA-256 by node:crypto, in the shapes that shared/acts asks for. Raw keys only: 32 bytes. */
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { keyIdOf, type Crypto } from '#shared/acts/envelope.ts'

/** Prefixes of the two DER forms of an Ed25519 key; what follows is the raw key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export const SEED_BYTES = 32

export const nodeCrypto: Crypto = {
  sha256: (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex'),
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
    if (publicKey.length !== 32 || signature.length !== 64) return false
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  },
}

/**
 * Can sign and nothing else: the seed stays in the closure, so that nothing that holds a signer can
 * write the private key anywhere.
 */
export interface Signer {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

export const newSeed = (): Uint8Array => randomBytes(SEED_BYTES)

export function signerFromSeed(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = new Uint8Array(spki.subarray(SPKI.length))
  return {
    id: keyIdOf(publicKey, nodeCrypto),
    publicKey,
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}
