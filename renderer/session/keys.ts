/**
 * Ctrl+Alt+M (on a Mac Cmd+Option+M), for a comment. On the keyboards of Latin America and of Brazil the right
 * Alt is AltGr and writes characters: what is pressed with it is never taken for a command. Where the letter
 * comes with a sign of the layout's own, the key's place says which it is.
 */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

export function isCommentKey(press: KeyPress): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press
  if (!(ctrlKey || metaKey) || !altKey || shiftKey || press.getModifierState('AltGraph')) return false
  return key.toLowerCase() === 'm' || (code === 'KeyM' && !/^[a-z]$/iu.test(key))
}
