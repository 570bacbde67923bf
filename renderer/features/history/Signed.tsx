import type { ReactNode } from 'react'
import type { LogEntry } from '#shared/acts/state.ts'
import { useConference, useConferenceState } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { NO_EFFECT_WORDS } from '#renderer/i18n/words.ts'
import { Tag } from '#renderer/ui/Tag.tsx'

/** Who did it and when, whether it had effect, and the reason they gave. */
export function Signed({ entry, children }: { readonly entry: LogEntry; readonly children?: ReactNode }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const conference = useConference()
  const { members } = useConferenceState()
  const reason = conference.reasonOf(entry.act)
  return (
    <>
      <p className="past-head">
        <span>
          {text('consensus.stamp.by', {
            name: keyName(members.get(entry.by), language, text),
            when: formats.when(entry.received ?? entry.claimed),
          })}
        </span>
        {children}
        {entry.noEffect !== null && <Tag tone="object">{text(NO_EFFECT_WORDS[entry.noEffect])}</Tag>}
      </p>
      {reason !== null && <p className="past-reason">{text('reading.history.reason', { reason })}</p>}
    </>
  )
}
