/** Wherever the member is in the document: the keys of proposals, and word of those that arrive. */
import { useEffect } from 'react'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import { cardsInTurn, rowOf, seekCard } from '#renderer/session/proposals.ts'
import type { DocumentStore } from '#renderer/session/document-store.ts'
import type { View } from '#renderer/session/view.ts'
import { useNewProposals } from './use-new-proposals.ts'

export function ProposalsHere() {
  const { view } = useSession()
  const document = useDocument()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || view.get().question !== null) return
      if (!step(event, view, document) && !say(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [view, document])
  const news = useNewProposals()
  return (
    <p className="unseen" role="status">
      {news}
    </p>
  )
}

/** Alt+Shift+↓ and ↑: from one proposal that waits to the next, round the end of the text. */
function step(event: KeyboardEvent, view: View, { facts, order }: DocumentStore): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (!altKey || !shiftKey || ctrlKey || metaKey || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
  const ids = order.get()
  const cards = cardsInTurn(facts.get().proposals, ids)
  const direction = key === 'ArrowDown' ? 1 : -1
  const { card, paragraph } = view.get()
  const at = cards.findIndex(({ act }) => act === card)
  const next = at >= 0 ? at + direction : beside(direction)
  const found = cards[(next + cards.length) % Math.max(1, cards.length)]
  if (found !== undefined) seekCard(view, found, ids)
  return true

  /** From the current paragraph, where no card is current. */
  function beside(way: 1 | -1): number {
    const here = ids.indexOf(paragraph ?? '')
    const from = cards.findIndex((one) => ids.indexOf(rowOf(one, ids) ?? '') >= here)
    return way === 1 ? Math.max(0, from) : (from < 0 ? cards.length : from) - 1
  }
}

/** On the card that has the focus: Ctrl+Enter supports, Ctrl+Shift+R reserves, Ctrl+Shift+X objects. */
function say({ key, altKey, shiftKey, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean {
  const card = document.activeElement?.closest<HTMLElement>('[data-proposal]') ?? null
  if (card === null || !(ctrlKey || metaKey) || altKey || repeat) return false
  const letter = key.toLowerCase()
  const value =
    !shiftKey && key === 'Enter'
      ? 'support'
      : shiftKey && letter === 'r'
        ? 'reserve'
        : shiftKey && letter === 'x'
          ? 'object'
          : null
  if (value === null) return false
  // the button knows whether it can be done; where it cannot, the card says why
  card.querySelector<HTMLButtonElement>(`.card-actions [data-say='${value}']:not([disabled])`)?.click()
  return true
}
