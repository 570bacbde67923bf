/**
 * The editor of a room, for a view to mount:
 *
 *   const editor = createClauseEditor({ element, text, editable: true, newId, onRefused })
 *   …
 *   editor.close()
 *
 * `element` receives the editable element as its child; `text` is `bodyOf(doc)` of a document made by
 * `newRoomDoc`. Updates of others are applied to that document by whoever receives them, at any time.
 * Opening writes nothing; an editor that is not editable never writes. `tiptap` is there for
 * `useEditorState` and `can()`; never call `setContent` on it. The styles it needs are in editor.css.
 */
import { Editor, Extension, getSchema, type JSONContent } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { deltaOf } from '#shared/words/clauses.ts'
import { authorship, showAuthors, type CountryOf } from './authorship.ts'
import { TextBinding } from './binding/binding.ts'
import { projectDocument } from './binding/nodes.ts'
import { carets } from './carets.ts'
import { changes } from './changes.ts'
import { find } from './find.ts'
import { keys } from './keys.ts'
import { paste, type PasteRefusal } from './paste.ts'
import { SCHEMA_EXTENSIONS } from './schema.ts'

export interface ClauseEditorOptions {
  readonly element: HTMLElement
  readonly text: Y.Text
  readonly editable: boolean
  /** A new clause id: letters, digits, `-` and `_`, at most 64 (ids.ts). */
  readonly newId: () => string
  /** What was not let in, to be told to the person. */
  readonly onRefused: (refusal: PasteRefusal) => void
  readonly awareness?: Awareness
  /** Whether the person may move clauses by keyboard; in joint drafting that is for PPT, ST and facilitator. */
  readonly mayMove?: () => boolean
  /** Attributes of the editable element: `aria-label`, `lang`, `class`. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly undoCaptureMs?: number
  /** The editor had to be made equal to the text: worth a line in the log, nothing is lost. */
  readonly onRepair?: (cause: unknown) => void
}

export interface ClauseEditor {
  readonly tiptap: Editor
  readonly binding: TextBinding
  readonly view: EditorView
  readonly state: EditorState
  /** Runs a command of commands.ts, find.ts or ProseMirror; false when it does not apply. */
  readonly run: (command: Command) => boolean
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly setEditable: (editable: boolean) => void
  /** null hides authorship again. */
  readonly showAuthors: (countryOf: CountryOf | null) => void
  /** May be called twice. */
  readonly close: () => void
}

/** TipTap's own keyboard clears formats of an emptied document and converts what it cannot place. */
const CORE = { keymap: false, delete: false, drop: false, paste: false, textDirection: false } as const

export function createClauseEditor(options: ClauseEditorOptions): ClauseEditor {
  const { element, text, newId, onRefused, awareness, mayMove = () => false } = options
  let editable = options.editable
  const binding = new TextBinding({
    text,
    newId,
    canWrite: () => editable,
    onRefused: (characters) => {
      onRefused({ kind: 'characters', characters })
    },
    ...(options.undoCaptureMs === undefined ? {} : { captureMs: options.undoCaptureMs }),
    ...(options.onRepair === undefined ? {} : { onRepair: options.onRepair }),
  })
  const words = Extension.create({
    name: 'words',
    // before all others: the text is written before any other plugin sees the change
    priority: 1000,
    addProseMirrorPlugins: () => [
      binding.plugin,
      ...(awareness === undefined ? [] : [carets(binding, awareness, () => editable)]),
      paste(onRefused),
      find(),
      authorship(binding),
      changes(),
      ...keys(binding, newId, mayMove),
    ],
  })
  const tiptap = new Editor({
    element,
    extensions: [...SCHEMA_EXTENSIONS, words],
    // as JSON: parsing even an empty string of HTML is forbidden by the window's Trusted Types
    content: projectDocument(getSchema(SCHEMA_EXTENSIONS), deltaOf(text)).toJSON() as JSONContent, // ProseMirror types it `any`
    editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: CORE,
    editorProps: { attributes: { 'aria-multiline': 'true', ...options.attributes } },
  })
  const run = (command: Command): boolean => command(tiptap.state, tiptap.view.dispatch, tiptap.view)
  return {
    tiptap,
    binding,
    get view() {
      return tiptap.view
    },
    get state() {
      return tiptap.state
    },
    run,
    undo: () => binding.undo(),
    redo: () => binding.redo(),
    setEditable: (next) => {
      editable = next
      tiptap.setEditable(next)
    },
    showAuthors: (countryOf) => {
      run(showAuthors(countryOf))
    },
    close: () => {
      if (!tiptap.isDestroyed) tiptap.destroy()
    },
  }
}
