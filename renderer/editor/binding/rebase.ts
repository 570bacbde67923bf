/**
 * While an input method composes, changes of others are held: redrawing the words being composed
 * would break the composition. Afterwards the person's own steps are taken back, the held changes
 * applied, and the steps put on top again. What was typed is never lost: where its place is gone,
 * it goes to the nearest place that is left.
 */
import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceStep, type Step } from '@tiptap/pm/transform'
import type { AppliedStep } from './local.ts'

export function rebase(
  tr: Transaction,
  own: readonly AppliedStep[],
  applyHeld: (tr: Transaction) => void,
): AppliedStep[] {
  const { anchor, head } = tr.selection
  for (const { step, before } of own.toReversed()) tr.step(step.invert(before))
  applyHeld(tr)
  // mirrors tell that what was taken back is what is put on again: places inside it survive
  const mapping = new Mapping([...tr.mapping.maps])
  const rebased: AppliedStep[] = []
  own.forEach(({ step }, i) => {
    const undone = own.length - 1 - i
    const before = tr.doc
    const done = putBack(tr, step, mapping.slice(undone + 1))
    if (done === null) return
    mapping.appendMap(done.getMap(), undone)
    rebased.push({ step: done, before, after: tr.doc })
  })
  const place = (pos: number) => tr.doc.resolve(mapping.map(pos))
  tr.setSelection(TextSelection.between(place(anchor), place(head)))
  return rebased
}

function putBack(tr: Transaction, step: Step, mapping: Mapping): Step | null {
  const mapped = step.map(mapping)
  if (mapped !== null && tr.maybeStep(mapped).failed === null) return mapped
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return null
  const place = mapping.map(step.from)
  for (const candidate of [new ReplaceStep(place, place, step.slice), asText(tr, step.slice, place)]) {
    if (candidate !== null && tr.maybeStep(candidate).failed === null) return candidate
  }
  return null
}

function asText(tr: Transaction, slice: Slice, place: number): ReplaceStep | null {
  const words = slice.content.textBetween(0, slice.content.size, ' ')
  if (words === '') return null
  const { from } = TextSelection.near(tr.doc.resolve(place))
  return new ReplaceStep(from, from, new Slice(Fragment.from(tr.doc.type.schema.text(words)), 0, 0))
}
