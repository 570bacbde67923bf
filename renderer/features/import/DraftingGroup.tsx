import { COUNTRY_CODES, countriesInOrder, type CountryCode } from '#shared/domain/country.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'

/** The delegations that will type in the text together (rule 1). */
export function DraftingGroup(props: {
  readonly chosen: readonly CountryCode[]
  readonly onChange: (codes: readonly CountryCode[]) => void
}) {
  const { chosen, onChange } = props
  const text = useText()
  const language = useLanguage()
  const label = text('import.details.group')
  return (
    <div className="import-wide import-group" role="group" aria-label={label}>
      <div className="import-group-head">
        <span className="field-label">{label}</span>
        <span className="spring" />
        <Button
          size="small"
          look="ghost"
          onPress={() => {
            onChange(COUNTRY_CODES)
          }}
        >
          {text('import.details.all')}
        </Button>
        <Button
          size="small"
          look="ghost"
          onPress={() => {
            onChange([])
          }}
        >
          {text('import.details.none')}
        </Button>
      </div>
      <div className="import-countries">
        {countriesInOrder(language).map((code) => (
          <Tick
            key={code}
            checked={chosen.includes(code)}
            onChange={(on) => {
              onChange(COUNTRY_CODES.filter((other) => (other === code ? on : chosen.includes(other))))
            }}
          >
            {country(code, language)}
          </Tick>
        ))}
      </div>
      <p className="quiet">{text('import.details.groupHelp')}</p>
    </div>
  )
}
