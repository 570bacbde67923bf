import type { ActId } from '#shared/acts/state.ts'

/** What was written anew: the acts, and the paragraphs they are about, null standing for no paragraph. */
export interface Touched {
  readonly paragraphs: ReadonlySet<string | null>
  readonly acts: ReadonlySet<ActId>
}
