import type { Audience } from '#shared/acts/negotiation-state.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { AUDIENCE_ICONS, audienceWords } from './audience.ts'

export function AudienceTag({ audience }: { readonly audience: Audience }) {
  const text = useText()
  const language = useLanguage()
  const Icon = AUDIENCE_ICONS[audience.kind]
  return (
    <span className={`audience audience-${audience.kind}`}>
      <Icon size={14} aria-hidden />
      <span className="unseen">{text('comments.readBy')} </span>
      {audienceWords(audience, language, text)}
    </span>
  )
}
