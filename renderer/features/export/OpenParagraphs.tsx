import type { ParagraphState } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useRecord, useSession } from '#renderer/session/context.tsx'
import { missingSentences } from '#renderer/session/missing-sentences.ts'
import { openingWords } from '#renderer/session/outline.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { STATUS_WORDS } from '#renderer/i18n/words.ts'
import { Problem } from '#renderer/ui/Problem.tsx'
import { StatusSquare } from '#renderer/ui/StatusSquare.tsx'

/** Why the text is not final: each open paragraph and what it lacks. */
export function OpenParagraphs(props: {
  readonly open: readonly ParagraphState[]
  readonly onLeave: () => void
}) {
  const text = useText()
  return (
    <section aria-label={text('export.openList')}>
      <Problem words={text('export.refused', { count: props.open.length })} />
      {/* A list that scrolls is reached by the buttons in it. */}
      <ul className="export-open" aria-label={text('export.openList')}>
        {props.open.map((paragraph) => (
          <OpenParagraph key={paragraph.id} paragraph={paragraph} onLeave={props.onLeave} />
        ))}
      </ul>
    </section>
  )
}

function OpenParagraph(props: { readonly paragraph: ParagraphState; readonly onLeave: () => void }) {
  const { paragraph, onLeave } = props
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { view } = useSession()
  const record = useRecord()
  const names = (codes: readonly CountryCode[]) => formats.list(codes.map((code) => country(code, language)))
  const why =
    paragraph.missing.length === 0
      ? text('export.waitsForChair')
      : missingSentences(paragraph.missing, { text, names }).join(' ')
  return (
    <li>
      <StatusSquare status={paragraph.status} label={text(STATUS_WORDS[paragraph.status])} />
      <div>
        <button
          type="button"
          className="export-link"
          onClick={() => {
            onLeave()
            view.go({ paragraph: paragraph.id, country: null, mode: 'text' })
          }}
        >
          {paragraph.number !== '' && <b className="numeric">{paragraph.number}</b>}
          <span lang={record?.language}>{openingWords(paragraph, 60)}</span>
        </button>
        <p className="quiet">{why}</p>
      </div>
    </li>
  )
}
