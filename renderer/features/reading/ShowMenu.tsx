import { ChevronDown } from 'lucide-react'
import { useDocument, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import { countriesWaiting, type Show } from '#renderer/session/reading.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'

const SHOW_WORDS = {
  current: 'reading.show.current',
  compilation: 'reading.show.compilation',
  accepted: 'reading.show.accepted',
  sinceVisit: 'reading.show.sinceVisit',
} as const
const SHOW_HINTS = {
  current: 'reading.show.current.hint',
  compilation: 'reading.show.compilation.hint',
  accepted: 'reading.show.accepted.hint',
  sinceVisit: 'reading.show.sinceVisit.hint',
} as const
const WHOLE = ['current', 'compilation', 'accepted', 'sinceVisit'] as const

const keyOf = (show: Show): string => (show.kind === 'country' ? show.country : show.kind)

/** "Mostrar": what of the negotiation stands in the text (interface specification, section 1). */
export function ShowMenu() {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const show = usePlace((place) => place.show)
  const proposals = useSelected(useDocument().facts, (facts) => facts.proposals)
  const own = usePowers().country
  const waiting = countriesWaiting(proposals)
  const countries = own === null || waiting.includes(own) ? waiting : [...waiting, own].sort()
  const shows: readonly (readonly [Show, string, string | null])[] = [
    ...WHOLE.map((kind) => [{ kind }, text(SHOW_WORDS[kind]), text(SHOW_HINTS[kind])] as const),
    ...countries.map((code): readonly [Show, string, null] => [
      { kind: 'country', country: code },
      code === own
        ? text('reading.show.own', { country: country(code, language) })
        : text('reading.show.country', { country: country(code, language) }),
      null,
    ]),
  ]
  const entries = shows.map(([one, label, hint]): MenuEntry<string> => ({
    key: keyOf(one),
    label,
    ...(hint === null ? {} : { hint }),
  }))
  const chosen = entries.find(({ key }) => key === keyOf(show))?.label ?? ''
  return (
    <MenuButton
      label={text('reading.show.label')}
      trigger={
        <Button size="small" icon={<ChevronDown size={15} aria-hidden />}>
          {text('reading.show.button', { show: chosen })}
        </Button>
      }
      selected={keyOf(show)}
      entries={entries}
      onChoose={(key) => {
        const next = shows.find(([one]) => keyOf(one) === key)
        if (next !== undefined) view.go({ show: next[0] })
      }}
    />
  )
}
