import './consensus.css'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import {
  useConferenceState,
  useDocument,
  useParagraph,
  useSelected,
  useStore,
} from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS, STATUS_WORDS } from '#renderer/i18n/words.ts'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'
import { Agreement } from './Agreement.tsx'
import { CountryRow } from './CountryRow.tsx'
import { LapsedChange } from './LapsedChange.tsx'
import { OwnPosition } from './OwnPosition.tsx'

/** Where one paragraph stands: its state, what may be done about it, and the twelve positions. */
export function ConsensusSheet({ id }: { readonly id: string }) {
  const text = useText()
  const { facts } = useDocument()
  const paragraph = useParagraph(id)
  const parties = useSelected(facts, (value) => value.parties)
  const { ppt, troika } = useConferenceState()
  if (paragraph === undefined || !paragraph.consent) {
    return <p className="sheet-empty">{text('consensus.noConsentAsked')}</p>
  }
  const { kind, number, status } = paragraph
  const wording = shownWording(paragraph)
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h2>{number === '' ? text(KIND_WORDS[kind]) : text('consensus.sheet.title', { number })}</h2>
        <p className="sheet-status">
          <StatusSquare status={status} />
          {text(STATUS_WORDS[status])}
        </p>
      </header>
      <OwnPosition id={id} />
      <Agreement id={id} />
      <LapsedChange paragraph={paragraph} />
      <ul className="countries" aria-label={text('consensus.countries')}>
        {COUNTRY_CODES.map((code) => (
          <CountryRow
            key={code}
            code={code}
            paragraph={id}
            position={paragraph.positions[code]}
            isParty={parties.includes(code)}
            office={code === ppt ? 'ppt' : troika.includes(code) ? 'troika' : null}
            wording={wording}
          />
        ))}
      </ul>
    </div>
  )
}

/** Stands in for the sheet while no paragraph is chosen. */
export function NoParagraph() {
  const text = useText()
  const order = useStore(useDocument().order)
  return (
    <p className="sheet-empty">
      {text(order.length === 0 ? 'consensus.beforeNegotiation' : 'consensus.chooseParagraph')}
    </p>
  )
}
