import { Brackets } from 'lucide-react'
import type { BracketState } from '#shared/acts/negotiation-state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useBracketOffice } from '#renderer/session/bracket-choice.ts'
import {
  useConference,
  useConferenceState,
  useDocument,
  useParagraph,
  usePlace,
  useRecord,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import type { WordPlace } from '#renderer/session/view.ts'
import { useOffice, usePowers } from '#renderer/session/use-powers.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country, keyName } from '#renderer/i18n/names.ts'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Code } from '#renderer/ui/Code.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import { placeInWording } from '#renderer/ui/wording-range.ts'
import { useNames } from './use-names.ts'
import { useSought } from './use-sought.ts'

/** The brackets of the paragraph, or of the text, and the button that opens one (rule 8). */
export function BracketList() {
  const text = useText()
  const paragraph = usePlace((place) => place.paragraph)
  const { everywhere, state } = usePlace((place) => place.cards)
  const brackets = useSelected(useDocument().facts, (facts) => facts.brackets)
  const shown = brackets.filter(
    (one) =>
      (everywhere || paragraph === null || one.paragraph === paragraph) &&
      (state === 'all' || (one.lifted === null) === (state === 'waiting')),
  )
  return (
    <section className="brackets" aria-label={text('term.brackets')}>
      {shown.length > 0 && (
        <>
          <h3>{text('proposals.brackets', { count: shown.length })}</h3>
          <ol className="cards-list">
            {shown.map((bracket) => (
              <li key={bracket.act}>
                <Bracket bracket={bracket} />
              </li>
            ))}
          </ol>
        </>
      )}
      {paragraph !== null && <Begin id={paragraph} />}
    </section>
  )
}

/** Takes along the words that are selected in the text. */
function Begin({ id }: { readonly id: string }) {
  const text = useText()
  const { view } = useSession()
  const office = useBracketOffice(id)
  const paragraph = useParagraph(id)
  if (office === null || paragraph?.consent !== true || paragraph.wording === null) return null
  const whole = wordingText(paragraph.wording.clauses)
  return (
    <>
      <div>
        <Button
          size="small"
          isDisabled={paragraph.agreement !== null}
          icon={<Brackets size={14} aria-hidden />}
          onPress={() => {
            view.go({ question: { kind: 'bracket', paragraph: id, words: selectedIn(id, whole) } })
          }}
        >
          {text('proposals.bracket.open')}
        </Button>
      </div>
      {paragraph.agreement !== null && <p className="quiet">{text('proposals.bracket.agreed')}</p>}
    </>
  )
}

function selectedIn(paragraph: string, whole: string): WordPlace | null {
  const selection = window.getSelection()
  const wording = document.getElementById(`p-${paragraph}`)?.querySelector('.row-text .wording') ?? null
  if (wording === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return null
  return placeInWording(selection.getRangeAt(0), wording, whole)
}

function Bracket({ bracket }: { readonly bracket: BracketState }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const names = useNames()
  const record = useRecord()
  const { members } = useConferenceState()
  const card = useSought(bracket.act)
  const isCurrent = usePlace((place) => place.card === bracket.act)
  const { countries, reason, quote, place, lifted } = bracket
  return (
    <article
      ref={card}
      className={joinClasses('card', isCurrent && 'card-current')}
      tabIndex={-1}
      aria-label={text('proposals.bracket.card', { name: names.paragraph(bracket.paragraph), words: quote })}
    >
      <header className="card-head">
        {countries.map((one) => (
          <span
            key={one.country}
            className={joinClasses('bracket-of', one.lifted !== null && 'bracket-lifted')}
          >
            <Code code={one.country} />
            <span className="unseen">
              {text(one.lifted === null ? 'proposals.bracket.holds' : 'proposals.bracket.liftedBy', {
                country: country(one.country, language),
              })}
            </span>
          </span>
        ))}
        <span className="spring" />
        <span className="quiet numeric card-when">{formats.when(bracket.received ?? bracket.claimed)}</span>
      </header>
      <p className="change-words change-alternative" lang={record?.language}>
        {['[', quote, ']'].join('')}
      </p>
      <p className="quiet">
        {text('proposals.bracket.by', {
          name: keyName(members.get(bracket.by), language, text),
          paragraph: names.paragraph(bracket.paragraph),
        })}
      </p>
      {reason !== '' && <p className="card-reason">{reason}</p>}
      {place === null && lifted === null && (
        <p className="card-tags">
          <Tag tone="warn">{text('proposals.bracket.changed')}</Tag>
        </p>
      )}
      {lifted === null ? (
        <Lift bracket={bracket} />
      ) : (
        <p className="card-tags">
          <Tag tone="ok">{text('proposals.bracket.lifted')}</Tag>
          <span className="quiet">
            {[lifted.meeting ?? '', formats.when(lifted.received ?? lifted.claimed)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </p>
      )}
    </article>
  )
}

function Lift({ bracket }: { readonly bracket: BracketState }) {
  const text = useText()
  const language = useLanguage()
  const { intents, view } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const powers = usePowers()
  const chair = useOffice('liftBrackets', bracket.paragraph)
  const own = bracket.countries.find((one) => one.country === powers.country && one.lifted === null)
  const hat = powers.may('liftOwnBracket').find(({ member }) => member?.role === 'delegate')
  if (chair === null && own === undefined) return null
  return (
    <div className="card-actions">
      {own !== undefined && (
        <Button
          size="small"
          isDisabled={hat === undefined}
          onPress={() => {
            if (hat !== undefined) void intents.liftBracket({ conf, doc, hat: hat.key }, bracket.act, null)
          }}
        >
          {text('proposals.lift.own', { country: country(own.country, language) })}
        </Button>
      )}
      {own !== undefined && hat === undefined && (
        <p className="quiet card-why">{text('proposals.barred.adviser')}</p>
      )}
      {chair !== null && (
        <Button
          size="small"
          onPress={() => {
            view.go({ question: { kind: 'liftBracket', bracket: bracket.act } })
          }}
        >
          {text('proposals.lift.open')}
        </Button>
      )}
    </div>
  )
}
