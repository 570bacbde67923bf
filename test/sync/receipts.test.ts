import { describe, expect, it } from 'vitest'
import { brokenLinks, makeReceipt, NO_RECEIPT, receiptHash, verifyReceipt } from '#shared/sync/receipts.ts'
import type { Receipt } from '#shared/sync/protocol.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'

const relay = testKey('relay')
const conf = testKey('root').id

function chain(length: number, name = 'a'): Receipt[] {
  const receipts: Receipt[] = []
  let prev = NO_RECEIPT
  for (let n = 0; n < length; n++) {
    const of = nodeCrypto.sha256(Buffer.from(`${name}${String(n)}`))
    const receipt = makeReceipt(conf, { of, n, prev, received: '2022-03-01T12:00:00.000Z' }, relay.sign)
    prev = receiptHash(conf, receipt, nodeCrypto)
    receipts.push(receipt)
  }
  return receipts
}

describe('receipts', () => {
  it('[S5.b] are signed by the relay, for one conference', () => {
    const [receipt] = chain(1)
    if (receipt === undefined) throw new Error('no receipt')
    expect(verifyReceipt(conf, receipt, relay.publicText, nodeCrypto)).toBe(true)
    expect(verifyReceipt(testKey('other').id, receipt, relay.publicText, nodeCrypto)).toBe(false)
    expect(verifyReceipt(conf, receipt, testKey('other relay').publicText, nodeCrypto)).toBe(false)
    const backdated = { ...receipt, received: '2022-02-01T12:00:00.000Z' }
    expect(verifyReceipt(conf, backdated, relay.publicText, nodeCrypto)).toBe(false)
  })

  it('[S5.b] of scopes that a member may not read are no break in the chain', () => {
    const receipts = chain(9).filter(({ n }) => n % 3 !== 1)
    expect(brokenLinks(conf, receipts, nodeCrypto)).toEqual([])
  })

  it('[S5.b] that tell another story from some point on are found', () => {
    const [told, other] = [chain(6), chain(6, 'b')]
    expect(brokenLinks(conf, [...told.slice(0, 3), ...other.slice(3)], nodeCrypto)).toEqual([3])
    expect(brokenLinks(conf, [...told, ...other.slice(4, 5)], nodeCrypto)).toContain(4)
    expect(
      brokenLinks(
        conf,
        other.map((receipt) => ({ ...receipt, n: receipt.n + 1 })),
        nodeCrypto,
      ),
    ).not.toEqual([])
  })
})
