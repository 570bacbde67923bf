/** What the member may do in a room as it stands now, by the acts that are on this device. */
import { canReadRoom, canWriteRoom, isRoomClosed } from '#shared/sync/access.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'

export interface RoomStanding {
  readable(name: string): boolean
  writable(name: string): boolean
  /** Nobody writes it any more. */
  isClosed(name: string): boolean
  isSettled(name: string): boolean
}

export function createRoomStanding(replica: ConferenceReplica, keys: () => readonly string[]): RoomStanding {
  const readable = (name: string): boolean => {
    const view = replica.view()
    if (view === null) return false
    return keys().some((key) => canReadRoom(view, key, name) || canWriteRoom(view, key, name))
  }

  const writable = (name: string): boolean => {
    const view = replica.view()
    return view !== null && keys().some((key) => canWriteRoom(view, key, name))
  }

  const isClosed = (name: string): boolean => {
    const view = replica.view()
    return view !== null && isRoomClosed(view, name)
  }

  /**
   * Whether the relay can know the room already: while the act that makes it is still on its way here, the
   * relay would turn us away, and words written meanwhile would look refused.
   */
  const isSettled = (name: string): boolean => {
    const doc = parseRoom(name)?.doc
    return !replica.acts
      .unsent()
      .some(
        ({ payload }) =>
          (payload.kind === 'document' && 'doc' in payload && payload.doc === doc) ||
          (payload.scope === `doc/${doc ?? ''}` && ['stage', 'round', 'huddle'].includes(payload.kind)),
      )
  }

  return { readable, writable, isClosed, isSettled }
}
