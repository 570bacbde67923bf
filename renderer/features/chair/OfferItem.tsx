import type { ReactNode } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { allParts, type Offer, type Part } from '#renderer/session/incorporation.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { useNames } from './use-names.ts'

interface OfferProps {
  readonly offer: Offer
  /** The text as it is. */
  readonly current: readonly Clause[]
  /** null: not used. */
  readonly chosen: ReadonlySet<number> | null
  readonly onChoose: (parts: ReadonlySet<number> | null) => void
}

/** A proposal against the text as it is, and which of its changes are taken. */
export function OfferItem({ offer, current, chosen, onChoose }: OfferProps) {
  const text = useText()
  const names = useNames()
  const name = names.proposal(offer.proposal)
  const { reason } = offer.proposal
  return (
    <li className="offer">
      <Tick
        checked={chosen !== null}
        onChange={(used) => {
          onChoose(used ? allParts(offer) : null)
        }}
      >
        {text('chair.offer.use', { name })}
      </Tick>
      <div className="offer-body">
        {reason !== '' && <p className="quiet">{reason}</p>}
        <What offer={offer} current={current} />
        {offer.kind === 'words' && offer.parts.length > 1 && (
          <ul className="offer-parts" aria-label={name}>
            {offer.parts.map((part) => (
              <li key={part.n}>
                <Tick
                  checked={chosen?.has(part.n) ?? false}
                  onChange={(taken) => {
                    const next = new Set(chosen ?? [])
                    if (taken) next.add(part.n)
                    else next.delete(part.n)
                    onChoose(next.size === 0 ? null : next)
                  }}
                >
                  <PartWords part={part} />
                </Tick>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function PartWords({ part: { n, before, after } }: { readonly part: Part }) {
  const text = useText()
  if (before === after) return text('chair.part.form', { n })
  if (before === '') return text('chair.part.added', { n, after })
  if (after === '') return text('chair.part.removed', { n, before })
  return text('chair.part.changed', { n, before, after })
}

/** What it would do, each kind in a form of its own. */
function What({ offer, current }: Pick<OfferProps, 'offer' | 'current'>): ReactNode {
  const text = useText()
  const names = useNames()
  const { operation, language } = offer.proposal
  const labels = { removedLabel: text('window.diff.removed'), addedLabel: text('window.diff.added') }
  const against = (before: string, clauses: readonly Clause[]) => (
    <WordDiff before={before} after={wordingText(clauses)} language={language} {...labels} />
  )
  switch (operation.kind) {
    case 'amend':
    case 'alternative':
    case 'merge': {
      const also = offer.kind === 'words' ? offer.also.map(names.paragraph) : []
      return (
        <>
          {against(wordingText(current), operation.clauses)}
          {offer.kind === 'words' && offer.parts.length === 0 && (
            <p className="chair-warning">{text('chair.offer.lost')}</p>
          )}
          {also.length > 0 && <p>{text('chair.offer.also', { names: also.join(', ') })}</p>}
        </>
      )
    }
    case 'insert':
      return against('', operation.clauses)
    case 'delete':
      return <p>{text('chair.offer.delete')}</p>
    case 'move':
      return (
        <>
          <p>
            {operation.after === null
              ? text('chair.offer.moveFirst')
              : text('chair.offer.move', { name: names.paragraph(operation.after) })}
          </p>
          <p className="quiet">{text('chair.offer.alone')}</p>
        </>
      )
    case 'split':
      return (
        <>
          <ol className="offer-split">
            {operation.parts.map((clauses, i) => (
              // parts have no identity of their own: their place is it
              <li key={i} lang={language}>
                {wordingText(clauses)}
              </li>
            ))}
          </ol>
          <p className="quiet">{text('chair.offer.alone')}</p>
        </>
      )
  }
}
