/**
 * Numbers and labels beside the editable text: an overlay outside it, rows only for what is near the
 * viewport, placed once a frame. Inside the text they would cost every keystroke of a long document.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { subLabels } from '#shared/domain/sub-label.ts'
import { CLAUSE_KINDS } from '#shared/domain/clause.ts'
import { readLevel } from '#shared/words/clauses.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { createStore, type Readable } from '#renderer/session/store.ts'

export interface GutterRow {
  readonly id: string
  /** Index of the clause in the text. */
  readonly index: number
  readonly top: number
  readonly label: string
  readonly kind: Clause['kind']
  readonly level: Clause['level']
}

/** Rows this far outside the viewport are there before they are scrolled to. */
const MARGIN_PX = 600

/** Begins to measure when somebody listens, and ends when nobody does. */
export function createGutter(
  editor: ClauseEditor,
  layout: LayoutFamily,
  language: string,
): Readable<readonly GutterRow[]> {
  const rows = createStore<readonly GutterRow[]>([])
  const dom = editor.view.dom
  const scroller = dom.closest('.scroll')
  const readLabels = labelReader(editor, layout, language)
  let labels = readLabels()
  let frame = 0

  function measure(): void {
    frame = 0
    const view = scroller?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight }
    const origin = dom.getBoundingClientRect().top - dom.offsetTop
    const near = visible([...dom.children], view.top - MARGIN_PX, view.bottom + MARGIN_PX)
    const next = near.flatMap(({ element, index }) => {
      const row = labels[index]
      if (row === undefined) return []
      return [{ ...row, index, top: Math.round(element.getBoundingClientRect().top - origin) }]
    })
    if (!sameRows(rows.get(), next)) rows.set(next)
  }
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(measure)
  }
  const onTransaction = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
    if (!transaction.docChanged) return
    labels = readLabels()
    schedule()
  }
  const observer = new ResizeObserver(schedule)
  let listening = 0
  const open = () => {
    labels = readLabels()
    editor.tiptap.on('transaction', onTransaction)
    scroller?.addEventListener('scroll', schedule, { passive: true })
    observer.observe(dom)
    schedule()
  }
  const close = () => {
    cancelAnimationFrame(frame)
    frame = 0
    observer.disconnect()
    scroller?.removeEventListener('scroll', schedule)
    editor.tiptap.off('transaction', onTransaction)
  }
  return {
    get: rows.get,
    subscribe(listener) {
      if (listening++ === 0) open()
      const stop = rows.subscribe(listener)
      return () => {
        stop()
        if (--listening === 0) close()
      }
    },
  }
}

type Label = Pick<GutterRow, 'id' | 'label' | 'kind' | 'level'>

/** Whoever types changes words: labels are made again only when a clause came, went or was changed itself. */
function labelReader(editor: ClauseEditor, layout: LayoutFamily, language: string): () => readonly Label[] {
  let read: readonly object[] = []
  let labels: readonly Label[] = []
  return () => {
    // a clause keeps the very same attributes while only its words change
    const { children } = editor.state.doc
    const isSame = read.length === children.length && children.every(({ attrs }, i) => attrs === read[i])
    if (isSame) return labels
    read = children.map(({ attrs }) => attrs)
    labels = labelsOf(editor, layout, language)
    return labels
  }
}

function labelsOf(editor: ClauseEditor, layout: LayoutFamily, language: string): readonly Label[] {
  const clauses: Clause[] = []
  editor.state.doc.forEach((node) => {
    const kind: unknown = node.attrs['kind']
    clauses.push({
      id: String(node.attrs['id']),
      kind: CLAUSE_KINDS.find((known) => known === kind) ?? 'text',
      level: readLevel(node.attrs['level']),
      suppressed: node.attrs['suppressed'] === true,
      runs: [],
    })
  })
  const paragraphs = groupParagraphs(clauses)
  const numbers = numberParagraphs(paragraphs, layout)
  const sub = new Map(paragraphs.flatMap((paragraph) => [...subLabels(paragraph.clauses, language)]))
  return clauses.map(({ id, kind, level }) => ({
    id,
    kind,
    level,
    label: numbers.get(id) ?? sub.get(id) ?? '',
  }))
}

/** The children between two heights of the screen; they come in order, so it is searched by halves. */
function visible(children: readonly Element[], top: number, bottom: number) {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) < top) low = middle + 1
    else high = middle
  }
  const found: { readonly element: Element; readonly index: number }[] = []
  for (let index = low; index < children.length; index++) {
    const element = children[index]
    if (element === undefined || element.getBoundingClientRect().top > bottom) break
    found.push({ element, index })
  }
  return found
}

function sameRows(before: readonly GutterRow[], after: readonly GutterRow[]): boolean {
  return (
    before.length === after.length &&
    before.every((row, i) => {
      const next = after[i]
      return (
        next !== undefined &&
        row.id === next.id &&
        row.top === next.top &&
        row.label === next.label &&
        row.kind === next.kind &&
        row.level === next.level
      )
    })
  )
}
