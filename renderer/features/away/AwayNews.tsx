import type { Away, AwayLine, AwayParagraph, OwnAct } from '#renderer/session/away.ts'
import { useConferenceState, useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { KIND_WORDS, NO_EFFECT_WORDS, POSITION_WORDS } from '#renderer/i18n/words.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { did } from './did.ts'

/** Paragraph by paragraph what others did and what of one's own lapsed, then what became of one's own acts. */
export function AwayNews({ away }: { readonly away: Away }) {
  const text = useText()
  const { paragraphs, whole, own } = away
  const told = own.filter(({ outcome }) => outcome !== 'sent')
  const sent = own.length - told.length
  return (
    <div className="away-news">
      {own.length > 0 && (
        <section aria-label={text('reading.away.own')}>
          <h3>{text('reading.away.own')}</h3>
          {sent > 0 && <p className="quiet">{text('reading.away.sent', { count: sent })}</p>}
          <ul>
            {told.map((one) => (
              <Own key={one.entry.act + (one.entry.paragraph ?? '')} own={one} />
            ))}
          </ul>
        </section>
      )}
      {whole.length > 0 && (
        <section aria-label={text('reading.away.whole')}>
          <h3>{text('reading.away.whole')}</h3>
          <Lines lines={whole} />
        </section>
      )}
      {paragraphs.length > 0 && (
        <section aria-label={text('reading.away.paragraphs')}>
          <h3>{text('reading.away.paragraphs')}</h3>
          <ul>
            {paragraphs.map((one) => (
              <Changed key={one.paragraph.id} changed={one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Changed({ changed }: { readonly changed: AwayParagraph }) {
  const text = useText()
  const { view } = useSession()
  const { paragraph, lines, lapsed } = changed
  const { id, number, kind } = paragraph
  return (
    <li className="away-paragraph">
      <button
        type="button"
        className="link"
        onClick={() => {
          view.go({ paragraph: id, country: null, mode: 'text', question: null })
        }}
      >
        {number === '' ? text(KIND_WORDS[kind]) : text('window.paragraph.short', { number })}
      </button>
      <div>
        <p className="quiet away-words">{openingWords(paragraph, 70)}</p>
        {lapsed !== null && (
          <p>
            <Tag tone="warn">{text('reading.away.lapsed', { value: text(POSITION_WORDS[lapsed]) })}</Tag>
          </p>
        )}
        <Lines lines={lines} />
      </div>
    </li>
  )
}

function Lines({ lines }: { readonly lines: readonly AwayLine[] }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { members } = useConferenceState()
  return lines.map(({ entry, by }) => {
    const names = [...new Set(by.map((key) => keyName(members.get(key), language, text)))]
    return (
      <p key={entry.act} className="spaced">
        <span>{text(did(entry.kind), { names: formats.list(names), count: names.length })}</span>
        {entry.noEffect !== null && <Tag tone="object">{text(NO_EFFECT_WORDS[entry.noEffect])}</Tag>}
      </p>
    )
  })
}

const OUTCOMES = {
  sent: 'reading.away.outcome.sent',
  late: 'reading.away.outcome.late',
  noEffect: 'reading.away.outcome.noEffect',
  fallen: 'reading.away.outcome.fallen',
} as const satisfies Record<OwnAct['outcome'], string>

function Own({ own }: { readonly own: OwnAct }) {
  const text = useText()
  const formats = useFormats()
  const { entry, outcome } = own
  const number = useSelected(
    useDocument().paragraphs,
    (all) => all.find(({ id }) => id === entry.paragraph)?.number ?? '',
  )
  const parts = [
    ...(number === '' ? [] : [text('window.paragraph.short', { number })]),
    text(did(entry.kind), { names: text('reading.away.you'), count: 1 }),
    formats.when(entry.claimed),
  ]
  return (
    <li className="spaced">
      <span>{parts.join(DOT)}</span>
      <Tag tone={outcome === 'late' ? 'warn' : 'object'}>
        {outcome === 'noEffect' && entry.noEffect !== null
          ? text(NO_EFFECT_WORDS[entry.noEffect])
          : text(OUTCOMES[outcome])}
      </Tag>
    </li>
  )
}

const DOT = ' · '
