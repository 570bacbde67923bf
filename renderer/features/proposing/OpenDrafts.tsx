import { PenLine } from 'lucide-react'
import type { CountryCode } from '#shared/domain/country.ts'
import { useSession } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { useDraftsAt } from './drafts-at.ts'
import { OPERATION_WORDS } from './words.ts'

/** What the delegation is drafting at a paragraph and has not tabled. */
export function OpenDrafts({ id, country }: { readonly id: string; readonly country: CountryCode }) {
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  return useDraftsAt(id, country).map(({ draft, operation }) => (
    <div key={draft} className="pen-note">
      <PenLine size={15} aria-hidden />
      {text('proposing.draft.waiting', {
        country: nameOf(country, language),
        what: text(OPERATION_WORDS[operation]),
      })}
      <Button
        size="small"
        onPress={() => {
          view.go({ paragraph: id, writing: 'propose', pen: { paragraph: id, draft, at: null } })
        }}
      >
        {text('proposing.draft.open')}
      </Button>
    </div>
  ))
}
