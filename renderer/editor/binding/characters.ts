/** Keeps refused characters out of the text whichever way they came: keyboard, input method, paste, drop. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import { refusedRanges } from '#shared/words/characters.ts'
import type { AppliedStep } from './local.ts'

/** Whether one of the steps brings in something that may not be written even for a moment. */
export const bringsRefused = (steps: readonly AppliedStep[]): boolean =>
  steps.some(
    ({ step }) =>
      (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) &&
      hasRefusedCharacter(step.slice.content.textBetween(0, step.slice.content.size)),
  )

/** Takes them out of what `changes` brought in; gives back what was taken. */
export function dropRefused(tr: Transaction, changes: readonly Transaction[]): string[] {
  const dropped: string[] = []
  for (const { from, to } of changedRanges(changes).toReversed()) {
    for (const found of refusedBetween(tr.doc, from, to).toReversed()) {
      dropped.unshift(found.code)
      tr.delete(found.from, found.to)
    }
  }
  return dropped
}

/** Ranges of the last document that the transactions replaced, in order and apart from each other. */
function changedRanges(changes: readonly Transaction[]): { from: number; to: number }[] {
  const maps = changes.flatMap((tr) => tr.mapping.maps)
  const ranges: { from: number; to: number }[] = []
  maps.forEach((map, i) => {
    map.forEach((_from, _to, newFrom, newTo) => {
      const later = maps.slice(i + 1)
      const through = (pos: number, side: -1 | 1) => later.reduce((at, each) => each.map(at, side), pos)
      ranges.push({ from: through(newFrom, -1), to: through(newTo, 1) })
    })
  })
  ranges.sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else joined.push({ ...range })
  }
  return joined
}

function refusedBetween(doc: Node, from: number, to: number): { from: number; to: number; code: string }[] {
  const found: { from: number; to: number; code: string }[] = []
  doc.nodesBetween(from, to, (node, start) => {
    for (const range of refusedRanges(node.text ?? '')) {
      const place = { from: start + range.from, to: start + range.to, code: range.code }
      if (place.from >= from && place.to <= to) found.push(place)
    }
  })
  return found
}
