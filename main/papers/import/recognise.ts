/**
 * From paragraphs to clauses: what each one is in a declaration. A guess that a person can correct in the
 * preview; it changes no word and no order. Texts are built in four ways (gerunds, one heading verb,
 * "The Member States:" with verbs, Roman sections), so nothing here expects one of them.
 */
import type { ClauseKind, ClauseLevel } from '#shared/domain/clause.ts'
import type { ImportedClause } from '#shared/ipc/contract.ts'
import type { Block } from './block.ts'
import { frontLength, isComment, isHeading, leadingLine, titleIndex } from './headings.ts'
import { type Label, type LabelForm, readLabel } from './labels.ts'
import { Outline } from './outline.ts'
import { markSignature } from './signature.ts'
import { type Opening, openingIn } from './opening.ts'

/** Kinds that nothing hangs on: an item after one of these is a paragraph of its own. */
const BARREN: readonly ClauseKind[] = ['heading', 'title', 'chapeau']

class Recogniser {
  readonly clauses: ImportedClause[] = []
  readonly #outline = new Outline()
  /** Kind that the last leading line ("CONSIDERANDO:") gives to the numbered paragraphs under it. */
  #section: ClauseKind | null = null
  #parent: ImportedClause | null = null
  /** Level of the outermost items of the list being read. */
  #base = 0
  readonly #opening: Opening

  constructor(opening: Opening) {
    this.#opening = opening
  }

  add(kind: ClauseKind, level: ClauseLevel, text: string): void {
    const clause = { kind, level, text }
    this.clauses.push(clause)
    if (level === 0 && kind !== 'footnote') this.#parent = clause
  }

  heading(text: string): void {
    this.#section = leadingLine(text, this.#opening)
    this.#outline.reset()
    this.add('heading', 0, text)
  }

  /** An item whose label was typed. */
  item(form: LabelForm, text: string, rest: string): void {
    const parent = this.#hanger()
    const least = this.#leastLevel(form, text, parent)
    if (least === 0 && form === 'number') this.#outline.reset()
    this.#place(this.#outline.place(form, least), text, rest)
  }

  /** An item of a list that the format itself knows, `depth` deep. */
  listed(depth: number, ordered: boolean, text: string): void {
    if (depth === 0) this.#base = this.#leastLevel(ordered ? 'number' : 'bullet', text, this.#hanger())
    const level = this.#hanger() === null ? 0 : Math.min(3, this.#base + depth)
    this.#place(level as ClauseLevel, text, readLabel(text)?.rest ?? text) // 0 to 3 by the line above
  }

  #hanger(): ImportedClause | null {
    return this.#parent !== null && !BARREN.includes(this.#parent.kind) ? this.#parent : null
  }

  #place(level: ClauseLevel, text: string, rest: string): void {
    if (level > 0) this.add(this.#parent?.kind ?? 'text', level, text)
    else this.add(this.#section ?? this.#opening(rest) ?? 'operative', 0, text)
  }

  /** Numbers are paragraphs unless they list what a paragraph of plain text announces; the rest hangs on a paragraph. */
  #leastLevel(form: LabelForm, text: string, parent: ImportedClause | null): number {
    if (parent === null) return 0
    const announced = parent.text.endsWith(':')
    if (form === 'number') {
      const listed =
        parent.kind === 'text' && (this.#outline.levelOf('number') > 0 || (announced && /[;,]$/u.test(text)))
      return listed ? 1 : 0
    }
    const open = this.#outline.levelOf('bullet')
    if (form === 'bullet' && open >= 0) return Math.min(open, 1)
    return form !== 'bullet' || announced ? 1 : 0
  }

  /** "i)" after "h)" is a letter, elsewhere a Roman numeral. */
  labelled({ form, ambiguous, rest }: Label, text: string): void {
    const last = this.clauses.at(-1)?.text ?? ''
    const letter = ambiguous && this.#outline.levelOf('letter') >= 0 && /^\(?[hu][.)]/u.test(last)
    this.item(letter ? 'letter' : form, text, rest)
  }

  plain(text: string, words: string, first: boolean): void {
    this.#outline.reset()
    this.#base = 0
    const part = this.#opening(words)
    if (part !== null) this.add(part, 0, text)
    else this.add(first && !isComment(text) ? 'chapeau' : 'text', 0, text)
  }
}

export function recognise(blocks: readonly Block[]): readonly ImportedClause[] {
  const opening = openingIn(blocks.map(({ text }) => text))
  const front = frontLength(blocks, opening)
  const title = titleIndex(blocks.slice(0, front))
  const read = new Recogniser(opening)
  for (const [at, { text, hint }] of blocks.entries()) {
    const label = readLabel(text)
    if (hint?.kind === 'footnote') read.add('footnote', 0, text)
    else if (at < front) read.add(at === title ? 'title' : 'text', 0, text)
    else if (hint?.kind === 'item') read.listed(hint.depth, hint.ordered, text)
    else if (hint !== undefined || isHeading(text) || leadingLine(text, opening) !== null) read.heading(text)
    else if (label !== null && label.form !== 'capital') read.labelled(label, text)
    else read.plain(text, label?.rest ?? text, at === front)
  }
  return markSignature(read.clauses)
}
