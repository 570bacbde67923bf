import './proposals.css'
import { useMemo, useState } from 'react'
import { useDocument, usePlace, useSelected, useSession, useStore } from '#renderer/session/context.tsx'
import {
  chooseLineages,
  isInTray,
  isWaiting,
  lineagesOf,
  rowOf,
  type Lineage,
} from '#renderer/session/proposals.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { BracketList } from './BracketList.tsx'
import { Card } from './Card.tsx'
import { Filters } from './Filters.tsx'

/** So many cards at once: a text of four hundred proposals opens as fast as one of four. */
const AT_ONCE = 40

/** The proposals on the current paragraph, or on the whole text, and the tray of those without a place. */
export function ProposalsSheet() {
  const text = useText()
  const { view } = useSession()
  const { facts, order } = useDocument()
  const ids = useStore(order)
  const proposals = useSelected(facts, (value) => value.proposals)
  const cards = usePlace((place) => place.cards)
  const paragraph = usePlace((place) => place.paragraph)
  const lineages = useMemo(() => lineagesOf(proposals), [proposals])
  const chosen = useMemo(
    () => chooseLineages(lineages, ids, cards, paragraph),
    [lineages, ids, cards, paragraph],
  )
  const tray = useMemo(() => lineages.filter(({ head }) => isInTray(head, ids)), [lineages, ids])
  const waiting = lineages.filter(({ head }) => isWaiting(head)).length
  return (
    <div className="cards">
      <Filters proposals={proposals} />
      <div className="cards-line">
        <p className="cards-count" role="status">
          {text('proposals.count', { shown: chosen.length, total: lineages.length, waiting })}
        </p>
        {lineages.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              view.go({ question: { kind: 'proposalList' } })
            }}
          >
            {text('proposals.listing')}
          </button>
        )}
      </div>
      {chosen.length === 0 && (
        <p className="sheet-empty">{text(lineages.length === 0 ? 'proposals.none' : 'proposals.noneHere')}</p>
      )}
      <Cards key={paragraph ?? ''} lineages={chosen} label={text('proposals.list')} />
      <BracketList />
      {tray.length > 0 && (
        <details className="tray">
          <summary>{text('proposals.tray', { count: tray.length })}</summary>
          <p className="quiet">{text('proposals.tray.explain')}</p>
          <Cards lineages={tray} label={text('proposals.tray', { count: tray.length })} />
        </details>
      )}
    </div>
  )
}

function Cards(props: { readonly lineages: readonly Lineage[]; readonly label: string }) {
  const { lineages } = props
  const text = useText()
  const sought = usePlace((place) => place.soughtCard)
  const [shown, setShown] = useState(AT_ONCE)
  const { view } = useSession()
  const { order } = useDocument()
  // whoever goes into a card, goes to its paragraph in the text
  const come = ({ target }: { readonly target: EventTarget }) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-proposal]') : null
    const found = lineages.find(({ head }) => head.act === card?.dataset['proposal'])
    if (found === undefined || view.get().card === found.head.act) return
    const row = rowOf(found.head, order.get())
    const isThere = row !== null && order.get().includes(row)
    view.go({ card: found.head.act, ...(isThere ? { paragraph: row, country: null } : {}) })
  }
  const at = sought === null ? -1 : lineages.findIndex((one) => holds(one, sought))
  const last = Math.max(shown, at + 1)
  // what was brought into view stays there
  if (last !== shown) setShown(last)
  if (lineages.length === 0) return null
  return (
    <>
      <div role="presentation" onFocus={come}>
        <ol className="cards-list" aria-label={props.label}>
          {lineages.slice(0, last).map(({ head, older }) => (
            <li key={head.act}>
              <Card proposal={head} older={older} />
            </li>
          ))}
        </ol>
      </div>
      {lineages.length > last && (
        <Button
          onPress={() => {
            setShown(last + AT_ONCE)
          }}
        >
          {text('proposals.showMore', { count: Math.min(AT_ONCE, lineages.length - last) })}
        </Button>
      )}
    </>
  )
}

const holds = ({ head, older }: Lineage, act: string): boolean =>
  head.act === act || older.some((version) => version.act === act)
