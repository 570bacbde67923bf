/** What one client may ask of the relay; the numbers are the trust design's. */
export interface Limits {
  /** Of an update and of a blob. */
  readonly payloadBytes: number
  readonly presenceBytes: number
  readonly presenceMs: number
  readonly roomBytes: number
  readonly messagesPerSecond: number
  /** A device that comes back has much to say at once; it is slowed down only after this. */
  readonly messageBurst: number
  readonly bytesPerSecond: number
  readonly byteBurst: number
  readonly pingMs: number
  /** From the opening of the socket to a good answer. */
  readonly answerMs: number
  readonly connectionsPerKey: number
  /** Of an address that nobody has signed in from lately; a room full of members may fail far more often. */
  readonly failuresPerMinute: number
  /** What a member may have stored at once, and from then on each second. */
  readonly keyBytes: number
  readonly keyBytesPerSecond: number
  /** A reader this far behind is sent nothing more until it has drained, then what it missed. */
  readonly backlogBytes: number
  readonly minCommitIntervalMs: number
  /** A room without members leaves the memory after this. */
  readonly roomIdleMs: number
  readonly foldUpdates: number
  readonly foldBytes: number
}

export const LIMITS: Limits = {
  payloadBytes: 4 << 20,
  presenceBytes: 4 << 10,
  presenceMs: 50,
  roomBytes: 64 << 20,
  messagesPerSecond: 50,
  messageBurst: 200,
  bytesPerSecond: 2 << 20,
  byteBurst: 8 << 20,
  pingMs: 30_000,
  answerMs: 5_000,
  connectionsPerKey: 256,
  failuresPerMinute: 30,
  keyBytes: 256 << 20,
  keyBytesPerSecond: 16 << 10,
  backlogBytes: 8 << 20,
  minCommitIntervalMs: 25,
  roomIdleMs: 60_000,
  foldUpdates: 20_000,
  foldBytes: 1 << 20,
}

export interface Bucket {
  /** May go into debt, so that one large message is possible; the debt is waited out. */
  readonly take: (cost: number) => void
  /** How long, at that moment, until something may be taken again; 0 now. */
  readonly waitMs: (moment: number) => number
}

/** `moment`s are milliseconds of one clock that never goes back. */
export function createBucket(perSecond: number, burst: number, start: number): Bucket {
  let level = burst
  let at = start
  return {
    take: (cost) => {
      level -= cost
    },
    waitMs: (moment) => {
      level = Math.min(burst, level + ((moment - at) / 1000) * perSecond)
      at = moment
      return level >= 0 ? 0 : Math.ceil((-level / perSecond) * 1000)
    },
  }
}

/** Where a member has signed in from, many may sit behind one address: one who fails must not lock the others out. */
const SHARED_FACTOR = 20
const SHARED_MS = 60 * 60_000
/** Addresses remembered at most; the ones that were used longest ago are forgotten first. */
const SHARED_MOST = 10_000

/** Failed answers per address within the last minute. */
export interface FailureCount {
  readonly fail: (address: string) => void
  /** A member signed in from there. */
  readonly succeed: (address: string) => void
  readonly blocked: (address: string) => boolean
}

export function createFailureCount(perMinute: number, now: () => number): FailureCount {
  const failures = new Map<string, number[]>()
  const members = new Map<string, number>()
  const bound = (address: string): number =>
    (members.get(address) ?? -Infinity) > now() - SHARED_MS ? perMinute * SHARED_FACTOR : perMinute
  const recent = (address: string): number[] => {
    const list = (failures.get(address) ?? []).filter((at) => at > now() - 60_000)
    if (list.length === 0) failures.delete(address)
    else failures.set(address, list)
    return list
  }
  return {
    fail: (address) => {
      failures.set(address, [...recent(address), now()].slice(-perMinute * SHARED_FACTOR))
    },
    succeed: (address) => {
      members.delete(address)
      members.set(address, now())
      const [oldest] = members.keys()
      if (members.size > SHARED_MOST && oldest !== undefined) members.delete(oldest)
    },
    blocked: (address) => recent(address).length >= bound(address),
  }
}
