/**
 * Keeps one editor and one text equal.
 *
 * Guarantees: each local step becomes one change of the text, each change by others the smallest
 * steps; opening writes nothing, and neither does an editor that may not write; undo takes back only
 * what this editor did; changes of others wait while an input method composes.
 * Leaves to others: how updates travel, who may write, carets.
 *
 * The text is always right: should a change not fit, the editor is made equal to it (`repairs`).
 */
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { deltaOf } from '#shared/words/clauses.ts'
import { eventDelta } from '#shared/words/event-delta.ts'
import { newEditOrigin } from '#shared/words/origin.ts'
import type { DeltaOp } from '#shared/words/shape.ts'
import { bringsRefused, dropRefused } from './characters.ts'
import { giveIds } from './ids.ts'
import { isSupported, writeDifference, writeStep, type AppliedStep } from './local.ts'
import { projectDocument } from './nodes.ts'
import { rebase } from './rebase.ts'
import { applyDelta } from './remote.ts'
import { repair } from './repair.ts'
import { keepSelection, relativeSelection, selectRelative, type RelativeSelection } from './selection.ts'

export interface BindingOptions {
  readonly text: Y.Text
  readonly newId: () => string
  readonly canWrite: () => boolean
  /** Typing within this time is one step of undo. */
  readonly captureMs?: number
  readonly onRefused?: (characters: readonly string[]) => void
  /** A change did not fit and the editor was made equal to the text: a bug worth reporting, nothing lost. */
  readonly onRepair?: (cause: unknown) => void
}

/** Local steps that have not been written, or just have. A new object for each change. */
interface Pending {
  readonly steps: readonly AppliedStep[]
}
/** Marks transactions that follow the text; `rebased` are own steps put on top of them. */
interface Follows {
  readonly rebased?: readonly AppliedStep[]
}

const bindingKey = new PluginKey<Pending>('words')

/** Whether a transaction only follows what the text already says. */
const followsText = (tr: Transaction): boolean => follows(tr) !== undefined
const follows = (tr: Transaction): Follows | undefined => tr.getMeta(bindingKey) as Follows | undefined // set below only

/** An input method's last words reach the document some 20 ms after it has ended. */
const SETTLE_MS = 50

export class TextBinding {
  readonly text: Y.Text
  readonly plugin: Plugin<Pending>
  readonly #options: BindingOptions
  readonly #origin = newEditOrigin()
  #view: EditorView | undefined
  #undo: Y.UndoManager | undefined
  #written: Pending | undefined
  /** Our write ran inside somebody else's transaction, whose event will cover both. */
  #nested = false
  /** Changes of others that wait; null stands for one whose delta cannot be told from our own. */
  #held: (readonly DeltaOp[] | null)[] = []
  #settling: ReturnType<typeof setTimeout> | undefined
  #selectionBefore: RelativeSelection | undefined
  #repairs = 0

  constructor(options: BindingOptions) {
    this.text = options.text
    this.#options = options
    this.plugin = this.#makePlugin()
  }

  get repairs(): number {
    return this.#repairs
  }

  /** True while changes of others wait for an input method: positions are not comparable then. */
  get isHolding(): boolean {
    return this.#held.length > 0
  }

