/**
 * The outline of a text that is being drafted: one row for each paragraph of the room. Reading a long text
 * costs more than a keystroke may, so it is read when the typing pauses, and now and then while it does not;
 * a row stays the same object until what it shows has changed.
 */
import type { Clause, ClauseKind } from '#shared/domain/clause.ts'
import { numberParagraphs, type LayoutFamily } from '#shared/domain/numbering.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { firstWords } from './outline.ts'
import { shareById } from './share.ts'
import { createStore, type Readable } from './store.ts'

export interface DraftRow {
  /** Id of the paragraph's first clause. */
  readonly id: string
  readonly kind: ClauseKind
  readonly number: string
  readonly words: string
  /** Headings stand at their own level, what follows them one deeper. */
  readonly depth: number
  readonly suppressed: boolean
}

export type DraftOutline = Readable<readonly DraftRow[]>

/** Calls once after that long, unless the answer is called before. */
export type After = (ms: number, what: () => void) => () => void

const QUIET_MS = 300
const LATEST_MS = 2000

const onTimer: After = (ms, what) => {
  const timer = setTimeout(what, ms)
  return () => {
    clearTimeout(timer)
  }
}

/** Reads again while somebody listens; with nobody it holds what it read last. */
export function createDraftOutline(
  room: Pick<OpenRoom, 'clauses' | 'onWords'>,
  layout: LayoutFamily,
  after: After = onTimer,
): DraftOutline {
  const rows = createStore<readonly DraftRow[]>(rowsOf(room.clauses(), layout))
  const nothing = () => undefined
  let stopQuiet: () => void = nothing
  let stopLatest: (() => void) | null = null
  let stopWords: () => void = nothing
  let listening = 0

  const rest = () => {
    stopQuiet()
    stopLatest?.()
    stopLatest = null
  }
  const read = () => {
    rest()
    rows.set(shareById(rows.get(), rowsOf(room.clauses(), layout)))
  }
  const wait = () => {
    stopQuiet()
    stopQuiet = after(QUIET_MS, read)
    stopLatest ??= after(LATEST_MS, read)
  }
  return {
    get: rows.get,
    subscribe(listener) {
      const stop = rows.subscribe(listener)
      if (listening++ === 0) {
        stopWords = room.onWords(wait)
        wait()
      }
      let subscribed = true
      return () => {
        if (!subscribed) return
        subscribed = false
        stop()
        if (--listening > 0) return
        stopWords()
        rest()
      }
    },
  }
}

export function rowsOf(clauses: readonly Clause[], layout: LayoutFamily): readonly DraftRow[] {
  const paragraphs = groupParagraphs(clauses)
  const numbers = numberParagraphs(paragraphs, layout)
  let under = 0
  return paragraphs.flatMap(({ id, clauses: [first] }) => {
    if (first === undefined) return []
    const { kind, level, suppressed } = first
    const depth = kind === 'heading' ? level : under
    if (kind === 'heading') under = level + 1
    return [{ id, kind, number: numbers.get(id) ?? '', words: firstWords(first), depth, suppressed }]
  })
}
