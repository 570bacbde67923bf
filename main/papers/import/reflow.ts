/**
 * From lines to paragraphs. Three kinds of file occur: one paragraph a line (most declarations as
 * published), wrapped lines with a blank line between paragraphs, and texts copied from a PDF: wrapped
 * lines with a blank line between any two. No word is ever dropped, a page number neither: it stands
 * alone as a paragraph that the preview lets a person remove.
 */
import { collapse } from './block.ts'
import { readLabel } from './labels.ts'

interface Line {
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  /** Two blanks or more behind the last word: in texts copied from a PDF, the end of a paragraph. */
  readonly trailing: boolean
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const raw of text.split('\n')) {
    const line = collapse(raw)
    if (line === '') gap += 1
    else {
      lines.push({ text: line, gap, trailing: raw.endsWith('  ') })
      gap = 0
    }
  }
  return lines
}

const startsLower = (text: string) => /^[\p{Ll}(]/u.test(text) && readLabel(text) === null
const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}{2}/u.test(text)
const endsSentence = (text: string) => /[.;:!?…][»”"’)\]]?$/u.test(text)
const isPageNumber = (text: string) => /^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$/u.test(text)
const opensSection = (text: string) => readLabel(text) !== null || /^[IVX]{1,5}[.)]\s/u.test(text)
const firstWord = (text: string) => text.split(' ')[0] ?? ''

/** Lengths in characters. A proportional font makes lines of different lengths, hence the two measures. */
interface Shape {
  readonly full: number
  readonly longest: number
  /** Blank lines stand between the lines of one paragraph. */
  readonly spaced: boolean
}

const LONGEST_WRAPPED_LINE = 125

/** null where lines are not wrapped: then a line is a paragraph. */
function shapeOf(lines: readonly Line[]): Shape | null {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const longest = lengths[Math.floor(lengths.length * 0.99)] ?? 0
  const full = (lengths[Math.floor(lengths.length * 0.95)] ?? 0) * 0.9
  const next = lines.slice(1)
  const continued = next.filter((line) => startsLower(line.text))
  if (lines.length < 4 || longest > LONGEST_WRAPPED_LINE || continued.length < next.length * 0.15) return null
  return { full, longest, spaced: continued.filter((line) => line.gap > 0).length > continued.length / 2 }
}

/** Whether `line` continues the paragraph whose last line so far is `last`. */
function continues(last: Line, line: Line, { full, longest, spaced }: Shape): boolean {
  if (isPageNumber(line.text) || isPageNumber(last.text) || opensSection(line.text)) return false
  if (line.gap > (spaced ? 1 : 0)) return spaced && startsLower(line.text) && !endsSentence(last.text)
  const reach = last.text.length + 1 + firstWord(line.text).length
  if (isCapitals(line.text) && isCapitals(last.text)) return last.text.length > longest / 2
  if (isCapitals(last.text) && last.text.length > 12) return false
  if (startsLower(line.text)) return true
  if (!endsSentence(last.text)) return isCapitals(line.text) ? reach > full : last.text.length > longest / 2
  if (last.trailing) return false
  return last.text.endsWith('.') ? reach > longest : reach > full
}

export function paragraphs(text: string): string[] {
  const lines = readLines(text)
  const shape = shapeOf(lines)
  const found: string[] = []
  for (const [at, line] of lines.entries()) {
    const last = lines[at - 1]
    if (shape !== null && last !== undefined && continues(last, line, shape)) {
      found.push(`${found.pop() ?? ''} ${line.text}`)
    } else found.push(line.text)
  }
  return found
}
