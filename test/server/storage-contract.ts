/** What every store of the relay must do; run on each implementation. */
import { describe, expect, it } from 'vitest'
import type { Storage } from '#server/storage.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (value: Uint8Array | undefined): string | undefined => value && new TextDecoder().decode(value)
const put = (key: string, value: string) => ({ type: 'put', key, value: bytes(value) }) as const

/** `reopen` opens the same data again after the store has been closed. */
export function storageContract(
  name: string,
  open: () => Promise<{ storage: Storage; reopen: () => Promise<Storage> }>,
): void {
  describe(`a store of the relay: ${name}`, () => {
    it('gives back what was put, and undefined for what was not', async () => {
      const { storage } = await open()
      await storage.commit([put('a', '1')])
      expect(text(await storage.get('a'))).toBe('1')
      expect(await storage.get('b')).toBeUndefined()
      await storage.close()
    })

    it('applies a batch in order, as one', async () => {
      const { storage } = await open()
      await storage.commit([put('a', '1'), put('b', '1')])
      await storage.commit([put('a', '2'), { type: 'del', key: 'b' }, put('c', '3')])
      const all = await storage.range('a', 'z')
      expect(all.map(({ key, value }) => [key, text(value)])).toEqual([
        ['a', '2'],
        ['c', '3'],
      ])
      await storage.close()
    })

    it('lists a range in order of key, its end left out', async () => {
      const { storage } = await open()
      await storage.commit([
        put('r!2', 'b'),
        put('r!10', 'c'),
        put('r!1', 'a'),
        put('s!1', 'x'),
        put('q', 'y'),
      ])
      const range = await storage.range('r!', 's!')
      expect(range.map(({ key }) => key)).toEqual(['r!1', 'r!10', 'r!2'])
      await storage.close()
    })

    it('reads a range as it stood at the call, whatever is committed meanwhile', async () => {
      const { storage } = await open()
      await storage.commit(Array.from({ length: 500 }, (_, i) => put(`k${String(i).padStart(4, '0')}`, 'x')))
      const reading = storage.range('k', 'l')
      await storage.commit([put('k9999', 'late')])
      expect((await reading).length).toBe(500)
      await storage.close()
    })

    it('clears a range and nothing beside it', async () => {
      const { storage } = await open()
      await storage.commit([put('r!1', 'a'), put('r!2', 'b'), put('r!3', 'c'), put('s', 'd')])
      await storage.clear('r!1', 'r!3')
      expect((await storage.range('a', 'z')).map(({ key }) => key)).toEqual(['r!3', 's'])
      await storage.close()
    })

    it('keeps empty and large values apart and whole', async () => {
      const { storage } = await open()
      const large = new Uint8Array(5 << 20).fill(7)
      await storage.commit([
        { type: 'put', key: 'empty', value: new Uint8Array(0) },
        { type: 'put', key: 'large', value: large },
      ])
      expect((await storage.get('empty'))?.length).toBe(0)
      expect(Buffer.compare((await storage.get('large')) ?? bytes(''), large)).toBe(0)
      await storage.close()
    })

    it('has everything again after it was closed and opened', async () => {
      const { storage, reopen } = await open()
      await storage.commit([put('a', '1')])
      await storage.close()
      await storage.close()
      const again = await reopen()
      expect(text(await again.get('a'))).toBe('1')
      await again.close()
    })
  })
}
