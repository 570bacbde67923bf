/**
 * How long to wait before the next attempt: doubling up to half a minute, with full jitter, so that forty
 * delegations whose network returns at once do not knock at the same moment.
 */
export interface BackOff {
  nextMs(): number
  reset(): void
}

const FIRST_MS = 250
const LONGEST_MS = 30_000

export function createBackOff(random: () => number, firstMs = FIRST_MS, longestMs = LONGEST_MS): BackOff {
  let attempts = 0
  return {
    nextMs() {
      const ceiling = Math.min(longestMs, firstMs * 2 ** attempts)
      attempts = Math.min(attempts + 1, 20)
      // Never at once: half is waited in any case.
      return Math.round(ceiling / 2 + (random() * ceiling) / 2)
    },
    reset() {
      attempts = 0
    },
  }
}
