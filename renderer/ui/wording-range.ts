/**
 * Between the browser's ranges and places in a wording: offsets in its text with one line a clause, in which
 * labels and the signs of footnotes do not count and blanks are collapsed (`wordingText`).
 */
export interface WordPlace {
  readonly from: number
  readonly to: number
}

/** Stands for what only a newer version can show, as `wordingText` has it. */
const OBJECT = '\uFFFC'

interface Leaf {
  readonly node: Node
  /** In the raw words of the clause. */
  readonly at: number
  readonly words: string
}

/** null: the range is not within these words, or the element shows others than `text`. */
export function placeInWording(range: Range, wording: Element, text: string): WordPlace | null {
  if (!range.intersectsNode(wording)) return null
  const clauses = clausesOf(wording, text)
  if (clauses === null) return null
  const from = placeOf(clauses, range.startContainer, range.startOffset)
  const to = placeOf(clauses, range.endContainer, range.endOffset)
  const words = text.slice(from, to)
  if (words.trim() === '') return null
  return {
    from: from + words.length - words.trimStart().length,
    to: to - (words.length - words.trimEnd().length),
  }
}

/** null: the element shows other words than `text`. */
export function rangeInWording(place: WordPlace, wording: Element, text: string): Range | null {
  const clauses = clausesOf(wording, text)
  if (clauses === null || place.from >= place.to || place.to > text.length) return null
  const range = wording.ownerDocument.createRange()
  for (const { element, start, raw, line } of clauses) {
    const leaves = leavesOf(element)
    if (place.from >= start && place.from <= start + line.length)
      range.setStart(...pointAt(leaves, element, lastRaw(raw, place.from - start), 'before'))
    if (place.to >= start && place.to <= start + line.length)
      range.setEnd(...pointAt(leaves, element, firstRaw(raw, place.to - start), 'behind'))
  }
  return range
}

interface ShownClause {
  readonly element: Element
  readonly start: number
  readonly raw: string
  readonly line: string
}

function clausesOf(wording: Element, text: string): readonly ShownClause[] | null {
  const lines = text.split('\n')
  const elements = [...wording.querySelectorAll(':scope > .clause')]
  let start = 0
  const clauses = elements.map((element, i) => {
    const line = lines[i] ?? ''
    const clause = { element, start, raw: rawOf(element), line }
    start += line.length + 1
    return clause
  })
  const isSame = lines.length === clauses.length && clauses.every(({ raw, line }) => collapse(raw) === line)
  return isSame ? clauses : null
}

function placeOf(clauses: readonly ShownClause[], container: Node, offset: number): number {
  let place = 0
  for (const { element, start, raw, line } of clauses) {
    const whole = element.ownerDocument.createRange()
    whole.selectNodeContents(element)
    const side = whole.comparePoint(container, offset)
    if (side < 0) return place
    if (side === 0) {
      whole.setEnd(container, offset)
      return start + collapsed(raw, rawOf(whole.cloneContents()).length)
    }
    place = start + line.length
  }
  return place
}

const collapse = (raw: string): string => raw.replace(/\s+/gu, ' ').trim()

/** Where the raw offset is once blanks are collapsed. */
const collapsed = (raw: string, at: number): number =>
  Math.min(raw.slice(0, at).replace(/\s+/gu, ' ').trimStart().length, collapse(raw).length)

/** Behind blanks that collapse to the place before it, and in front of them. */
function lastRaw(raw: string, place: number): number {
  let at = raw.length
  while (at > 0 && collapsed(raw, at) > place) at--
  return at
}
function firstRaw(raw: string, place: number): number {
  let at = 0
  while (at < raw.length && collapsed(raw, at) < place) at++
  return at
}

const rawOf = (root: Node): string =>
  leavesOf(root)
    .map(({ words }) => words)
    .join('')

function leavesOf(root: Node): readonly Leaf[] {
  const leaves: Leaf[] = []
  let at = 0
  const add = (node: Node, words: string) => {
    leaves.push({ node, at, words })
    at += words.length
  }
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) add(node, node.nodeValue ?? '')
    else if (!(node instanceof Element)) node.childNodes.forEach(walk)
    else if (node.tagName === 'BR') add(node, '\n')
    else if (node.classList.contains('unknown')) add(node, OBJECT)
    else if (!isBesideWords(node)) node.childNodes.forEach(walk)
  }
  if (root instanceof Element) root.childNodes.forEach(walk)
  else walk(root)
  return leaves
}

/** Signs of footnotes, labels and brackets are shown with the words and are none. */
const isBesideWords = ({ tagName, classList }: Element): boolean =>
  tagName === 'SUP' || classList.contains('clause-label') || classList.contains('bracket-sign')

/** Between two leaves: before the second, or behind the first. */
function pointAt(
  leaves: readonly Leaf[],
  element: Element,
  raw: number,
  side: 'before' | 'behind',
): [Node, number] {
  const found =
    side === 'before'
      ? (leaves.find(({ at, words }) => raw < at + words.length) ?? leaves.at(-1))
      : (leaves.find(({ at, words }) => raw <= at + words.length && words !== '') ?? leaves.at(-1))
  if (found === undefined) return [element, element.childNodes.length]
  const { node, at } = found
  if (node.nodeType === Node.TEXT_NODE) return [node, raw - at]
  const parent = node.parentNode ?? element
  return [parent, [...parent.childNodes].findIndex((child) => child === node) + (raw > at ? 1 : 0)]
}
