/**
 * The derived state of one document, cut into snapshots: the order of its paragraphs, each paragraph
 * by itself, and the rest. A change of one paragraph wakes the listeners of that paragraph only.
 */
import type { DocumentState, ParagraphState } from '#shared/acts/state.ts'
import { firstFootnotes } from './outline.ts'
import { share, shareById } from './share.ts'
import { createStore, type Readable } from './store.ts'

export type DocumentFacts = Omit<DocumentState, 'paragraphs'>

export interface DocumentStore {
  readonly id: string
  readonly facts: Readable<DocumentFacts>
  /** Ids in the order of the text. */
  readonly order: Readable<readonly string[]>
  /** All paragraphs; for sums and tables, not for rows. */
  readonly paragraphs: Readable<readonly ParagraphState[]>
  paragraph(id: string): Readable<ParagraphState | undefined>
  /** Number of a paragraph's first footnote in the whole text. */
  readonly footnotes: Readable<Readonly<Record<string, number>>>
  receive(state: DocumentState): void
}

export function createDocumentStore(first: DocumentState): DocumentStore {
  const facts = createStore<DocumentFacts>(factsOf(first))
  const paragraphs = createStore<readonly ParagraphState[]>(first.paragraphs)
  const order = createStore<readonly string[]>(first.paragraphs.map(({ id }) => id))
  const footnotes = createStore(firstFootnotes(first.paragraphs))
  let byId = index(first.paragraphs)
  const listeners = new Map<string, Set<() => void>>()
  const rows = new Map<string, Readable<ParagraphState | undefined>>()

  function row(id: string): Readable<ParagraphState | undefined> {
    return {
      get: () => byId.get(id),
      subscribe(listener) {
        const set = listeners.get(id) ?? new Set()
        listeners.set(id, set.add(listener))
        return () => {
          set.delete(listener)
          if (set.size === 0 && listeners.get(id) === set) listeners.delete(id)
        }
      },
    }
  }

  return {
    id: first.id,
    facts,
    order,
    paragraphs,
    footnotes,
    paragraph(id) {
      const known = rows.get(id) ?? row(id)
      rows.set(id, known)
      return known
    },
    receive(state) {
      const before = byId
      const next = shareById(paragraphs.get(), state.paragraphs)
      byId = index(next)
      order.set(
        share(
          order.get(),
          next.map(({ id }) => id),
        ),
      )
      footnotes.set(share(footnotes.get(), firstFootnotes(next)))
      paragraphs.set(next)
      facts.set(share(facts.get(), factsOf(state)))
      for (const [id, set] of [...listeners]) {
        if (before.get(id) !== byId.get(id)) for (const listener of [...set]) listener()
      }
    },
  }
}

const index = (paragraphs: readonly ParagraphState[]) =>
  new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))

function factsOf(state: DocumentState): DocumentFacts {
  const { paragraphs: _, ...facts } = state
  return facts
}
