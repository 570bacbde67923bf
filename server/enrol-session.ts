/** A device that is not accredited yet: waits here for the Secretariat's answer, and may come back for it. */
import { CLOSE, type Enrolment } from '#shared/sync/protocol.ts'
import type { ClientSocket } from './client-socket.ts'
import type { Session } from './session.ts'

export interface EnrolSession extends Session {
  readonly enrolment: (changed: Enrolment) => void
}

export function openEnrolSession(
  socket: ClientSocket,
  enrolment: Enrolment,
  ended: () => void,
): EnrolSession {
  const nothingMore = (): void => {
    socket.refuse('notAccredited', 'wait for the Secretariat')
    socket.close(CLOSE.notAuthorised, 'notAccredited')
  }
  socket.send({ t: 'enrolled', enrolment })
  return {
    text: nothingMore,
    binary: nothingMore,
    review: () => undefined,
    acts: () => undefined,
    enrolment: (changed) => {
      if (changed.id === enrolment.id) socket.send({ t: 'enrolled', enrolment: changed })
    },
    ended,
  }
}
