/**
 * How much one member may have stored: enough for any negotiation, and too little to fill the disk. What is taken
 * back after the relay was set back does not count, nor what the relay holds already.
 */
import { createBucket, type Bucket, type Limits } from './limits.ts'

/** False: the member has had its share for now. */
export type Quota = (key: string, bytes: number) => boolean

/** An act is looked at by every member ever after: it counts for more than its bytes. */
export const ACT_COST = 8 << 10

export function createQuota(limits: Limits, now: () => number): Quota {
  const buckets = new Map<string, Bucket>()
  return (key, bytes) => {
    const bucket = buckets.get(key) ?? createBucket(limits.keyBytesPerSecond, limits.keyBytes, now())
    buckets.set(key, bucket)
    if (bucket.waitMs(now()) > 0) return false
    bucket.take(bytes)
    return true
  }
}
