import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { useDelegation } from '#renderer/session/delegation.tsx'

/** What a click into the words is for. Whoever only reads here is not asked. */
export function WritingSwitch() {
  const text = useText()
  const { view } = useSession()
  const writing = usePlace((place) => place.writing)
  if (useDelegation() === null) return null
  return (
    <Segmented
      label={text('proposing.mode.label')}
      value={writing}
      segments={[
        { key: 'propose', label: text('term.propose') },
        { key: 'read', label: text('proposing.mode.read') },
      ]}
      onChange={(mode) => {
        view.go({ writing: mode })
      }}
    />
  )
}
