/**
 * Words that can be followed through any merge: five letters in a row of the Hangul block, each token
 * another five. A token that is whole is there; one that is broken or doubled shows at once.
 */
import type { Node } from '@tiptap/pm/model'

const FIRST = 0xac00
const LENGTH = 5
const COUNT = Math.floor((0xd7a3 - FIRST) / LENGTH)

export function token(n: number): string {
  if (n >= COUNT) throw new Error('more tokens than letters')
  return String.fromCharCode(...Array.from({ length: LENGTH }, (_, i) => FIRST + n * LENGTH + i))
}

const placeInToken = (letter: string): number | null => {
  const code = letter.charCodeAt(0) - FIRST
  return code >= 0 && code < COUNT * LENGTH ? code % LENGTH : null
}

/** Whether a place after this letter is inside a token. */
export const isInsideToken = (letter: string): boolean => (placeInToken(letter) ?? LENGTH - 1) < LENGTH - 1

const plainTextOf = (doc: Node): string => doc.textBetween(0, doc.content.size)

/** How often each whole token occurs. */
export function countTokens(doc: Node): Map<string, number> {
  const counts = new Map<string, number>()
  const text = plainTextOf(doc)
  for (let i = 0; i + LENGTH <= text.length; i++) {
    if (placeInToken(text.charAt(i)) !== 0) continue
    const found = text.slice(i, i + LENGTH)
    const first = found.charCodeAt(0)
    if (!Array.from({ length: LENGTH }, (_, k) => found.charCodeAt(k) === first + k).every(Boolean)) continue
    counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return counts
}
