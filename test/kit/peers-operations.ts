/** What a person may do in one moment, with how often they do it. Every operation works on any binding. */
import {
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  splitBlock,
  toggleMark,
} from '@tiptap/pm/commands'
import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { moveClause, setClause, splitClause } from '#renderer/editor/commands.ts'
import { sanitise } from '#renderer/editor/paste.ts'
import type { Seat } from './peers.ts'
import { isInsideToken } from './peers-tokens.ts'
import type { Random } from './random.ts'

export type Kind =
  | 'type'
  | 'more'
  | 'over'
  | 'enter'
  | 'join'
  | 'joinForward'
  | 'delete'
  | 'mark'
  | 'attribute'
  | 'markup'
  | 'paste'
  | 'embed'
  | 'undo'
  | 'redo'
  | 'all'
  | 'move'

export interface Hand {
  readonly seat: Seat
  readonly random: Random
  readonly newToken: () => string
}

export const WEIGHTS: Readonly<Record<Kind, number>> = {
  type: 26,
  more: 8,
  over: 3,
  enter: 9,
  join: 7,
  joinForward: 3,
  delete: 6,
  mark: 8,
  attribute: 6,
  markup: 3,
  paste: 5,
  embed: 3,
  undo: 7,
  redo: 3,
  all: 0.3,
  move: 0,
}

export function chooseKind(random: Random, weights: Readonly<Record<Kind, number>>): Kind {
  // the keys are those of the type
  const entries = Object.entries(weights) as [Kind, number][]
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'type'
}

export function act(hand: Hand, kind: Kind): void {
  const { seat, random, newToken } = hand
  const { view } = seat
  const run = (command: Command): unknown => command(view.state, view.dispatch, view)
  const schema = view.state.schema
  switch (kind) {
    case 'type':
      selectBoundary(hand)
      view.dispatch(view.state.tr.insertText(newToken()))
      return
    case 'more':
      typeOn(hand)
      return
    case 'over':
      selectRange(hand, 12)
      view.dispatch(view.state.tr.insertText(newToken()))
      return
    case 'enter':
      select(view, anywhere(hand))
      run(random.chance(0.85) ? splitClause(seat.newId) : splitBlock)
      return
    case 'join':
      if (view.state.doc.childCount < 2) return
      select(view, startOf(view, 1 + random.int(view.state.doc.childCount - 1)) + 1)
      run(joinBackward)
      return
    case 'joinForward':
      select(view, startOf(view, 1 + random.int(view.state.doc.childCount)) - 1)
      run(joinForward)
      return
    case 'delete':
      selectRange(hand, 50)
      run(deleteSelection)
      return
    case 'mark': {
      selectRange(hand, 40)
      const name = random.pick(['bold', 'italic', 'underline', 'link'])
      const mark = schema.marks[name]
      const href = `https://oim.int/${String(random.int(3))}`
      if (mark !== undefined) run(toggleMark(mark, name === 'link' ? { href } : null))
      return
    }
    case 'attribute':
      selectRange(hand, 20)
      run(
        setClause(
          random.pick([
            { kind: random.pick(['heading', 'text', 'operative'] as const) },
            { level: random.pick([0, 1, 2, 3] as const) },
            { suppressed: random.chance(0.5) },
          ]),
        ),
      )
      return
    case 'markup': {
      const $from = view.state.doc.resolve(anywhere(hand))
      const attrs = {
        ...$from.node(1).attrs,
        kind: random.pick(['heading', 'preambular']),
        level: random.int(3),
      }
      view.dispatch(view.state.tr.setNodeMarkup($from.before(1), null, attrs))
      return
    }
    case 'paste': {
      selectBoundary(hand)
      const clauses = Array.from({ length: 2 + random.int(2) }, () =>
        schema.node(
          'clause',
          { id: random.pick(['c1', null, 'c0']), level: random.int(2) },
          schema.text(newToken() + newToken(), random.chance(0.6) ? [] : [schema.mark('bold')]),
        ),
      )
      const open = random.int(2)
      const slice = new Slice(Fragment.fromArray(clauses), open, random.chance(0.5) ? open : 0)
      view.dispatch(view.state.tr.replaceSelection(sanitise(slice).slice))
      return
    }
    case 'embed':
      selectBoundary(hand)
      view.dispatch(
        view.state.tr.replaceSelectionWith(
          random.chance(0.5)
            ? schema.node('hardBreak')
            : schema.node('footnote', { id: `f${String(random.int(99))}` }),
        ),
      )
      return
    case 'undo':
      seat.undo()
      return
    case 'redo':
      seat.redo()
      return
    case 'all':
      run(selectAll)
      run(deleteSelection)
      return
    case 'move':
      select(view, anywhere(hand))
      run(moveClause(random.chance(0.5) ? 1 : -1))
      return
  }
}

/** Goes on typing where the caret is, sometimes outside the basic plane. */
export function typeOn({ seat: { view }, random, newToken }: Hand): void {
  const { $head } = view.state.selection
  if (!$head.parent.isTextblock || isInsideToken(letterBefore(view, $head.pos))) return
  view.dispatch(view.state.tr.insertText(newToken() + (random.chance(0.3) ? '\u{1F30E}' : '')))
}

function letterBefore(view: EditorView, pos: number): string {
  const $pos = view.state.doc.resolve(pos)
  return $pos.parentOffset > 0
    ? $pos.parent.textBetween($pos.parentOffset - 1, $pos.parentOffset, '', '|')
    : ''
}

function startOf(view: EditorView, index: number): number {
  let start = 0
  for (let i = 0; i < index; i++) start += view.state.doc.child(i).nodeSize
  return start
}

/** A place between tokens: what is typed there breaks no token. */
export function selectBoundary({ seat: { view }, random }: Hand): void {
  const index = random.int(view.state.doc.childCount)
  const start = startOf(view, index) + 1
  const spots = Array.from(
    { length: view.state.doc.child(index).content.size + 1 },
    (_, i) => start + i,
  ).filter(
    (pos) => !isInsideToken(letterBefore(view, pos)) && !/[\uD800-\uDBFF]/.test(letterBefore(view, pos)),
  )
  select(view, random.pick(spots))
}

const anywhere = ({ seat: { view }, random }: Hand): number =>
  TextSelection.near(view.state.doc.resolve(random.int(view.state.doc.content.size + 1))).from

function selectRange(hand: Hand, width: number): void {
  const { view } = hand.seat
  const from = anywhere(hand)
  const to = from + hand.random.int(width) - (width >> 1)
  select(view, from, Math.max(1, Math.min(view.state.doc.content.size - 1, to)))
}

/** Nobody can put a caret into a surrogate pair. */
function select(view: EditorView, anchor: number, head = anchor): void {
  const { doc } = view.state
  const whole = (pos: number) => doc.resolve(/[\uD800-\uDBFF]/.test(letterBefore(view, pos)) ? pos + 1 : pos)
  view.dispatch(view.state.tr.setSelection(TextSelection.between(whole(anchor), whole(head))))
}
