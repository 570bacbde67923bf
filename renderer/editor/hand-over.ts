/**
 * Words typed before their room was open. A person types into a copy at once; when the room is there, what
 * the copy has more or less than the wording it began with is written into it as one edit.
 */
import type * as Y from 'yjs'
import type { Clause } from '#shared/domain/clause.ts'
import { clausesToDelta, deltaOf } from '#shared/words/clauses.ts'
import { newEditOrigin } from '#shared/words/origin.ts'
import type { DeltaOp } from '#shared/words/shape.ts'

/** One character or embed with its formatting. */
interface Unit {
  readonly insert: string | object
  readonly attributes: Readonly<Record<string, unknown>>
  readonly key: string
}

/**
 * `copy` began as `base`, and so did `room`. Answers false, and writes nothing, where the room already has
 * other words: then both are there and the person decides.
 */
export function handOver(copy: Y.Text, base: readonly Clause[], room: Y.Text): boolean {
  const before = unitsOf(clausesToDelta(base))
  const there = unitsOf(deltaOf(room))
  if (!isSame(before, there)) return false
  edit(room, before, unitsOf(deltaOf(copy)))
  return true
}

/** Gives the room these words instead of its own, as one edit of what differs. */
export function writeWords(room: Y.Text, clauses: readonly Clause[]): void {
  edit(room, unitsOf(deltaOf(room)), unitsOf(clausesToDelta(clauses)))
}

function edit(room: Y.Text, before: readonly Unit[], after: readonly Unit[]): void {
  const start = commonLength(before, after, Math.min(before.length, after.length), (units, i) => units[i])
  const rest = Math.min(before.length, after.length) - start
  const end = commonLength(before, after, rest, (units, i) => units[units.length - 1 - i])
  const written = after.slice(start, after.length - end)
  const removed = before.length - start - end
  if (written.length === 0 && removed === 0) return
  room.doc?.transact(() => {
    room.applyDelta([
      ...(start > 0 ? [{ retain: start }] : []),
      ...joined(written),
      ...(removed > 0 ? [{ delete: removed }] : []),
    ])
  }, newEditOrigin())
}

function unitsOf(delta: readonly DeltaOp[]): Unit[] {
  return delta.flatMap((op): Unit[] => {
    if (!('insert' in op)) return []
    const { insert, attributes = {} } = op
    const named = Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
    const unit = (one: string | object) => ({
      insert: one,
      attributes: named,
      key: `${JSON.stringify(one)} ${JSON.stringify(named)}`,
    })
    // by UTF-16 unit, as Yjs counts; a pair is never cut since both halves are equal or neither
    return typeof insert === 'string' ? insert.split('').map(unit) : [unit(insert)]
  })
}

/** Text of one formatting as one piece, as the binding writes it. */
function joined(units: readonly Unit[]): { insert: string | object; attributes: Record<string, unknown> }[] {
  const ops: { insert: string | object; attributes: Record<string, unknown> }[] = []
  for (const { insert, attributes } of units) {
    const last = ops.at(-1)
    const isAlike = last !== undefined && JSON.stringify(last.attributes) === JSON.stringify(attributes)
    if (isAlike && typeof insert === 'string' && typeof last.insert === 'string') last.insert += insert
    else ops.push({ insert, attributes: { ...attributes } })
  }
  return ops
}

const isSame = (one: readonly Unit[], other: readonly Unit[]): boolean =>
  one.length === other.length && one.every(({ key }, i) => key === other[i]?.key)

function commonLength(
  one: readonly Unit[],
  other: readonly Unit[],
  most: number,
  at: (units: readonly Unit[], i: number) => Unit | undefined,
): number {
  let length = 0
  while (length < most && at(one, length)?.key === at(other, length)?.key) length++
  return length
}
