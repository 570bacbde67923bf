/** Wordings on their way into an act: what the window gave, checked, with a word for each thing that is wrong. */
import { refusedCharacters } from '#shared/domain/characters.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { wordingHash, wordingText } from '#shared/domain/wording.ts'
import { toUtf8 } from '#shared/acts/bytes.ts'
import type { GivenClauses } from '#shared/ipc/contract.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { failed, succeeded, type Outcome } from '#main/outcome.ts'

/** As the acts' own schemas have it. */
const MAX_PARAGRAPH_BYTES = 32 * 1024

export const hashOf = (clauses: readonly Clause[]): string =>
  wordingHash(clauses, (utf8) => nodeCrypto.sha256(toUtf8(utf8)))

/** `id`: of the paragraph it is for; null for a new one, which has that of its first clause. */
export function wordingOf(given: GivenClauses, id: string | null): Outcome<Clause[]> {
  const clauses = named(given, id)
  const ids = new Set(clauses.map((clause) => clause.id))
  if (clauses[0]?.kind === 'footnote' || groupParagraphs(clauses).length !== 1)
    return failed('invalidInput', 'failure.oneParagraph')
  if (ids.size < clauses.length) return failed('invalidInput', 'failure.invalidInput')
  const words = clauses.flatMap(({ runs }) =>
    runs.flatMap(({ insert }) => (typeof insert === 'string' ? [insert] : [])),
  )
  const clean = cleanText(words.join(''))
  if (!clean.ok) return clean
  if (toUtf8(words.join('')).length > MAX_PARAGRAPH_BYTES)
    return failed('invalidInput', 'failure.paragraphTooLarge')
  if (wordingText(clauses).trim() === '') return failed('invalidInput', 'failure.emptyWording')
  return succeeded(clauses)
}

/** Names the first character that no text may hold. */
export function cleanText(text: string): Outcome<string> {
  const [refused] = refusedCharacters(text)
  return refused === undefined
    ? succeeded(text)
    : failed('invalidInput', 'failure.refusedCharacter', { code: refused.code })
}

/** Of several lines. */
export function cleanProse(text: string): Outcome<string> {
  const clean = cleanText(text.replaceAll('\n', ''))
  return clean.ok ? succeeded(text) : clean
}

/** The first clause of a paragraph keeps the paragraph's id, whatever an editor has made of it. */
function named(clauses: GivenClauses, id: string | null): Clause[] {
  return clauses.map(({ runs, ...clause }, i) => ({
    ...clause,
    id: i === 0 && id !== null ? id : clause.id,
    runs: runs.map(({ insert, attributes }) =>
      attributes === undefined ? { insert } : { insert, attributes },
    ),
  }))
}
