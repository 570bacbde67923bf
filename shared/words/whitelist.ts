/**
 * What may be written into a room: text, three embeds and seven attributes with primitive values.
 * Anything new goes in here, with a new SCHEMA, before any client uses it.
 */
import * as Y from 'yjs'
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { CLAUSE_ID } from './ids.ts'

export type ContentRefusal = 'badContent' | 'badEmbed' | 'badFormat' | 'badCharacter' | 'longText'

const LINK_LENGTH = 2000
export const isSafeLink = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= LINK_LENGTH &&
  /^(https:\/\/|mailto:)/i.test(value) &&
  !hasRefusedCharacter(value)

type Check = (value: unknown) => boolean
const flag: Check = (value) => value === true
const id: Check = (value) => typeof value === 'string' && CLAUSE_ID.test(value)

/** Maps, not objects: a key like `__proto__` finds nothing. `null` ends a format and is always allowed. */
const FORMATS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['kind', (value) => CLAUSE_KINDS.some((kind) => kind === value)],
  ['level', (value) => value === 0 || value === 1 || value === 2 || value === 3],
  ['suppressed', flag],
  ['bold', flag],
  ['italic', flag],
  ['underline', flag],
  ['link', isSafeLink],
])
const EMBEDS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['clause', id],
  ['footnote', id],
  ['br', flag],
])

export function refusedContent(content: unknown, maxText: number): ContentRefusal | null {
  if (content instanceof Y.ContentString) {
    if (content.str.length > maxText) return 'longText'
    return hasRefusedCharacter(content.str) ? 'badCharacter' : null
  }
  if (content instanceof Y.ContentEmbed) return isKnownEmbed(content.embed) ? null : 'badEmbed'
  if (content instanceof Y.ContentFormat) {
    const check = FORMATS.get(content.key)
    const value: unknown = content.value
    return check !== undefined && (value === null || check(value)) ? null : 'badFormat'
  }
  return 'badContent' // nested types, sub-documents, binary, JSON, tombstones
}

function isKnownEmbed(embed: unknown): boolean {
  if (typeof embed !== 'object' || embed === null || Object.getPrototypeOf(embed) !== Object.prototype)
    return false
  const [entry, ...more] = Object.entries(embed)
  if (entry === undefined || more.length > 0) return false
  return EMBEDS.get(entry[0])?.(entry[1]) === true
}
