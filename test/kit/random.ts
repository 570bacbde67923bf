/** Chance with a seed: mulberry32. The seed belongs in the test's name or its message. */
export interface Random {
  /** At least 0, below 1. */
  readonly next: () => number
  /** A whole number below `limit`. */
  readonly int: (limit: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]] | readonly T[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const [chosen] = list.slice(int(list.length))
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    shuffle: (list) => {
      const left = [...list]
      const out: (typeof list)[number][] = []
      while (left.length > 0) out.push(...left.splice(int(left.length), 1))
      return out
    },
  }
}
