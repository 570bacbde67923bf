import type { KeyboardEvent } from 'react'

/** Keys 1 to 6, on their own: with a modifier they belong to the window. */
export function onDigitKey(take: (digit: number) => void) {
  return (event: KeyboardEvent) => {
    if (!/^[1-6]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    take(Number(event.key))
  }
}
