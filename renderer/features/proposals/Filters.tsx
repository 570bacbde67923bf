import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { NATURES } from '#shared/domain/proposal.ts'
import type { CardFilter } from '#renderer/session/card-filter.ts'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Choice } from '#renderer/ui/Choice.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import { useNames } from './use-names.ts'
import { NATURE_WORDS } from './words.ts'

const STATE_WORDS = {
  waiting: 'proposals.filter.waiting',
  ended: 'proposals.filter.ended',
  all: 'proposals.filter.all',
} as const
const STATES = ['waiting', 'ended', 'all'] as const

/** Which cards are shown: by paragraph, state, country and nature. */
export function Filters({ proposals }: { readonly proposals: readonly ProposalState[] }) {
  const text = useText()
  const language = useLanguage()
  const names = useNames()
  const { view } = useSession()
  const cards = usePlace((place) => place.cards)
  const paragraph = usePlace((place) => place.paragraph)
  const change = (next: Partial<CardFilter>) => {
    view.go({ cards: { ...cards, ...next } })
  }
  const present = COUNTRY_CODES.filter(
    (code) =>
      code === cards.country ||
      proposals.some(
        ({ proponents, backings }) =>
          backings[code] !== undefined || proponents.some((one) => one.country === code),
      ),
  )
  return (
    <div className="cards-filter" role="group" aria-label={text('proposals.filter.label')}>
      {paragraph !== null && (
        <ToggleChip
          on={!cards.everywhere}
          onChange={(on) => {
            change({ everywhere: !on })
          }}
        >
          {text('proposals.filter.paragraph', { name: names.paragraph(paragraph) })}
        </ToggleChip>
      )}
      <Choice
        small
        label={text('proposals.filter.state')}
        value={cards.state}
        options={STATES.map((key) => ({ key, label: text(STATE_WORDS[key]) }))}
        onChange={(state) => {
          change({ state })
        }}
      />
      <Choice
        small
        label={text('proposals.filter.country')}
        value={cards.country ?? 'all'}
        options={[
          { key: 'all' as const, label: text('proposals.filter.anyCountry') },
          ...present.map((key) => ({ key, label: country(key, language) })),
        ]}
        onChange={(key) => {
          change({ country: key === 'all' ? null : key })
        }}
      />
      <Choice
        small
        label={text('proposals.filter.nature')}
        value={cards.nature ?? 'all'}
        options={[
          { key: 'all' as const, label: text('proposals.filter.anyNature') },
          ...NATURES.map((key) => ({ key, label: text(NATURE_WORDS[key]) })),
        ]}
        onChange={(key) => {
          change({ nature: key === 'all' ? null : key })
        }}
      />
    </div>
  )
}
