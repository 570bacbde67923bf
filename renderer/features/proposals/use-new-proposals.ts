/**
 * "Colombia propuso un cambio en el párrafo 2", for whoever hears the window: what others table while it is open,
 * at most every ten seconds, several in one sentence. A member may turn it off.
 */
import { useEffect, useRef, useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { useConference, useDocument, useSelected, useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { useNames, type Names } from './use-names.ts'

const PAUSE_MS = 10_000

interface Kept {
  doc: string
  known: Set<string>
  waiting: readonly ProposalState[]
  isResting: boolean
}

export function useNewProposals(): string {
  const text = useText()
  const names = useNames()
  const { clock, settings } = useSession()
  const { quiet = false } = useStore(settings)
  const hats = useStore(useConference().hats)
  const document = useDocument()
  const proposals = useSelected(document.facts, (facts) => facts.proposals)
  const [told, setTold] = useState<readonly ProposalState[]>([])
  const kept = useRef<Kept>({ doc: '', known: new Set(), waiting: [], isResting: false })
  useEffect(() => {
    const state = kept.current
    const isFirst = state.doc !== document.id
    if (isFirst) {
      state.doc = document.id
      state.known = new Set()
      state.waiting = []
    }
    const fresh = proposals.filter(({ act }) => !state.known.has(act))
    for (const { act } of fresh) state.known.add(act)
    // what was there when the member came is on the cards, and what they did themselves they know
    if (isFirst) return
    state.waiting = [...state.waiting, ...fresh.filter(({ by }) => !hats.some(({ key }) => key === by))]
    tell()

    function tell(): void {
      if (state.isResting || state.waiting.length === 0) return
      setTold(state.waiting)
      state.waiting = []
      state.isResting = true
      clock.after(PAUSE_MS, () => {
        state.isResting = false
        tell()
      })
    }
  }, [proposals, document, hats, clock])
  return quiet ? '' : sentence(told)

  function sentence(news: readonly ProposalState[]): string {
    const [first, ...others] = news
    if (first === undefined) return ''
    return others.length === 0
      ? one(first, names)
      : text('proposals.news.many', { count: news.length, first: one(first, names) })
  }

  function one(proposal: ProposalState, { proponents, paragraph }: Names): string {
    return text(proposal.version > 1 ? 'proposals.news.version' : 'proposals.news.one', {
      names: proponents(proposal),
      count: Math.max(1, proposal.proponents.length),
      paragraph: proposal.paragraph === null ? '' : paragraph(proposal.paragraph),
      place: proposal.paragraph === null ? 'first' : 'paragraph',
    })
  }
}
