/**
 * What the window needs from the acts: put some in, ask for the state. The one that ships is
 * `acts-engine.ts`; stores know only this shape.
 */
import type { ConferenceState, DocumentState } from '#shared/acts/state.ts'
import type { AdmittedAct } from '#shared/ipc/contract.ts'

export interface Engine {
  /** Answers with the scopes that something was added to. */
  add(acts: readonly AdmittedAct[]): ReadonlySet<string>
  addBlob(hash: string, content: Uint8Array): void
  blob(hash: string): Uint8Array | undefined
  /** The reason an act gives for itself; null where it gives none, or is not here. */
  reasonOf(act: string): string | null
  conference(): ConferenceState
  /** `now`: the newest receipt plus what has elapsed since. */
  document(id: string, now: string): DocumentState
}
