/**
 * Characters of a foreign text. What only shapes the line (tabs, fixed spaces, soft hyphens, page breaks)
 * becomes plain; what would make a wording read otherwise than it is written (control, bidirectional,
 * invisible, private-use) is refused with its place, as everywhere a wording enters.
 */
import { refusedCharacters } from '#shared/domain/characters.ts'
import { type ImportRefusal, refuse } from './refusal.ts'

/** Bullets as Word's symbol fonts leave them in a text: private-use code points, only at the start of a line. */
const SYMBOL_BULLET = /^(\s*)[\uF0A7\uF0B7\uF0D8\uF0FC\uF06E\uF0A8]/gmu

export function plainCharacters(text: string): { readonly ok: true; readonly text: string } | ImportRefusal {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v]/gu, '\n')
    .replace(/\f/gu, '\n\n\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(/\u00AD/gu, '')
    .replace(SYMBOL_BULLET, '$1•')
  const lines = plain.split('\n')
  for (const [at, line] of lines.entries()) {
    const [first] = refusedCharacters(line)
    if (first === undefined) continue
    const near = line.slice(Math.max(0, first.at - 30), first.at).trim()
    return refuse('character', { line: at + 1, code: first.code, near })
  }
  return { ok: true, text: plain }
}
