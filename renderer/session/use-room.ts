/** An open room for a view: opened when the view appears, closed when it goes, opened anew on a reset. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Hat } from '#shared/ipc/contract.ts'
import { openRoom, type OpenRoom } from '#renderer/editor/room.ts'
import type { RoomUser } from '#renderer/editor/room-user.ts'
import { useConference, useSession } from './context.tsx'
import { failureWords } from './intents.ts'

export function useRoom(name: string | null): OpenRoom | null {
  const { line, notices, text } = useSession()
  const { conf, hats } = useConference()
  const [room, setRoom] = useState<OpenRoom | null>(null)
  const [opening, setOpening] = useState(0)
  useEffect(() => {
    if (name === null) return
    let wanted = true
    let opened: OpenRoom | null = null
    void openRoom(name, {
      line,
      conf,
      user: userOf(hats.get()),
      onReset: () => {
        setOpening((count) => count + 1)
      },
      onFailure: (failure) => {
        if (wanted) notices.tell('problem', failureWords(failure, text()))
      },
    }).then((answer) => {
      opened = answer
      if (wanted) setRoom(answer)
      else answer?.close()
    })
    return () => {
      wanted = false
      opened?.close()
      setRoom(null)
    }
  }, [line, notices, text, conf, hats, name, opening])
  return room
}

/** Whom others see at the caret: the office first, since it is the Chair who types on the screen. */
function userOf(hats: readonly Hat[]): RoomUser {
  const members = hats.flatMap(({ member }) => (member === null ? [] : [member]))
  const delegate = members.find((member) => member.role === 'delegate')
  if (members.some(({ role }) => role === 'presidency')) return { label: 'PPT' }
  if (members.some(({ role }) => role === 'secretariat')) return { label: 'ST' }
  return delegate === undefined ? {} : { country: delegate.country }
}

/** The labels of who else is in the room; the same array while nobody comes or goes. */
export function usePresence(room: OpenRoom | null): readonly string[] {
  const joined = useSyncExternalStore(
    (listener) => room?.onPresence(listener) ?? (() => undefined),
    () => room?.present().join(' ') ?? '',
  )
  return joined === '' ? [] : joined.split(' ')
}
