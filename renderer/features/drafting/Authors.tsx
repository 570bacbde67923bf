import { useEffect, useState } from 'react'
import type { Member } from '#shared/domain/role.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useConference, usePlace, useSession, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'

/** Who wrote which words, by country, shown on demand; told by the relay for display, not as evidence. */
export function Authors({ editor, room }: { readonly editor: ClauseEditor; readonly room: OpenRoom }) {
  const text = useText()
  const { view, line } = useSession()
  const { conf, state } = useConference()
  const shown = usePlace((place) => place.authorship)
  const { members } = useStore(state)
  const [countries, setCountries] = useState<readonly string[]>([])
  useEffect(() => {
    if (!shown) return
    let wanted = true
    void line.call('room.authors', { conf, room: room.name }).then((reply) => {
      if (!wanted || !reply.ok) return
      const labels = new Map(
        reply.value.map(({ client, key }) => [client, labelOf(members.get(key)?.member)]),
      )
      setCountries([...new Set(labels.values())].filter((label) => label !== null).sort())
      editor.showAuthors((client) => labels.get(client) ?? null)
    })
    return () => {
      wanted = false
      editor.showAuthors(null)
    }
  }, [shown, line, conf, room, members, editor])
  return (
    <>
      {shown && countries.length > 0 && (
        <ul className="authors" aria-label={text('window.authors.legend')}>
          {countries.map((label) => (
            <li key={label} className="authored" data-country={label}>
              {label}
            </li>
          ))}
        </ul>
      )}
      <ToggleChip
        on={shown}
        onChange={(on) => {
          view.go({ authorship: on })
        }}
      >
        {text('window.authors.show')}
      </ToggleChip>
    </>
  )
}

function labelOf(member: Member | undefined): string | null {
  if (member === undefined) return null
  if (member.role === 'delegate') return member.country
  if (member.role === 'presidency') return 'PPT'
  return member.role === 'secretariat' ? 'ST' : null
}
