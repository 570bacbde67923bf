/**
 * One connection from its challenge to its end. Until the challenge has been answered nothing else is
 * listened to; afterwards a session of the room's sort takes over.
 */
import { fromClient, CLOSE, type CloseCode, type FromClient, type Refusal } from '#shared/sync/protocol.ts'
import type { ClientSocket, Incoming } from './client-socket.ts'
import { challengeMessage, newChallenge, type Challenge } from './handshake.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'

export type Opening =
  | { readonly ok: true; readonly session: Session }
  | {
      readonly ok: false
      readonly code: Refusal
      readonly detail: string
      readonly close: CloseCode
      readonly failure: boolean
    }

interface Options {
  readonly socket: ClientSocket
  readonly about: Omit<Challenge, 'nonce'>
  readonly answerMs: number
  readonly log: Log
  /** Judges the first message; the session it gives is what the client may do from then on. */
  readonly open: (challenge: Challenge, first: FromClient) => Promise<Opening>
  /** An answer that was wrong, late or something else altogether. */
  readonly failure: () => void
  readonly ended: () => void
}

export function openConnection({ socket, about, answerMs, log, open, failure, ended }: Options): void {
  const challenge = newChallenge(about)
  let session: Session | null = null
  const late = setTimeout(() => {
    turnAway('badAnswer', 'late', CLOSE.notAnswered)
    failure()
  }, answerMs)

  const turnAway = (code: Refusal, detail: string, close: CloseCode): void => {
    clearTimeout(late)
    log('refused', { conf: about.conf, room: about.room, code, detail })
    socket.refuse(code, detail)
    socket.close(close, code)
  }

  const answer = async (message: FromClient | null): Promise<void> => {
    clearTimeout(late)
    if (message === null || (message.t !== 'answer' && message.t !== 'enrol')) {
      turnAway('notChallenged', 'answer first', CLOSE.notAnswered)
      failure()
      return
    }
    const opening = await open(challenge, message)
    if (!opening.ok) {
      turnAway(opening.code, opening.detail, opening.close)
      if (opening.failure) failure()
    } else if (socket.open) session = opening.session
    else opening.session.ended()
  }

  socket.listen({
    message: (incoming) => {
      if (session === null) return answer(incoming.kind === 'text' ? parse(incoming.text) : null)
      return passOn(session, incoming, () => {
        turnAway('badFrame', 'not a message', CLOSE.badFrame)
      })
    },
    closed: () => {
      clearTimeout(late)
      session?.ended()
      session = null
      ended()
    },
    failed: (error) => {
      log('failed', { conf: about.conf, room: about.room, reason: describe(error) })
      turnAway('storage', 'relay failure', CLOSE.storage)
    },
  })
  socket.send(challengeMessage(challenge))
}

function passOn(session: Session, incoming: Incoming, bad: () => void): void | Promise<void> {
  if (incoming.kind === 'binary') return session.binary(incoming.bytes)
  const message = parse(incoming.text)
  if (message !== null) return session.text(message)
  bad()
}

function parse(text: string): FromClient | null {
  try {
    return fromClient.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null // not JSON
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
