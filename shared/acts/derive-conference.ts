import type { ActSet } from './set.ts'
import type { ConferenceState, Instant } from './state.ts'

/** `now`: newest receipt plus what has elapsed; without it, the newest receipt. Decides only who presides today. */
export function deriveConference(set: ActSet, now?: Instant): ConferenceState {
  throw new TypeError(`not yet ${String(set.size)} ${String(now)}`)
}
