import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { useConferenceState } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { joinClasses } from '#renderer/ui/classes.ts'

/** The twelve States by their letters, in the one fixed order, with who presides. */
export function MatrixHead({ own }: { readonly own: CountryCode | null }) {
  const text = useText()
  const language = useLanguage()
  const { ppt, troika } = useConferenceState()
  const office = (code: CountryCode) => {
    if (code === ppt) return text('people.ppt')
    return troika.includes(code) ? text('matrix.troika') : ''
  }
  const name = (code: CountryCode) =>
    code === own ? text('matrix.own', { country: country(code, language) }) : country(code, language)
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="matrix-corner" aria-colindex={1}>
          {text('matrix.paragraph')}
        </th>
        {COUNTRY_CODES.map((code, i) => (
          <th
            key={code}
            scope="col"
            aria-colindex={i + 2}
            className={joinClasses('matrix-country', code === own && 'matrix-own-head')}
            title={name(code)}
          >
            <span aria-hidden>{code}</span>
            <span className="unseen">{name(code)}</span>
            <small>{office(code)}</small>
          </th>
        ))}
        <th scope="col" className="matrix-summary" aria-colindex={COUNTRY_CODES.length + 2}>
          {text('matrix.summary')}
        </th>
      </tr>
    </thead>
  )
}
