/** The relay's own key, for receipts only: made on first start and kept in its folder, readable by its user. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface RelayKey {
  /** Raw Ed25519 public key, base64url: what the conference's first act names. */
  readonly publicKey: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

const FILE = 'relay.key'

export async function loadRelayKey(folder: string): Promise<RelayKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  const pem = (await readIfThere(path)) ?? (await makeKey(path))
  return relayKey(createPrivateKey(pem))
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new Error(`the relay's key ${path} cannot be read`, { cause: error })
  }
}

async function makeKey(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  // `wx`: of two processes that start together, one makes the key
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(pem)
    await file.sync()
  } finally {
    await file.close()
  }
  return pem
}

function relayKey(privateKey: KeyObject): RelayKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error('the relay key is not an Ed25519 key')
  return { publicKey: x, sign: (message) => sign(null, message, privateKey) }
}
