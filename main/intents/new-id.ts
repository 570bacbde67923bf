/** Ids are made where something is made, once; they carry no meaning that could later be wrong. */
import { randomBytes } from 'node:crypto'

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567'

function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => DIGITS.charAt(byte % DIGITS.length)).join('')
}

export const newClauseId = (): string => `c${letters(11)}`
export const newDraftId = (): string => `d${letters(11)}`
export const newProposalId = (): string => `p${letters(11)}`
export const newHuddleId = (): string => `h${letters(11)}`

/** Readable in addresses and logs: the title's own words, then what makes it unique. */
export function newDocumentId(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return [words === '' ? 'texto' : words, letters(6)].join('-')
}
