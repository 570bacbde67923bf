/** Lines that are no paragraph: what stands before the text, headings, and lines that lead a list of paragraphs. */
import type { ClauseKind } from '#shared/domain/clause.ts'
import type { Block } from './block.ts'
import { readLabel, romanSection } from './labels.ts'
import type { Opening } from './opening.ts'

const TITLE =
  /declaraci[oó]n|declara[cç][aã]o|declaration|compromiso|compromisso|recomendaci[oó]n|recomenda[cç][aã]o|recommendation|resoluci[oó]n|resolu[cç][aã]o|resolution|nota conceptual|conclusiones|conclus[oõ]es|mensaje|mensagem|proyecto|verklaring/iu
const ARTICLE =
  /^(?:art[\p{L}]*\.?|secci[oó]n|section|cap[ií]tulo|chapter|anexo|annex)\s+(?:\d+|[IVX]+)\.?$/iu
const PREAMBLE =
  /^(?:pre[aáâ]mbulo|preamble|preambule|considerandos?|parte (?:dispositiva|resolutiva))\s*:?$/iu
const SUBJECT = /^(?:los|las|os|as|the|la|el|o|a)\s[\p{L}\s]{3,70}:$/iu

const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text)
export const isComment = (text: string) => /^#+\s/u.test(text)
const MAX_HEADING = 200
const MAX_FRONT_LINE = 260

export function isHeading(text: string): boolean {
  if (text.length > MAX_HEADING) return false
  if (ARTICLE.test(text) || PREAMBLE.test(text)) return true
  const label = readLabel(text)
  const words = label?.rest ?? text
  if (isCapitals(words)) return true
  if (label?.form === 'number' && words.length <= 40 && !/[.;:,]$/u.test(words)) return true
  return romanSection(text) && (/^[IVX]+[.)]?$/u.test(text) || (isCapitals(text) && text.length > 3))
}

/** "CONSIDERANDO:", "Acuerdan:", "Los Países Miembros:": a line that gives what follows its kind. */
export function leadingLine(text: string, opening: Opening): ClauseKind | null {
  if (!text.endsWith(':') || text.length > 90) return null
  if (text.split(' ').length <= 4 && opening(text) === 'preambular') return 'preambular'
  if (text.split(' ').length <= 3 && opening(text) === 'operative') return 'operative'
  return SUBJECT.test(text) ? 'operative' : null
}

/** Number of blocks before the text proper: names of conference and place, date, title, motto. */
export function frontLength(blocks: readonly Block[], opening: Opening): number {
  let at = 0
  for (const { text, hint } of blocks.slice(0, 9)) {
    const comment = isComment(text)
    const opens =
      (hint?.kind === 'heading' && at > 0) ||
      hint?.kind === 'item' ||
      (text.length > MAX_FRONT_LINE && !comment) ||
      ARTICLE.test(text) ||
      PREAMBLE.test(text) ||
      leadingLine(text, opening) !== null ||
      (!isCapitals(text) && opening(text) !== null) ||
      /^[IVX]{1,5}(?:[.)]|$)|^I\s(?!confer|cumbre|reuni|sesi)/iu.test(text) ||
      (text.endsWith(',') && !isCapitals(text)) ||
      (readLabel(text) !== null && readLabel(text)?.form !== 'bullet')
    if (opens) return at
    at += 1
  }
  return at === blocks.length ? Math.min(1, at) : at
}

export function titleIndex(front: readonly Block[]): number {
  const hinted = front.findIndex(({ hint }) => hint?.kind === 'title')
  if (hinted >= 0) return hinted
  const named = front.findIndex(({ text }) => TITLE.test(text) && !isComment(text))
  return named >= 0 ? named : front.findIndex(({ text }) => !isComment(text))
}
