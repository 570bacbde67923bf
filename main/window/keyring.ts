/** The system's keyring through Electron, where it is one: `basic_text` keeps the key in the open and counts as none. */
import { safeStorage } from 'electron'
import type { Keyring } from '#main/store/vault.ts'

export function systemKeyring(): Keyring | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend()
    if (backend === 'basic_text' || backend === 'unknown') return null
  }
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  }
}