  get canUndo(): boolean {
    return (this.#undo?.undoStack.length ?? 0) > 0
  }

  get canRedo(): boolean {
    return (this.#undo?.redoStack.length ?? 0) > 0
  }

  undo(): boolean {
    if (!this.#options.canWrite()) return false
    this.#release()
    return (this.#undo?.undo() ?? null) !== null
  }

  redo(): boolean {
    if (!this.#options.canWrite()) return false
    this.#release()
    return (this.#undo?.redo() ?? null) !== null
  }

  clearHistory(): void {
    this.#undo?.clear()
  }

  /** Applies what was held, unless an input method is still at work. */
  settle(): void {
    if (this.#view?.composing !== true) this.#release()
  }

  #makePlugin(): Plugin<Pending> {
    return new Plugin<Pending>({
      key: bindingKey,
      state: {
        init: () => ({ steps: [] }),
        apply: (tr, pending) => this.#collect(tr, pending),
      },
      filterTransaction: (tr) =>
        !tr.docChanged || followsText(tr) || (this.#options.canWrite() && tr.steps.every(isSupported)),
      appendTransaction: (trs, _old, state) => this.#complete(trs, state),
      props: {
        handleDOMEvents: {
          compositionend: () => {
            this.#settleSoon()
            return false
          },
          blur: () => {
            this.#settleSoon()
            return false
          },
        },
      },
      view: (view) => {
        this.#open(view)
        return {
          update: (_view, old) => {
            this.#write(old)
          },
          destroy: () => {
            this.#close()
          },
        }
      },
    })
  }

  #open(view: EditorView): void {
    this.#view = view
    this.#undo = new Y.UndoManager(this.text, {
      trackedOrigins: new Set([this.#origin]),
      captureTimeout: this.#options.captureMs ?? 500,
    })
    this.#undo.on('stack-item-added', this.#rememberSelection)
    this.#undo.on('stack-item-popped', this.#restoreSelection)
    this.text.observe(this.#read)
    const tr = repair(view.state.tr, this.#wanted(view.state))
    if (tr.docChanged) view.dispatch(this.#following(tr))
  }

  #close(): void {
    clearTimeout(this.#settling)
    const { state } = this.#view ?? {}
    if (this.isHolding && state !== undefined) this.#writeSteps(this.#rebaseOnHeld(state.tr))
    this.text.unobserve(this.#read)
    this.#undo?.destroy()
    this.#view = undefined
    this.#undo = undefined
  }

  #wanted(state: EditorState) {
    return projectDocument(state.schema, deltaOf(this.text))
  }

  #following(tr: Transaction, meta: Follows = {}): Transaction {
    return tr.setMeta(bindingKey, meta).setMeta('addToHistory', false)
  }

  #collect(tr: Transaction, pending: Pending): Pending {
    const meta = follows(tr)
    if (meta !== undefined) return meta.rebased === undefined ? pending : { steps: meta.rebased }
    if (!tr.docChanged) return pending
    const steps = tr.steps.map((step, i) => {
      const before = tr.docs[i]
      if (before === undefined) throw new Error('a transaction keeps the document before each step')
      return { step, before, after: tr.docs[i + 1] ?? tr.doc }
    })
    return { steps: [...this.#unwritten(pending), ...steps] }
  }

  #unwritten(pending: Pending | undefined): readonly AppliedStep[] {
    return pending === undefined || pending === this.#written ? [] : pending.steps
  }

  /** A local change leaves no refused character, and every clause but an unmarked first one with an id of its own. */
  #complete(trs: readonly Transaction[], state: EditorState): Transaction | null {
    const local = trs.filter((tr) => tr.docChanged && !followsText(tr))
    const rebased = trs.some((tr) => (follows(tr)?.rebased?.length ?? 0) > 0)
    if (local.length === 0 && !rebased) return null
    const tr = state.tr
    const dropped = dropRefused(tr, local)
    giveIds(tr, this.#options.newId)
    if (dropped.length > 0) this.#options.onRefused?.(dropped)
    return tr.docChanged ? tr : null
  }

  #write(old: EditorState): void {
    const view = this.#view
    if (view === undefined || this.isHolding) return
    const pending = bindingKey.getState(view.state)
    const steps = this.#unwritten(pending)
    if (steps.length === 0) return
    this.#written = pending
    this.#selectionBefore = relativeSelection(this.text, old)
    this.#writeSteps(steps)
  }

  #writeSteps(steps: readonly AppliedStep[]): void {
    const [first, last] = [steps[0], steps.at(-1)]
    if (first === undefined || last === undefined) return
    this.text.doc?.transact((transaction) => {
      this.#nested ||= transaction.origin !== this.#origin
      if (bringsRefused(steps)) writeDifference(this.text, first.before, last.after)
      else for (const step of steps) writeStep(this.text, step)
    }, this.#origin)
  }

  readonly #read = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    const view = this.#view
    if (view === undefined || transaction.origin === this.#origin) return
    const delta = this.#nested ? null : eventDelta(event)
    this.#nested = false
    if (view.composing || this.isHolding) {
      this.#held.push(delta)
      return
    }
    const tr = view.state.tr
    this.#follow(tr, [delta])
    if (!tr.docChanged) return
    keepSelection(tr, view.state)
    view.dispatch(this.#following(tr))
  }

  #follow(tr: Transaction, deltas: readonly (readonly DeltaOp[] | null)[]): void {
    try {
      if (deltas.includes(null)) repair(tr, projectDocument(tr.doc.type.schema, deltaOf(this.text)))
      else for (const delta of deltas) applyDelta(tr, delta ?? [])
    } catch (cause) {
      this.#repairs++
      this.#options.onRepair?.(cause)
      repair(tr, projectDocument(tr.doc.type.schema, deltaOf(this.text)))
    }
  }

  #settleSoon(): void {
    clearTimeout(this.#settling)
    if (this.isHolding) this.#settling = setTimeout(() => this.settle(), SETTLE_MS)
  }

  #release(): void {
    const view = this.#view
    if (view === undefined || !this.isHolding) return
    const tr = view.state.tr
    const rebased = this.#rebaseOnHeld(tr)
    view.dispatch(this.#following(tr, { rebased }))
  }

  #rebaseOnHeld(tr: Transaction): AppliedStep[] {
    const own = this.#unwritten(this.#view && bindingKey.getState(this.#view.state))
    const held = this.#held
    this.#held = []
    return rebase(tr, own, () => {
      this.#follow(tr, held)
    })
  }

  readonly #rememberSelection = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    stackItem.meta.set(SELECTION, this.#selectionBefore)
  }

  readonly #restoreSelection = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    const selection = stackItem.meta.get(SELECTION) as RelativeSelection | undefined // set above only
    const view = this.#view
    if (view === undefined || selection === undefined || this.isHolding) return
    view.dispatch(selectRelative(view.state.tr, this.text, selection))
  }
}

const SELECTION = Symbol('selection before the change')
