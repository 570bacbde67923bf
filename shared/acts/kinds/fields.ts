/** Schemas of the fields that acts are made of. All sizes are bounded; no text hides a character. */
import { z } from 'zod'
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { CAPACITIES } from '#shared/domain/role.ts'
import { toUtf8 } from '#shared/acts/bytes.ts'

/** A paragraph is at most 32 KiB of text. */
const MAX_PARAGRAPH_BYTES = 32 * 1024

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(digits)}}$`))

export const actId = hex(64)
export const keyId = hex(32)
export const sha256 = hex(64)
export const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const instant = z.iso.datetime()
export const country = z.enum(COUNTRY_CODES)
export const countries = z.array(country).max(COUNTRY_CODES.length).refine(inOrder, 'in order, each once')
export const docId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const paragraphId = z.string().regex(/^[A-Za-z0-9_-]{1,64}(~\d{1,6})?$/)
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/)
export const positionValue = z.enum(POSITION_VALUES)
export const base = z.array(actId).max(64)

/** One line that people wrote or read. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasRefusedCharacter(text), 'refused character')
/** Several lines. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !hasRefusedCharacter(text.replaceAll('\n', '')), 'refused character')
/** A wording as text, one line a clause; U+FFFC stands for content of a newer version. */
export const wording = z
  .string()
  .max(MAX_PARAGRAPH_BYTES)
  .refine((text) => !hasRefusedCharacter(text.replace(/[\n\uFFFC]/gu, '')), 'refused character')
export const reason = prose(4_000)

export const member = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('delegate'), country, capacity: z.enum(CAPACITIES) }),
  z.strictObject({ role: z.literal('presidency'), country }),
  z.strictObject({ role: z.literal('secretariat') }),
  z.strictObject({ role: z.literal('observer'), organisation: line(200) }),
  z.strictObject({
    role: z.literal('guest'),
    organisation: line(200),
    documents: z.array(docId).max(100),
    until: line(30),
  }),
])

const attributes = z
  .record(z.string().max(40), z.union([z.string().max(2_000), z.int(), z.boolean()]))
  .refine(({ link }) => link === undefined || /^(https:\/\/|mailto:)/.test(String(link)), 'link')

const clauseOf = (maxRun: number) =>
  z.strictObject({
    id: paragraphId,
    kind: z.enum(CLAUSE_KINDS),
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    suppressed: z.boolean(),
    runs: z
      .array(
        z.strictObject({
          insert: z.union([line(maxRun), z.record(z.string().max(40), z.unknown())]),
          attributes: z.exactOptional(attributes),
        }),
      )
      .max(5_000),
  })

const clause = clauseOf(MAX_PARAGRAPH_BYTES)
/** In the frozen text of a round: words come from a room, which is bounded as a whole. */
export const frozenClause = clauseOf(4 * 1024 * 1024)

/** The clauses of exactly one paragraph, under ids of their own. */
export const paragraphClauses = z
  .array(clause)
  .min(1)
  .max(500)
  .refine(
    (clauses) => clauses[0]?.kind !== 'footnote' && groupParagraphs(clauses).length === 1,
    'one paragraph',
  )
  .refine((clauses) => new Set(clauses.map(({ id }) => id)).size === clauses.length, 'ids')
  .refine((clauses) => textBytes(clauses) <= MAX_PARAGRAPH_BYTES, 'paragraph too large')

/** Words of a paragraph: offsets in UTF-16 units of its text with one line a clause, and the words themselves. */
export const anchor = z
  .strictObject({
    paragraph: paragraphId,
    hash: sha256,
    from: z.int().nonnegative(),
    to: z.int().positive(),
    quote: wording,
  })
  .refine(({ from, to, quote }) => to - from === quote.length && quote !== '', 'anchor')

export const meeting = z.strictObject({ meeting: line(200), attendance: countries })

function textBytes(clauses: readonly z.infer<typeof clause>[]): number {
  const texts = clauses.flatMap(({ runs }) =>
    runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')),
  )
  return toUtf8(texts.join('')).length
}

function inOrder(codes: readonly string[]): boolean {
  return codes.every((code, index) => index === 0 || (codes[index - 1] ?? '') < code)
}
