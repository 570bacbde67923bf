import { describe, expect, it } from 'vitest'
import { createAckTracker } from '#shared/sync/ack-tracker.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'

const update = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes)
const tracker = () => createAckTracker(nodeCrypto.sha256)

describe('what the relay has acknowledged', () => {
  it('[S2.b] an update waits until the same bytes come back', () => {
    const acks = tracker()
    acks.sent(update(1, 2))
    acks.sent(update(3))
    expect(acks.waiting()).toBe(2)
    expect(acks.received(update(1, 2))).toBe(true)
    expect(acks.waiting()).toBe(1)
    expect(acks.received(update(3))).toBe(true)
    expect(acks.waiting()).toBe(0)
  })

  it('[S2.b] the updates of others acknowledge nothing', () => {
    const acks = tracker()
    acks.sent(update(1, 2))
    expect(acks.received(update(1, 3))).toBe(false)
    expect(acks.received(update(1, 2, 0))).toBe(false)
    expect(acks.waiting()).toBe(1)
  })

  it('[S2.b] the same bytes sent twice are acknowledged one by one', () => {
    const acks = tracker()
    acks.sent(update(5))
    acks.sent(update(5))
    acks.received(update(5))
    expect(acks.waiting()).toBe(1)
  })

  it('[S4.a] what is refused is handed back, and does not hold up what was sent after it', () => {
    const acks = tracker()
    acks.sent(update(1))
    acks.sent(update(2))
    expect(acks.refused(nodeCrypto.sha256(update(1)))).toEqual(update(1))
    expect(acks.refused(nodeCrypto.sha256(update(9)))).toBeUndefined()
    expect(acks.received(update(2))).toBe(true)
    expect(acks.waiting()).toBe(0)
  })

  it('after the connection ended nothing waits for an echo any more', () => {
    const acks = tracker()
    acks.sent(update(1))
    acks.reset()
    expect(acks.waiting()).toBe(0)
    expect(acks.received(update(1))).toBe(false)
  })
})
