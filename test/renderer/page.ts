/** What a person does to a page in a test: typing, and finding what a dialog says. */
import { act } from 'react'
import type { Mounted } from './mount.tsx'

export function field(label: RegExp): HTMLInputElement {
  const named = [...document.querySelectorAll('label')].find((one) => label.test(one.textContent))
  const input = named === undefined ? null : document.getElementById(named.htmlFor)
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${String(label)}`)
  return input
}

export async function type(window_: Mounted, input: HTMLInputElement, words: string): Promise<void> {
  await act(async () => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    // React watches the property of the element itself; only the prototype's setter passes it by
    set?.call(input, words)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
  })
  await window_.settle()
}

export function dialogText(): string {
  return document.querySelector('[role=dialog]')?.textContent ?? ''
}

export function isDisabled(button: HTMLElement): boolean {
  return button.hasAttribute('disabled')
}

/** Into some lines of text, by their label. */
export async function typeInto(window_: Mounted, label: RegExp, words: string): Promise<void> {
  const named = [...document.querySelectorAll('label')].find((one) => label.test(one.textContent))
  const input = named === undefined ? null : document.getElementById(named.htmlFor)
  if (!(input instanceof HTMLTextAreaElement)) throw new Error(`no field ${String(label)}`)
  await act(async () => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    set?.call(input, words) // as above
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
  })
  await window_.settle()
}
