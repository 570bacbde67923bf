/**
 * Words that are made and then worked on by hand, by paragraph. What nobody has touched is made anew when
 * something else is to be made; what somebody wrote stays until they say otherwise, and goes with the window.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { isSameToTheLetter } from '#shared/acts/three-way.ts'
import { newCopy, type Copy } from '#renderer/editor/copy.ts'
import { createStore, type Readable } from './store.ts'

export interface Bench {
  readonly copy: Copy
  /** As it was made. */
  readonly made: readonly Clause[]
  /** As it reads now. */
  readonly words: readonly Clause[]
  /** What would be made now, while what was written by hand stands instead of it. */
  readonly waiting: readonly Clause[] | null
}

export interface Workbench {
  readonly all: Readable<ReadonlyMap<string, Bench>>
  lay(wanted: readonly { readonly key: string; readonly made: readonly Clause[] }[]): void
  /** Instead of what was written by hand. */
  remake(key: string): void
  /** What was written by hand stands. */
  keep(key: string): void
  close(): void
}

export function createWorkbench(): Workbench {
  const all = createStore<ReadonlyMap<string, Bench>>(new Map())
  const set = (key: string, bench: Bench) => {
    all.set(new Map(all.get()).set(key, bench))
  }
  const begin = (key: string, made: readonly Clause[]) => {
    all.get().get(key)?.copy.close()
    const copy = newCopy(made)
    copy.onWords(() => {
      const bench = all.get().get(key)
      if (bench?.copy === copy) set(key, { ...bench, words: copy.clauses() })
    })
    set(key, { copy, made, words: made, waiting: null })
  }
  return {
    all,
    lay(wanted) {
      for (const { key, made } of wanted) {
        const bench = all.get().get(key)
        if (bench === undefined) begin(key, made)
        else if (isSameToTheLetter(bench.made, made)) {
          if (bench.waiting !== null) set(key, { ...bench, waiting: null })
        } else if (isSameToTheLetter(bench.words, made)) set(key, { ...bench, made, waiting: null })
        else if (isSameToTheLetter(bench.words, bench.made)) begin(key, made)
        else if (bench.waiting !== made) set(key, { ...bench, waiting: made })
      }
    },
    remake(key) {
      const waiting = all.get().get(key)?.waiting ?? null
      if (waiting !== null) begin(key, waiting)
    },
    keep(key) {
      const bench = all.get().get(key)
      if (bench === undefined || bench.waiting === null) return
      set(key, { ...bench, made: bench.waiting, waiting: null })
    },
    close() {
      for (const { copy } of all.get().values()) copy.close()
      all.set(new Map())
    },
  }
}
