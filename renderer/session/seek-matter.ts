/** From what is still open on a paragraph to the card of it: a proposal, or a bracket. */
import type { DocumentStore } from './document-store.ts'
import { FIRST_FILTER } from './card-filter.ts'
import { seekCard } from './proposals.ts'
import type { View } from './view.ts'

export function seekMatter(view: View, { facts, order }: DocumentStore, act: string): void {
  const { proposals, brackets } = facts.get()
  const proposal = proposals.find((one) => one.act === act)
  const bracket = brackets.find((one) => one.act === act)
  if (proposal !== undefined) {
    view.go({ question: null })
    seekCard(view, proposal, order.get())
  } else if (bracket !== undefined) {
    view.go({
      question: null,
      mode: 'text',
      paragraph: bracket.paragraph,
      country: null,
      sheet: 'proposals',
      drawer: true,
      card: act,
      soughtCard: act,
      cards: FIRST_FILTER,
    })
  }
}
