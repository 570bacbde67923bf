/**
 * What one event changed in a text, as a delta. Gives what `event.delta` gives, but that getter
 * deletes redundant format items while it reads, so that every reader would write. Reads Yjs'
 * internals: the version of yjs is pinned.
 */
import * as Y from 'yjs'
import type { DeltaOp, RawAttributes } from './shape.ts'

export function eventDelta(event: Y.YTextEvent): DeltaOp[] {
  const before = new Map<string, unknown>()
  const after = new Map<string, unknown>()
  const ops: DeltaOp[] = []
  let change: RawAttributes | undefined

  for (let item = event.target._start; item !== null; item = item.right) {
    const wasThere = !event.adds(item) && (!item.deleted || event.deletes(item))
    const isThere = !item.deleted
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (wasThere) put(before, content)
      if (isThere) put(after, content)
      if (wasThere || isThere) change = compare(change, content.key, before, after)
    } else if (isThere && !wasThere) {
      const insert = insertOf(content)
      if (insert !== null)
        ops.push(after.size > 0 ? { insert, attributes: Object.fromEntries(after) } : { insert })
    } else if (wasThere && !isThere) {
      ops.push({ delete: item.length })
    } else if (wasThere) {
      retain(ops, item.length, change)
    }
  }
  return ops
}

function put(formats: Map<string, unknown>, { key, value }: Y.ContentFormat): void {
  const known: unknown = value // Yjs types it as the object it may be
  if (known === null) formats.delete(key)
  else formats.set(key, known)
}

/** How the format here differs, after against before; the same object as long as nothing differs anew. */
function compare(
  change: RawAttributes | undefined,
  key: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): RawAttributes | undefined {
  if (!sameValue(before.get(key), after.get(key))) return { ...change, [key]: after.get(key) ?? null }
  if (change === undefined || !Object.hasOwn(change, key)) return change
  const rest = Object.entries(change).filter(([other]) => other !== key)
  return rest.length > 0 ? Object.fromEntries(rest) : undefined
}

function insertOf(content: Y.Item['content']): string | object | null {
  if (content instanceof Y.ContentString) return content.str
  return content instanceof Y.ContentEmbed ? content.embed : null
}

function retain(ops: DeltaOp[], length: number, attributes: RawAttributes | undefined): void {
  const last = ops.at(-1)
  if (last !== undefined && 'retain' in last && last.attributes === attributes) {
    ops[ops.length - 1] = { ...last, retain: last.retain + length }
  } else ops.push(attributes === undefined ? { retain: length } : { retain: length, attributes })
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
