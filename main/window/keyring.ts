/**
 * The system's keyring through Electron, where it is one: `basic_text` keeps the key in the open and counts
 * as none. The calls that answer at once are used because the oldest runtime the program is tried on has no others.
 */
import { safeStorage } from 'electron'
import type { Keyring } from '#main/store/vault.ts'

export function systemKeyring(): Keyring | null {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above: there is no other on the oldest runtime
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend()
    if (backend === 'basic_text' || backend === 'unknown') return null
  }
  return {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above: there is no other on the oldest runtime
    encrypt: (text) => safeStorage.encryptString(text),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above: there is no other on the oldest runtime
    decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  }
}
