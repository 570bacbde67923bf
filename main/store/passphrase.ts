/**
 * A small secret in a file, under a passphrase (scrypt, then AES-256-GCM). Used for the vault where
 * the system has no keyring, for the Secretariat's root key and for the keys of the sample.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

const base64 = z.base64()
export const lockedSecret = z.strictObject({
  kdf: z.literal('scrypt'),
  /** Cost; 2^17 with 8 x 1 takes about half a second and 128 MiB, once per start. */
  N: z.int().min(1024).max(1_048_576),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: base64,
  nonce: base64,
  sealed: base64,
})
export type LockedSecret = z.infer<typeof lockedSecret>

const STRONG_COST = 131_072
/** For keys of the sample, whose passphrase is public anyway. */
export const LIGHT_COST = 4_096

const derive = (passphrase: string, salt: Uint8Array, N: number, r: number, p: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // scrypt needs 128 * N * r bytes; the limit leaves twice that.
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })

export async function lock(
  secret: Uint8Array,
  passphrase: string,
  use: string,
  N = STRONG_COST,
): Promise<LockedSecret> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, N, 8, 1), nonce)
  cipher.setAAD(Buffer.from(use, 'utf8'))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    N,
    r: 8,
    p: 1,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  }
}

/** null: not this passphrase, or not this use. */
export async function unlock(
  locked: LockedSecret,
  passphrase: string,
  use: string,
): Promise<Uint8Array | null> {
  const sealed = Buffer.from(locked.sealed, 'base64')
  const nonce = Buffer.from(locked.nonce, 'base64')
  if (sealed.length < 16 || nonce.length !== 12) return null
  const salt = Buffer.from(locked.salt, 'base64')
  const key = await derive(passphrase, salt, locked.N, locked.r, locked.p)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(use, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    // Wrong passphrase or a damaged file: told apart by the caller, who knows whether it ever opened.
    return null
  }
}
