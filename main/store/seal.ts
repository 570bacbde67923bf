/**
 * AES-256-GCM for single records. Each file has a key of its own (HKDF over the master key, with a
 * salt that is new whenever the file is written anew), each record a fresh nonce, and the place of
 * the record is authenticated with it: a record moved to another place or file does not open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** What sealing adds to a record. */
const SEAL_OVERHEAD = NONCE_BYTES + TAG_BYTES

export interface Sealer {
  seal(index: number, plain: Uint8Array): Uint8Array
  /** null: not what was sealed at this place of this file. */
  open(index: number, sealed: Uint8Array): Uint8Array | null
}

export function sealer(masterKey: Uint8Array, file: string, salt: Uint8Array): Sealer {
  const key = new Uint8Array(hkdfSync('sha256', masterKey, salt, `consenso-file-v1\0${file}`, 32))
  const place = (index: number): Buffer => Buffer.from(`${file}\0${String(index)}`, 'utf8')
  return {
    seal(index, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(place(index))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(index, sealed) {
      if (sealed.length < SEAL_OVERHEAD) return null
      const end = sealed.length - TAG_BYTES
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(place(index))
      decipher.setAuthTag(sealed.subarray(end))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()])
      } catch {
        // The tag does not match: the one thing a decipher throws for here.
        return null
      }
    },
  }
}
