import { Filter } from 'lucide-react'
import type { ParagraphStatus } from '#shared/acts/state.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { NATURES, type Nature } from '#shared/domain/proposal.ts'
import { useDocument, usePlace, useSession, useStore } from '#renderer/session/context.tsx'
import { countConsent, isFiltering, NO_FILTER, type TextFilter } from '#renderer/session/text-filter.ts'
import { useShownOrder } from '#renderer/session/use-text-filter.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { STATUS_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Panel } from '#renderer/ui/Panel.tsx'

const STATUSES = [
  'open',
  'blocked',
  'disputed',
  'agreed',
  'agreedWithReservation',
  'suppressed',
] as const satisfies readonly ParagraphStatus[]
const NATURE_WORDS = {
  substantive: 'reading.nature.substantive',
  editorial: 'reading.nature.editorial',
  translation: 'reading.nature.translation',
  technical: 'reading.nature.technical',
} as const satisfies Record<Nature, string>

/** Only what matters now: by state, country and nature, in the text and in the outline. */
export function FilterButton() {
  const text = useText()
  const { view } = useSession()
  const filter = usePlace((place) => place.filter)
  return (
    <>
      <Panel
        label={text('reading.filter.label')}
        className="filter-button"
        trigger={
          <>
            <Filter size={15} aria-hidden />
            {text('reading.filter.button')}
          </>
        }
      >
        <Choices />
      </Panel>
      {isFiltering(filter) && (
        <>
          <Found />
          <Button
            size="small"
            look="ghost"
            onPress={() => {
              view.go({ filter: NO_FILTER })
            }}
          >
            {text('reading.filter.clear')}
          </Button>
        </>
      )}
    </>
  )
}

const ALL = 'all'

function Choices() {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const filter = usePlace((place) => place.filter)
  const set = (change: Partial<TextFilter>) => {
    view.go({ filter: { ...filter, ...change } })
  }
  return (
    <div className="filter-choices">
      <Choice
        label={text('reading.filter.status')}
        value={filter.status ?? ALL}
        options={[
          { key: ALL, label: text('reading.filter.all') },
          ...STATUSES.map((key) => ({ key, label: text(STATUS_WORDS[key]) })),
        ]}
        onChange={(key) => {
          set({ status: key === ALL ? null : key })
        }}
      />
      <Choice
        label={text('reading.filter.country')}
        value={filter.country ?? ALL}
        options={[
          { key: ALL, label: text('reading.filter.all') },
          ...COUNTRY_CODES.map((key) => ({ key, label: country(key, language) })),
        ]}
        onChange={(key) => {
          set({ country: key === ALL ? null : key })
        }}
      />
      <Choice
        label={text('reading.filter.nature')}
        value={filter.nature ?? ALL}
        options={[
          { key: ALL, label: text('reading.filter.all') },
          ...NATURES.map((key) => ({ key, label: text(NATURE_WORDS[key]) })),
        ]}
        onChange={(key) => {
          set({ nature: key === ALL ? null : key })
        }}
      />
    </div>
  )
}

function Found() {
  const text = useText()
  const all = useStore(useDocument().paragraphs)
  const shown = useShownOrder()
  return (
    <p className="filter-found" role="status">
      {text('reading.filter.found', { count: countConsent(all, shown) })}
    </p>
  )
}
