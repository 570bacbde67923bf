/**
 * What a wording is, byte for byte, so that consent can bind to it (rule 15). The canonical form holds kind,
 * level, suppressed and text of each clause, the text in NFC with its blanks collapsed; marks, ids and numbers
 * are left out, and so is which footnote a reference names, but not that it stands there. Content from a newer
 * version counts, since nobody here can tell that it does not matter.
 */
import type { Clause, Embed, Run } from './clause.ts'

/** Stands for an embed; refused in typed text (see characters.ts), so no wording can imitate one. */
const OBJECT = '\uFFFC'

/** The words of a clause as a person reads them; a hard break is a line feed. */
export function plainText(clause: Clause): string {
  return clause.runs.map((run) => readable(run.insert)).join('')
}

/** One line for each clause, blanks collapsed; what acts of consent carry beside the hash. */
export function wordingText(clauses: readonly Clause[]): string {
  return clauses.map((clause) => collapse(plainText(clause))).join('\n')
}

export function canonicalWording(clauses: readonly Clause[]): string {
  return JSON.stringify(
    clauses.map((clause) => [clause.kind, clause.level, clause.suppressed, canonicalText(clause.runs)]),
  )
}

/** 64 hexadecimal digits; `sha256` hashes the UTF-8 bytes of the string it is given. */
export function wordingHash(clauses: readonly Clause[], sha256: (utf8: string) => string): string {
  return sha256(canonicalWording(clauses))
}

function canonicalText(runs: readonly Run[]): string {
  return collapse(runs.map((run) => counted(run.insert)).join('')).normalize('NFC')
}

function counted(insert: string | Embed): string {
  if (typeof insert === 'string') return insert
  if (isBreak(insert)) return ' '
  return isFootnoteReference(insert) ? OBJECT : OBJECT + sortedJson(insert)
}

function readable(insert: string | Embed): string {
  if (typeof insert === 'string') return insert
  if (isBreak(insert)) return '\n'
  return isFootnoteReference(insert) ? '' : OBJECT
}

function isBreak(embed: Embed): boolean {
  return embed['br'] === true && Object.keys(embed).length === 1
}

function isFootnoteReference(embed: Embed): boolean {
  return typeof embed['footnote'] === 'string' && Object.keys(embed).length === 1
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** JSON whose keys are in order, whatever the order in which a peer wrote them. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
