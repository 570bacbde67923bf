/**
 * From the flat text to the domain's clauses and back. Reading is a pure function of the text, so
 * every peer reads the same; what this version does not know travels in the runs (unknown embeds,
 * unknown attributes with primitive values). Unknown attributes of a marker stay in the text and
 * are carried by migrations, not by a Clause.
 */
import type * as Y from 'yjs'
import {
  CLAUSE_KINDS,
  type Attributes,
  type Clause,
  type ClauseKind,
  type ClauseLevel,
  type Embed,
  type Primitive,
  type Run,
} from '#shared/domain/clause.ts'
import { numberDoubles, rawId, UNMARKED_ID } from './ids.ts'
import {
  CLAUSE_DEFAULTS,
  isClauseKey,
  isFlag,
  isMarker,
  type DeltaOp,
  type InsertOp,
  type RawAttributes,
} from './shape.ts'

export const readClauses = (text: Y.Text): Clause[] => projectDelta(deltaOf(text))

/** The whole text as inserts. Unlike an event's delta, reading it changes nothing. */
export function deltaOf(text: Y.Text): InsertOp[] {
  // toDelta() is typed `any`; the whole of a text consists of inserts only
  return text.toDelta() as InsertOp[]
}

export function projectDelta(delta: readonly InsertOp[]): Clause[] {
  const open: { id: string; attributes: RawAttributes; runs: Run[] }[] = []
  for (const { insert, attributes = {} } of delta) {
    if (isMarker(insert)) {
      open.push({ id: insert.clause, attributes, runs: [] })
      continue
    }
    let last = open.at(-1)
    if (last === undefined) open.push((last = { id: UNMARKED_ID, attributes: {}, runs: [] }))
    last.runs.push(readRun(insert, attributes))
  }
  const ids = numberDoubles(open.map((clause) => clause.id))
  return open.map(({ id, attributes, runs }, i) => ({
    id: ids[i] ?? id,
    kind: readKind(attributes['kind']),
    level: readLevel(attributes['level']),
    suppressed: attributes['suppressed'] === true,
    runs,
  }))
}

const readKind = (value: unknown): ClauseKind =>
  CLAUSE_KINDS.find((kind) => kind === value) ?? CLAUSE_DEFAULTS.kind

/** A level deeper than we know still hangs on its paragraph, so it is read as the deepest. */
export function readLevel(value: unknown): ClauseLevel {
  if (value === 1 || value === 2 || value === 3) return value
  return typeof value === 'number' && value > 3 ? 3 : 0
}

const isPrimitive = (value: unknown): value is Primitive =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function readRun(insert: string | object, raw: RawAttributes): Run {
  const attributes: Record<string, Primitive> = {}
  for (const [key, value] of Object.entries(raw)) {
    if (isClauseKey(key) || !isPrimitive(value)) continue
    if (isFlag(key) && value !== true) continue
    if (key === 'link' && typeof value !== 'string') continue
    attributes[key] = value
  }
  // an embed is any object with string keys; Yjs types it as `object`
  const content = typeof insert === 'string' ? insert : (insert as Embed)
  return Object.keys(attributes).length > 0 ? { insert: content, attributes } : { insert: content }
}

/** What a new room is filled with. Copies (`id~2`) are written under their common id and read back numbered. */
export function clausesToDelta(clauses: readonly Clause[]): DeltaOp[] {
  return clauses.flatMap((clause): DeltaOp[] => [
    { insert: { clause: rawId(clause.id) }, attributes: markerAttributes(clause) },
    ...clause.runs.map((run) => ({ insert: run.insert, attributes: copy(run.attributes) })),
  ])
}

function markerAttributes({ kind, level, suppressed }: Clause): Attributes {
  return {
    ...(kind === CLAUSE_DEFAULTS.kind ? {} : { kind }),
    ...(level === CLAUSE_DEFAULTS.level ? {} : { level }),
    ...(suppressed ? { suppressed } : {}),
  }
}

/** Y.Text.applyDelta writes into the attributes it is given; these belong to somebody else. */
const copy = (attributes: Attributes | undefined): Attributes => ({ ...attributes })
