/**
 * Attributes of the Y.Text against attributes and marks of ProseMirror. Known values become marks
 * or clause attributes; what this version does not know is carried by the `unknown` mark and the
 * clause's `extra`; an odd value of a known key is left alone in the text and not shown.
 */
import { Mark, type Node, type Schema } from '@tiptap/pm/model'
import { rawId } from '#shared/words/ids.ts'
import {
  CLAUSE_DEFAULTS,
  CLAUSE_KEYS,
  isClauseKey,
  isFlag,
  isTextKey,
  type ClauseKey,
  type InsertOp,
  type RawAttributes,
} from '#shared/words/shape.ts'

/** `kind` and `level` as they are in the text, so that a newer version's values survive. */
export interface ClauseAttributes {
  /** null: the clause has no marker; only the first one may be like that. */
  readonly id: string | null
  readonly kind: string
  readonly level: number
  readonly suppressed: boolean
  readonly extra: RawAttributes | null
}

export const clauseOf = (node: Node): ClauseAttributes => node.attrs as ClauseAttributes // what schema.ts declares

/** A value of the right type, or the default. */
export const readClauseValue = (key: ClauseKey, value: unknown): string | number | boolean =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
  typeof value === typeof CLAUSE_DEFAULTS[key]
    ? value
    : CLAUSE_DEFAULTS[key]

export function readClauseAttributes(id: string | null, raw: RawAttributes = {}): Record<string, unknown> {
  const values = Object.fromEntries(CLAUSE_KEYS.map((key) => [key, readClauseValue(key, raw[key])]))
  return { id: id === null ? null : rawId(id), ...values, extra: extraOf(raw) }
}

export function extraOf(raw: RawAttributes): RawAttributes | null {
  const extra = Object.entries(raw).filter(([key]) => !isClauseKey(key) && !isTextKey(key))
  return extra.length > 0 ? Object.fromEntries(extra) : null
}

/** The marker of a clause as it is inserted into the text. */
export function markerOf(clause: ClauseAttributes & { readonly id: string }): InsertOp {
  const changed = CLAUSE_KEYS.filter((key) => clause[key] !== CLAUSE_DEFAULTS[key])
  return {
    insert: { clause: rawId(clause.id) },
    attributes: { ...Object.fromEntries(changed.map((key) => [key, clause[key]])), ...clause.extra },
  }
}

export const hasMarker = (clause: ClauseAttributes): clause is ClauseAttributes & { readonly id: string } =>
  clause.id !== null

export function marksOf(schema: Schema, raw: RawAttributes = {}): readonly Mark[] {
  let marks = Mark.none
  const unknown: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(raw)) {
    if (isClauseKey(key)) continue
    if (!isTextKey(key)) unknown[key] = value
    else if (isFlag(key) ? value === true : typeof value === 'string') {
      marks = schema.mark(key, isFlag(key) ? null : { href: value }).addToSet(marks)
    }
  }
  return Object.keys(unknown).length > 0 ? schema.mark('unknown', { attrs: unknown }).addToSet(marks) : marks
}

export function attributesOf(marks: readonly Mark[]): RawAttributes {
  const out: Record<string, unknown> = {}
  for (const mark of marks) {
    if (mark.type.name === 'unknown') Object.assign(out, mark.attrs['attrs'])
    else out[mark.type.name] = mark.type.name === 'link' ? mark.attrs['href'] : true
  }
  return out
}

export const sameJson = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
