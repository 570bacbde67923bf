/**
 * The shape of words. A room holds one flat `Y.Text` named `body`: an embed `{clause: id}` opens a
 * clause, its formatting attributes say what kind of clause it is, and everything up to the next
 * marker is its text. Nothing is nested, so a split inserts a marker and a join deletes one.
 *
 * Values are read leniently (a newer version may write what this one does not know) and written
 * strictly (the relay's guard refuses what is not listed in whitelist.ts).
 */
import type { ClauseKind } from '#shared/domain/clause.ts'

export const BODY = 'body'

/** Attributes as Yjs holds them: not yet parsed. */
export type RawAttributes = Readonly<Record<string, unknown>>

export interface InsertOp {
  readonly insert: string | object
  readonly attributes?: RawAttributes
}
export interface RetainOp {
  readonly retain: number
  readonly attributes?: RawAttributes
}
export interface DeleteOp {
  readonly delete: number
}
export type DeltaOp = InsertOp | RetainOp | DeleteOp

export interface Marker {
  readonly clause: string
}

/** A default is stored as the absence of the attribute, so that two ways of saying it never compete. */
export const CLAUSE_DEFAULTS = {
  kind: 'text' satisfies ClauseKind,
  level: 0,
  suppressed: false,
} as const
export const CLAUSE_KEYS = ['kind', 'level', 'suppressed'] as const
export type ClauseKey = (typeof CLAUSE_KEYS)[number]
export const isClauseKey = (key: string): key is ClauseKey => CLAUSE_KEYS.some((known) => known === key)

export const FLAGS = ['bold', 'italic', 'underline'] as const
export type Flag = (typeof FLAGS)[number]
export const isFlag = (key: string): key is Flag => FLAGS.some((known) => known === key)
export const isTextKey = (key: string): boolean => isFlag(key) || key === 'link'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const onlyKey = (value: Readonly<Record<string, unknown>>): string | undefined => {
  const keys = Object.keys(value)
  return keys.length === 1 ? keys[0] : undefined
}

export const isMarker = (value: unknown): value is Marker =>
  isObject(value) && onlyKey(value) === 'clause' && typeof value['clause'] === 'string'
export const isHardBreak = (value: unknown): value is { readonly br: true } =>
  isObject(value) && onlyKey(value) === 'br' && value['br'] === true
export const isFootnote = (value: unknown): value is { readonly footnote: string } =>
  isObject(value) && onlyKey(value) === 'footnote' && typeof value['footnote'] === 'string'

/** Length in the Y.Text: UTF-16 units for a string, 1 for an embed. */
export const lengthOf = (insert: string | object): number => (typeof insert === 'string' ? insert.length : 1)
