/**
 * The order of the paragraphs, and which of them are parts of one that is split for negotiation (rule 11).
 * Parts stand together: what is put after one of them comes after the last. An act is judged by the order it
 * knew, so what was done to the order is kept and can be done again without what an act did not know.
 */
import { reaches } from '#shared/acts/causal-order.ts'
import type { Node } from '#shared/acts/set.ts'

type Step = { readonly node: Node } & (
  | { readonly kind: 'insert' | 'move'; readonly id: string; readonly after: string | null }
  | { readonly kind: 'split' | 'join'; readonly id: string; readonly parts: readonly string[] }
  /** The text of a round: no paragraph is in parts any more. */
  | { readonly kind: 'open'; readonly ids: readonly string[] }
)

export interface Arrangement {
  readonly ids: readonly string[]
  /** By part the paragraph it is of, which is the first part. */
  readonly wholes: ReadonlyMap<string, string>
}

interface Draft {
  ids: string[]
  readonly wholes: Map<string, string>
}

export class Order implements Arrangement {
  readonly #steps: Step[] = []
  readonly #now: Draft = { ids: [], wholes: new Map() }
  /** The newest steps that do more than insert: whoever knows these sees the order as it is. */
  #frontier: readonly Node[] = []

  get ids(): readonly string[] {
    return this.#now.ids
  }

  get wholes(): ReadonlyMap<string, string> {
    return this.#now.wholes
  }

  take(step: Step): void {
    this.#steps.push(step)
    apply(this.#now, step)
    if (step.kind === 'insert') return
    this.#frontier = [...this.#frontier.filter(({ place }) => !reaches(step.node.place, place)), step.node]
  }

  /** As the act knew it; paragraphs that were only inserted without its knowledge may be among them. */
  at(node: Node): Arrangement {
    if (this.#frontier.every(({ place }) => reaches(node.place, place))) return this
    const draft: Draft = { ids: [], wholes: new Map() }
    for (const step of this.#steps) if (reaches(node.place, step.node.place)) apply(draft, step)
    return draft
  }
}

/** The parts of a paragraph in their order; none where it is not split. */
export function partsOf({ ids, wholes }: Arrangement, whole: string): string[] {
  return wholes.has(whole) ? ids.filter((id) => wholes.get(id) === whole) : []
}

/** The order in which it would be, if the paragraph were moved. */
export function moved(order: Arrangement, id: string, after: string | null): string[] {
  const draft = { ids: [...order.ids], wholes: new Map(order.wholes) }
  move(draft, id, after)
  return draft.ids
}

function apply(draft: Draft, step: Step): void {
  switch (step.kind) {
    case 'insert':
      if (!draft.ids.includes(step.id)) put(draft, [step.id], step.after)
      return
    case 'move':
      move(draft, step.id, step.after)
      return
    case 'split': {
      const parts = step.parts.filter((id) => !draft.ids.includes(id))
      draft.ids.splice(draft.ids.indexOf(step.id) + 1, 0, ...parts)
      for (const id of [step.id, ...parts]) draft.wholes.set(id, step.id)
      return
    }
    case 'join':
      draft.ids = draft.ids.filter((id) => id === step.id || !step.parts.includes(id))
      for (const id of step.parts) draft.wholes.delete(id)
      return
    case 'open':
      draft.ids = reordered(step.ids, draft.ids)
      draft.wholes.clear()
  }
}

/** What is in parts moves with all of them. */
function move(draft: Draft, id: string, after: string | null): void {
  const whole = draft.wholes.get(id)
  const block = whole === undefined ? [id] : partsOf(draft, whole)
  if (after !== null && block.includes(after)) return
  draft.ids = draft.ids.filter((one) => !block.includes(one))
  put(draft, block, after)
}

function put(draft: Draft, ids: readonly string[], after: string | null): void {
  const whole = after === null ? undefined : draft.wholes.get(after)
  const last = whole === undefined ? after : (partsOf(draft, whole).at(-1) ?? after)
  draft.ids.splice(last === null ? 0 : draft.ids.indexOf(last) + 1, 0, ...ids)
}

/** The new order, with what it leaves out after the neighbour it had before. */
function reordered(order: readonly string[], before: readonly string[]): string[] {
  const result = [...order]
  before.forEach((id, index) => {
    if (!result.includes(id)) result.splice(result.indexOf(before[index - 1] ?? '') + 1, 0, id)
  })
  return result
}
