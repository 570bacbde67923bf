import type { Audience } from '#shared/acts/negotiation-state.ts'
import { countriesInOrder, type CountryCode } from '#shared/domain/country.ts'
import type { AudienceKind } from '#renderer/session/threads.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf } from '#renderer/i18n/names.ts'
import { Choice } from '#renderer/ui/Choice.tsx'
import { ChoiceCards } from '#renderer/ui/ChoiceCards.tsx'
import { AudienceTag } from './AudienceTag.tsx'
import { readersWords } from './audience.ts'

/** Who will read the comment. For the bureau an exchange is with one delegation, which it names. */
export function AudienceChoice(props: {
  readonly kinds: readonly AudienceKind[]
  readonly value: AudienceKind
  /** The own delegation, or the one the bureau writes to. */
  readonly country: CountryCode
  readonly isBureau: boolean
  readonly onChange: (kind: AudienceKind) => void
  readonly onCountry: (code: CountryCode) => void
}) {
  const text = useText()
  const language = useLanguage()
  const { kinds, value, country, isBureau } = props
  const audience = (kind: AudienceKind): Audience =>
    kind === 'delegation' || kind === 'audience' ? { kind, country } : { kind }
  const [only, ...others] = kinds
  if (only !== undefined && others.length === 0)
    return (
      <p className="audience-only">
        <AudienceTag audience={audience(only)} />
        <span className="quiet">{readersWords(audience(only), language, text)}</span>
      </p>
    )
  return (
    <>
      <ChoiceCards
        className="audiences"
        optionClassName="audience-option"
        label={text('comments.audience.label')}
        value={value}
        options={kinds.map((kind) => ({
          key: kind,
          content: (
            <>
              <span className="audience-dot" aria-hidden />
              <AudienceTag audience={audience(kind)} />
              <span className="quiet">{readersWords(audience(kind), language, text)}</span>
            </>
          ),
        }))}
        onChange={props.onChange}
      />
      {isBureau && value === 'audience' && (
        <Choice
          label={text('comments.audience.which')}
          value={country}
          options={countriesInOrder(language).map((key) => ({ key, label: nameOf(key, language) }))}
          onChange={props.onCountry}
        />
      )}
    </>
  )
}
