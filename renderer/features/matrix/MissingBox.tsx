import type { ParagraphState } from '#shared/acts/state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { useParagraph, useSession } from '#renderer/session/context.tsx'
import { usePositionChoice } from '#renderer/session/position-choice.ts'
import { missingSentences } from '#renderer/session/missing-sentences.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'

/** What the consensus on the row in question still needs, in words and by country (rule 21). */
export function MissingBox({ id }: { readonly id: string | null }) {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const paragraph = useParagraph(id ?? '')
  const choice = usePositionChoice(id ?? '')
  if (paragraph === undefined || !paragraph.consent) {
    return <p className="matrix-box quiet">{text('matrix.missing.choose')}</p>
  }
  const { number } = paragraph
  const title = text(paragraph.agreement === null ? 'matrix.missing.title' : 'matrix.missing.titleAgreed', {
    number: number === '' ? 'none' : number,
  })
  return (
    <section className="matrix-box" aria-label={title}>
      <StatusSquare status={paragraph.status} />
      <div className="matrix-box-words">
        <strong>{title}</strong>
        <p>
          <Sentences paragraph={paragraph} />
        </p>
        {choice !== null && (
          <p className="quiet">
            {text(choice.mode === 'prepare' ? 'matrix.keysPrepare' : 'matrix.keys', {
              country: country(choice.country, language),
            })}
          </p>
        )}
      </div>
      <Button
        onPress={() => {
          view.go({ mode: 'text', paragraph: paragraph.id, country: null })
        }}
      >
        {text('matrix.goTo')}
      </Button>
    </section>
  )
}

function Sentences({ paragraph }: { readonly paragraph: ParagraphState }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const names = (codes: readonly CountryCode[]) => formats.list(codes.map((code) => country(code, language)))
  const { agreement, missing } = paragraph
  if (agreement !== null) {
    const when = formats.when(agreement.received ?? agreement.claimed)
    return agreement.reservations.length === 0
      ? text('matrix.missing.agreed', { when })
      : text('matrix.missing.agreedReserved', { when, countries: names(agreement.reservations) })
  }
  const said = (value: 'adReferendum' | 'reserve') => {
    const codes = COUNTRY_CODES.filter((code) => {
      const position = paragraph.positions[code]
      return position.kind === 'current' && position.value === value
    })
    if (codes.length === 0) return []
    return [
      text(value === 'reserve' ? 'matrix.reserved' : 'matrix.adReferendum', { countries: names(codes) }),
    ]
  }
  const needed =
    missing.length === 0 ? [text('matrix.missing.nothing')] : missingSentences(missing, { text, names })
  return [...needed, ...said('adReferendum'), ...said('reserve')].join(' ')
}
