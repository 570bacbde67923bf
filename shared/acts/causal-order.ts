/**
 * Which act knew of which. Acts are cut into lines (each act of a line knew the one before it); every act
 * carries how far along each line it knew, so that one comparison of two numbers answers. Exact for any
 * set of acts, forks included: a fork only costs another line.
 */
export interface Place {
  /** Line this act is on, and its place on it, from 1. */
  readonly line: number
  readonly position: number
  /** By line: how many acts of it came before or are this one. Lines not reached have no entry. */
  readonly knew: Int32Array
  /** Length of the longest chain of acts below this one. */
  readonly depth: number
}

export class CausalOrder {
  /** Length of each line so far. */
  readonly #lengths: number[] = []

  /** `candidates` are the parents that may share a line with the new act: those by the same key in the same scope. */
  place(parents: readonly Place[], candidates: readonly Place[]): Place {
    const tip = candidates.find(({ line, position }) => this.#lengths[line] === position)
    const line = tip ? tip.line : this.#lengths.push(0) - 1
    const position = (this.#lengths[line] ?? 0) + 1
    this.#lengths[line] = position
    const above = placeAbove(parents, line + 1)
    above.knew[line] = position
    return { ...above, line, position }
  }
}

/** Where an act resting on these would stand, on no line yet: enough to ask what it knows. */
export function placeAbove(parents: readonly Place[], lines = 0): Place {
  const knew = new Int32Array(Math.max(lines, ...parents.map((parent) => parent.knew.length)))
  let depth = 0
  for (const parent of parents) {
    depth = Math.max(depth, parent.depth + 1)
    for (let i = 0; i < parent.knew.length; i++) {
      const reached = parent.knew[i] ?? 0
      if (reached > (knew[i] ?? 0)) knew[i] = reached
    }
  }
  return { line: -1, position: 0, knew, depth }
}

/** Whether `a` is `b` or came before it. */
export function reaches(b: Place, a: Place): boolean {
  return (b.knew[a.line] ?? 0) >= a.position
}
