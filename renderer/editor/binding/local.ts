/**
 * From ProseMirror's steps to the text. Only what a step touches is looked at; unchanged text is
 * never rewritten.
 */
import type { Node } from '@tiptap/pm/model'
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { CLAUSE_DEFAULTS, isClauseKey, type DeltaOp } from '#shared/words/shape.ts'
import { attributesOf, clauseOf, hasMarker, markerOf } from './attributes.ts'
import { insertsBetween, textIndex } from './positions.ts'
import { replacement } from './replacement.ts'

export interface AppliedStep {
  readonly step: Step
  readonly before: Node
  readonly after: Node
}

/** Other kinds of step are not let through: the text would not follow them. */
export const isSupported = (step: Step): boolean =>
  [ReplaceStep, ReplaceAroundStep, AddMarkStep, RemoveMarkStep, AttrStep].some((kind) => step instanceof kind)

export function writeStep(text: Y.Text, applied: AppliedStep): void {
  const { step } = applied
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) writeMark(text, step, applied.before)
  else if (step instanceof AttrStep) writeAttribute(text, step, applied)
  else writeReplacements(text, applied)
}

/** The same outcome in one replacement, whatever the steps between were. */
export function writeDifference(text: Y.Text, before: Node, after: Node): void {
  const from = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (from === null || ends === null) return
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  writeRange(text, { before, after }, from, ends.a + overlap, from, ends.b + overlap)
}

function apply(text: Y.Text, index: number, ops: readonly DeltaOp[]): void {
  if (ops.length > 0) text.applyDelta(index > 0 ? [{ retain: index }, ...ops] : [...ops])
}

function writeMark(text: Y.Text, step: AddMarkStep | RemoveMarkStep, before: Node): void {
  const on = attributesOf([step.mark])
  const attributes =
    step instanceof AddMarkStep ? on : Object.fromEntries(Object.keys(on).map((key) => [key, null]))
  // clause by clause: a marker never gets an attribute of text
  before.nodesBetween(step.from, step.to, (node, pos) => {
    const from = Math.max(step.from, pos + 1)
    const to = Math.min(step.to, pos + 1 + node.content.size)
    if (to > from)
      apply(text, textIndex(before, from), [{ retain: to - from, attributes: { ...attributes } }])
    return false
  })
}

function writeAttribute(text: Y.Text, step: AttrStep, { before, after }: AppliedStep): void {
  const node = before.nodeAt(step.pos)
  if (node === null) return
  const index = textIndex(before, step.pos)
  const value: unknown = step.value
  if (!node.isTextblock) {
    const [old, now] = [before, after].map((doc) => insertsBetween(doc, step.pos, step.pos + 1))
    apply(text, index, replacement(old ?? [], now ?? []))
  } else if (step.attr === 'id') {
    const clause = clauseOf(node)
    const old = hasMarker(clause) ? [markerOf(clause)] : []
    const now = typeof value === 'string' ? [markerOf({ ...clause, id: value })] : []
    apply(text, index, replacement(old, now)) // a mere renumbering ("c~2" to "c") gives no operation
  } else if (hasMarker(clauseOf(node)) && isClauseKey(step.attr)) {
    const isDefault = value === CLAUSE_DEFAULTS[step.attr]
    apply(text, index, [{ retain: 1, attributes: { [step.attr]: isDefault ? null : value } }])
  }
}

function writeReplacements(text: Y.Text, { step, before, after }: AppliedStep): void {
  const ranges: [number, number, number, number][] = []
  // from the right, so that indexes on the left stay valid
  step.getMap().forEach((...range) => ranges.unshift(range))
  for (const [oldFrom, oldTo, newFrom, newTo] of ranges) {
    writeRange(text, { before, after }, oldFrom, oldTo, newFrom, newTo)
  }
}

function writeRange(
  text: Y.Text,
  { before, after }: Omit<AppliedStep, 'step'>,
  oldFrom: number,
  oldTo: number,
  newFrom: number,
  newTo: number,
): void {
  // Yjs replaces half a surrogate pair by U+FFFD, so a pair is replaced as a whole
  const left = cutsPair(before, oldFrom) || cutsPair(after, newFrom) ? 1 : 0
  const right = cutsPair(before, oldTo) || cutsPair(after, newTo) ? 1 : 0
  const old = insertsBetween(before, oldFrom - left, oldTo + right)
  const now = insertsBetween(after, newFrom - left, newTo + right)
  apply(text, textIndex(before, oldFrom - left), replacement(old, now))
}

function cutsPair(doc: Node, pos: number): boolean {
  const $pos = doc.resolve(pos)
  if ($pos.textOffset === 0) return false
  const content = $pos.parent.child($pos.index()).text ?? ''
  return (
    /[\uD800-\uDBFF]/.test(content.charAt($pos.textOffset - 1)) &&
    /[\uDC00-\uDFFF]/.test(content.charAt($pos.textOffset))
  )
}
