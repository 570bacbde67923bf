import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openCatalogue } from '#main/store/catalogue.ts'
import { createBlobStore, sha256Hex } from '#main/store/blob-store.ts'
import { realDisk, type Disk } from '#main/store/disk.ts'
import { createVault, type Keyring } from '#main/store/vault.ts'
import { temporaryFolder } from '#test/kit/folder.ts'

const COST = 1024

const keyring: Keyring = {
  encrypt: (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a),
  decrypt: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString('utf8'),
}

test('[M2.a] without a keyring the first passphrase is the key, and no other one opens', async () => {
  using temporary = temporaryFolder('store')
  const file = path.join(temporary.path, 'vault.json')
  const first = createVault({ disk: realDisk, file, keyring: null, cost: COST })
  await first.load()
  expect(first.state().kind).toBe('new')
  expect(await first.open('cordillera')).toBe(true)
  const again = createVault({ disk: realDisk, file, keyring: null, cost: COST })
  await again.load()
  expect(again.state().kind).toBe('locked')
  expect(await again.open('altiplano')).toBe(false)
  expect(await again.open('cordillera')).toBe(true)
  expect(again.state()).toEqual(first.state())
})

test('[M2.b] with a keyring the vault opens by itself, and stays locked under another one', async () => {
  using temporary = temporaryFolder('store')
  const file = path.join(temporary.path, 'vault.json')
  const first = createVault({ disk: realDisk, file, keyring })
  await first.load()
  const again = createVault({ disk: realDisk, file, keyring })
  await again.load()
  expect(again.state()).toEqual(first.state())
  const foreign: Keyring = {
    encrypt: keyring.encrypt,
    decrypt: () => {
      throw new Error('not mine')
    },
  }
  const elsewhere = createVault({ disk: realDisk, file, keyring: foreign })
  await elsewhere.load()
  expect(elsewhere.state().kind).toBe('locked')
})

test('[M2.c] a damaged vault is reported and left as it is', async () => {
  using temporary = temporaryFolder('store')
  const file = path.join(temporary.path, 'vault.json')
  writeFileSync(file, '{"v":1,')
  for (const ring of [keyring, null]) {
    const vault = createVault({ disk: realDisk, file, keyring: ring })
    expect(await vault.load()).toBe('damaged')
    // it is no new vault: a passphrase given now must not become the passphrase of another key in its place
    expect(vault.state().kind).toBe('locked')
    expect(await vault.open('altiplano')).toBe(false)
    expect(readFileSync(file, 'utf8')).toBe('{"v":1,')
  }
})

test('[M3.a] a damaged catalogue is set aside and the program goes on with an empty one', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  writeFileSync(path.join(folder, 'catalogue.json'), '{"v":1,"conferences":[{"conf":"x"}]}')
  const { conferences, setAside } = await openCatalogue(realDisk, folder, 'es')
  expect(conferences.read().conferences).toEqual([])
  expect(setAside).toEqual([path.join(folder, 'catalogue.json.damaged-1')])
  expect(readFileSync(path.join(folder, 'catalogue.json.damaged-1'), 'utf8')).toContain('"x"')
})

test('[M3.b] settings are kept, and a failed write changes nothing', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  let full = false
  const disk: Disk = {
    ...realDisk,
    rename: (from, to) => (full ? Promise.reject(new Error('no space left')) : realDisk.rename(from, to)),
  }
  const first = await openCatalogue(disk, folder, 'es')
  expect(await first.settings.write({ language: 'pt', theme: 'dark' })).toBe(true)
  full = true
  expect(await first.settings.write({ language: 'en', theme: 'light' })).toBe(false)
  expect(first.settings.read()).toEqual({ language: 'pt', theme: 'dark' })
  const again = await openCatalogue(realDisk, folder, 'es')
  expect(again.settings.read()).toEqual({ language: 'pt', theme: 'dark' })
})

test('[M1.i] a blob is kept under a name that tells nothing and read back only if it is its content', async () => {
  using temporary = temporaryFolder('store')
  const folder = temporary.path
  const blobs = createBlobStore(realDisk, folder, new Uint8Array(32))
  const content = Buffer.from('Nos comprometemos a fortalecer', 'utf8')
  const hash = sha256Hex(content)
  expect(await blobs.write(sha256Hex(Buffer.from('other')), content)).toBe(false)
  expect(await blobs.write(hash, content)).toBe(true)
  expect(Buffer.from((await blobs.read(hash)) ?? []).equals(content)).toBe(true)
  const names = await realDisk.list(folder)
  expect(names.some((name) => name.includes(hash.slice(0, 8)))).toBe(false)
  const file = names.find((name) => !name.endsWith('.head')) ?? ''
  const bytes = readFileSync(path.join(folder, file))
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  writeFileSync(path.join(folder, file), bytes)
  expect(await blobs.read(hash)).toBe(null)
})
