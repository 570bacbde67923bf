/**
 * One replaced stretch as a delta. Equal ends are kept, so that words nobody touched keep their
 * identity, their author and other people's carets; a marker that stays is only re-formatted.
 */
import { rawId } from '#shared/words/ids.ts'
import { isMarker, lengthOf, type DeltaOp, type InsertOp, type RawAttributes } from '#shared/words/shape.ts'

/** A character (never half a surrogate pair) or an embed. */
interface Unit {
  readonly insert: string | object
  readonly attributes: RawAttributes
  /** Equal for equal content with equal format. */
  readonly key: string
  readonly clause: string | undefined
}

export function replacement(before: readonly InsertOp[], after: readonly InsertOp[]): DeltaOp[] {
  const old = new Stretch(unitsOf(before))
  const now = new Stretch(unitsOf(after))
  const left = takeCommon(old, now, 'start')
  const right = takeCommon(old, now, 'end').reverse()
  const gone = old.rest().reduce((sum, unit) => sum + lengthOf(unit.insert), 0)
  return withoutTrailingRetain([
    ...left.map(keep),
    ...insertsOf(now.rest()),
    ...(gone > 0 ? [{ delete: gone }] : []),
    ...right.map(keep),
  ])
}

type End = 'start' | 'end'
type Pair = readonly [old: Unit, now: Unit]

/** Units of which some at either end have been taken away. */
class Stretch {
  readonly #units: readonly Unit[]
  #start = 0
  #end: number

  constructor(units: readonly Unit[]) {
    this.#units = units
    this.#end = units.length
  }

  edge(end: End): Unit | undefined {
    if (this.#start >= this.#end) return undefined
    return this.#units[end === 'start' ? this.#start : this.#end - 1]
  }

  take(end: End): void {
    if (end === 'start') this.#start++
    else this.#end--
  }

  giveBack(end: End): void {
    if (end === 'start') this.#start--
    else this.#end++
  }

  rest(): readonly Unit[] {
    return this.#units.slice(this.#start, this.#end)
  }
}

/** Whole words only: half-kept words of two concurrent replacements would merge into mash-ups. */
function takeCommon(old: Stretch, now: Stretch, end: End): Pair[] {
  const kept: Pair[] = []
  for (;;) {
    const [a, b] = [old.edge(end), now.edge(end)]
    if (a === undefined || b === undefined || !isKept(a, b)) break
    kept.push([a, b])
    old.take(end)
    now.take(end)
  }
  while (isWord(kept.at(-1)?.[0]) && (isWord(old.edge(end)) || isWord(now.edge(end)))) {
    kept.pop()
    old.giveBack(end)
    now.giveBack(end)
  }
  return kept
}

const isWord = (unit: Unit | undefined): boolean => typeof unit?.insert === 'string' && /\S/.test(unit.insert)

function unitsOf(ops: readonly InsertOp[]): Unit[] {
  return ops.flatMap(({ insert, attributes = {} }) => {
    const format = JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
    return (typeof insert === 'string' ? Array.from(insert) : [insert]).map((each): Unit => ({
      insert: each,
      attributes,
      key: JSON.stringify(each) + format,
      clause: isMarker(each) ? rawId(each.clause) : undefined,
    }))
  })
}

const isKept = (a: Unit, b: Unit): boolean =>
  a.key === b.key || (a.clause !== undefined && a.clause === b.clause)

function keep([old, now]: Pair): DeltaOp {
  if (old.key === now.key) return { retain: lengthOf(old.insert) }
  const ended = Object.fromEntries(Object.keys(old.attributes).map((key) => [key, null]))
  return { retain: 1, attributes: { ...ended, ...now.attributes } }
}

function insertsOf(units: readonly Unit[]): DeltaOp[] {
  const out: { insert: string | object; attributes: RawAttributes }[] = []
  for (const { insert, attributes } of units) {
    const last = out.at(-1)
    if (typeof last?.insert === 'string' && typeof insert === 'string' && last.attributes === attributes) {
      last.insert += insert
    } else out.push({ insert, attributes })
  }
  // applyDelta writes into the attributes it is given
  return out.map(({ insert, attributes }) => ({ insert, attributes: { ...attributes } }))
}

function withoutTrailingRetain(ops: readonly DeltaOp[]): DeltaOp[] {
  const last = ops.findLastIndex((op) => !('retain' in op) || op.attributes !== undefined)
  return ops.slice(0, last + 1)
}
