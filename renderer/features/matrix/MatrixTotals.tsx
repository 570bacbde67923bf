import { consents } from '#shared/domain/position.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { asksConsent } from './order.ts'

/** How far each State is along: on how many paragraphs its position lets the text stand. */
export function MatrixTotals() {
  const text = useText()
  const language = useLanguage()
  const counted = useStore(useDocument().paragraphs).filter(asksConsent)
  const total = counted.length
  return (
    <tfoot>
      <tr>
        <th scope="row" className="matrix-corner" aria-colindex={1}>
          {text('matrix.consenting')}
        </th>
        {COUNTRY_CODES.map((code, i) => {
          const count = counted.filter((paragraph) => isConsenting(paragraph, code)).length
          return (
            <td key={code} className="matrix-total numeric" aria-colindex={i + 2}>
              <span aria-hidden>{[count, total].join('/')}</span>
              <span className="unseen">
                {text('matrix.consentingCell', { country: country(code, language), count, total })}
              </span>
            </td>
          )
        })}
        <td aria-colindex={COUNTRY_CODES.length + 2} />
      </tr>
    </tfoot>
  )
}

function isConsenting({ positions }: ParagraphState, code: CountryCode): boolean {
  const position = positions[code]
  return position.kind === 'current' && consents(position.value)
}
