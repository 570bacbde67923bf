/**
 * Each country's authorship, shown on demand (rule 1). Exact whenever it is switched on; while people
 * write, the ranges are carried along and become exact again after a pause, so that a keystroke never
 * reads the whole text.
 */
import { Plugin, PluginKey, type Command, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { authorsOf } from '#shared/words/authors.ts'
import type { TextBinding } from './binding/binding.ts'
import { docPosition } from './binding/positions.ts'

/** The country code (or another short label) behind a clientID; null when it is not known. */
export type CountryOf = (client: number) => string | null

interface Authorship {
  readonly countryOf: CountryOf | null
  readonly ranges: DecorationSet
}
type Change = { readonly show: CountryOf | null } | 'refresh'

const REFRESH_MS = 400
const authorshipKey = new PluginKey<Authorship>('authorship')

export const showAuthors =
  (countryOf: CountryOf | null): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setMeta(authorshipKey, { show: countryOf } satisfies Change))
    return true
  }

export function authorship(binding: TextBinding): Plugin<Authorship> {
  const read = (state: EditorState, countryOf: CountryOf | null): Authorship => ({
    countryOf,
    ranges: countryOf === null ? DecorationSet.empty : rangesOf(binding, state, countryOf),
  })
  return new Plugin<Authorship>({
    key: authorshipKey,
    state: {
      init: () => ({ countryOf: null, ranges: DecorationSet.empty }),
      apply: (tr, shown, _old, state) => {
        const change = tr.getMeta(authorshipKey) as Change | undefined // set in this file only
        if (change === 'refresh') return read(state, shown.countryOf)
        if (change !== undefined) return read(state, change.show)
        return tr.docChanged && shown.countryOf !== null
          ? { ...shown, ranges: shown.ranges.map(tr.mapping, tr.doc) }
          : shown
      },
    },
    props: { decorations: (state) => authorshipKey.getState(state)?.ranges },
    view: () => {
      let timer: ReturnType<typeof setTimeout> | undefined
      return {
        update: (view, old) => {
          const shown = authorshipKey.getState(view.state)?.countryOf ?? null
          if (shown === null || old.doc === view.state.doc) return
          clearTimeout(timer)
          timer = setTimeout(() => {
            if (!binding.isHolding)
              view.dispatch(view.state.tr.setMeta(authorshipKey, 'refresh' satisfies Change))
          }, REFRESH_MS)
        },
        destroy: () => {
          clearTimeout(timer)
        },
      }
    },
  })
}

function rangesOf(binding: TextBinding, state: EditorState, countryOf: CountryOf): DecorationSet {
  const decorations = authorsOf(binding.text).flatMap(({ from, to, client }) => {
    const country = countryOf(client)
    if (country === null) return []
    const [start, end] = [docPosition(state.doc, from), docPosition(state.doc, to)]
    return [Decoration.inline(start, end, { class: 'authored', 'data-country': country })]
  })
  return DecorationSet.create(state.doc, decorations)
}
