/**
 * Pasted and dropped content. The schema is the sanitiser: text, known marks, https and mailto links;
 * pasted clauses are new ones, without ids; refused characters are taken out and reported; too much
 * is refused as a whole, before it is parsed where that can be told.
 */
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { withoutRefused } from '#shared/words/characters.ts'
import { withoutStyles } from './pasted-html.ts'

const PASTE_LIMITS = { bytes: 2_000_000, blocks: 5_000 } as const

export type PasteRefusal =
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'tooManyBlocks'; readonly blocks: number }
  | { readonly kind: 'characters'; readonly characters: readonly string[] }

export function paste(onRefused: (refusal: PasteRefusal) => void): Plugin {
  const transfer = (data: DataTransfer | null, event: Event): boolean => {
    if (data === null || !isTooLarge(data)) return false
    event.preventDefault()
    onRefused({ kind: 'tooLarge' })
    return true
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (_view, event) => transfer(event.clipboardData, event),
        drop: (_view, event) => transfer(event.dataTransfer, event),
      },
      transformPastedHTML: withoutStyles,
      transformPasted: (slice, view) => {
        // what is dragged inside the editor moves: it keeps its ids
        if (isMoving(view)) return slice
        const { slice: clean, refusals } = sanitise(slice)
        for (const refusal of refusals) onRefused(refusal)
        return clean
      },
    },
  })
}

/** The view says what it drags, but not in its public types. */
const isMoving = (view: EditorView): boolean => {
  const { dragging } = view as EditorView & { readonly dragging: { readonly move: boolean } | null } // see above
  return dragging?.move === true
}

function isTooLarge(data: DataTransfer): boolean {
  // a UTF-16 unit is at least one byte, so no more has to be counted
  return (
    data.getData('text/plain').length > PASTE_LIMITS.bytes ||
    data.getData('text/html').length > 4 * PASTE_LIMITS.bytes
  )
}

export function sanitise(slice: Slice): {
  readonly slice: Slice
  readonly refusals: readonly PasteRefusal[]
} {
  if (slice.content.childCount > PASTE_LIMITS.blocks) {
    return { slice: Slice.empty, refusals: [{ kind: 'tooManyBlocks', blocks: slice.content.childCount }] }
  }
  if (slice.content.size > PASTE_LIMITS.bytes) return { slice: Slice.empty, refusals: [{ kind: 'tooLarge' }] }
  const dropped: string[] = []
  const content = cleanFragment(slice.content, dropped)
  const refusals: PasteRefusal[] = dropped.length > 0 ? [{ kind: 'characters', characters: dropped }] : []
  return { slice: new Slice(content, slice.openStart, slice.openEnd), refusals }
}

function cleanFragment(fragment: Fragment, dropped: string[]): Fragment {
  return Fragment.fromArray(fragment.content.flatMap((node) => cleanNode(node, dropped)))
}

function cleanNode(node: Node, dropped: string[]): readonly Node[] {
  if (node.isTextblock) {
    return [node.type.create({ ...node.attrs, id: null, extra: null }, cleanFragment(node.content, dropped))]
  }
  return node.isText ? cleanText(node, node.type.schema, dropped) : [node]
}

function cleanText(node: Node, schema: Schema, dropped: string[]): readonly Node[] {
  // tabs and line feeds are only another way to write a blank
  const spaced = (node.text ?? '').replace(/[\t\n\r\v\f]+/g, ' ')
  const { text, refused } = withoutRefused(spaced)
  dropped.push(...refused)
  return text === '' ? [] : [schema.text(text, node.marks)]
}
