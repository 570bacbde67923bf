/** The keyboard of the editor; what is not here is ProseMirror's base keymap. */
import { baseKeymap } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, Plugin } from '@tiptap/pm/state'
import type { TextBinding } from './binding/binding.ts'
import { insertHardBreak, moveClause, splitClause, toggleFlag } from './commands.ts'

export function keys(binding: TextBinding, newId: () => string, mayMove: () => boolean): Plugin[] {
  // the key is ours also when there is nothing to undo: the browser must not undo by itself
  const always =
    (act: () => boolean): Command =>
    () => {
      act()
      return true
    }
  const move =
    (direction: 1 | -1): Command =>
    (state, dispatch) =>
      mayMove() && moveClause(direction)(state, dispatch)
  const undo = always(() => binding.undo())
  const redo = always(() => binding.redo())
  return [
    keymap({
      Enter: splitClause(newId),
      'Shift-Enter': insertHardBreak,
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-b': toggleFlag('bold'),
      'Mod-i': toggleFlag('italic'),
      'Mod-u': toggleFlag('underline'),
      'Mod-Alt-ArrowUp': move(-1),
      'Mod-Alt-ArrowDown': move(1),
    }),
    keymap(baseKeymap),
  ]
}
