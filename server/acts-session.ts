/**
 * A device on its conference's `acts` socket: takes acts and blobs, gives those it may read, in the order of
 * their receipts. A cursor says how far it has been given them, so a slow reader costs nothing.
 */
import { CLOSE, type Enrolment, type FromClient } from '#shared/sync/protocol.ts'
import { decodeBlob, encodeBlob } from '#shared/sync/wire.ts'
import type { HeldAct } from './act-log.ts'
import type { ClientSocket } from './client-socket.ts'
import type { Conference, PutOutcome } from './conference.ts'
import { nodeCrypto } from './crypto.ts'
import type { Session } from './session.ts'

const BATCH = 200
const BATCH_CHARS = 1 << 20

interface Options {
  readonly socket: ClientSocket
  readonly conference: Conference
  readonly keys: readonly string[]
  readonly backlogBytes: number
  readonly maxBlobBytes: number
  readonly ended: () => void
}

export interface ActsSession extends Session {
  readonly enrolment: (changed: Enrolment) => void
}

type Have = Extract<FromClient, { t: 'have' }>['scopes']

export function openActsSession(options: Options): ActsSession {
  const { socket, conference, keys, backlogBytes, maxBlobBytes, ended } = options
  const { acts, blobs, enrolments, quota, now, log } = conference.parts
  let over = false
  /** Number of the next act to look at; null until the device has said what it has. */
  let cursor: number | null = null
  let draining = false
  /** Scopes as of the last look: one that is new is given whole. */
  let readable = new Set<string>()
  let announced: { hash: string; scope: string } | null = null

  const end = (): void => {
    if (over) return
    over = true
    ended()
  }
  const sendActs = (list: readonly HeldAct[], always: boolean): void => {
    const batches = inBatches(list)
    if (batches.length === 0 && always) batches.push([])
    batches.forEach((batch, i) => {
      const pairs = batch.map(({ act, receipt }) => ({ e: act.envelope, r: receipt }))
      socket.send({ t: 'acts', acts: pairs, done: i === batches.length - 1 })
    })
  }
  const scopesNow = (): Set<string> =>
    new Set(acts.scopes().filter((scope) => conference.mayRead(keys, scope)))

  const have = (held: Have): void => {
    readable = scopesNow()
    const upTo = acts.durable
    const wanted = acts.between(0, upTo).filter(({ act: { payload } }) => {
      return readable.has(payload.scope) && payload.seq >= (held[payload.scope]?.[payload.by] ?? 0)
    })
    cursor = upTo
    const lacking = acts.lacks(held, (scope) => readable.has(scope) || conference.mayRead(keys, scope))
    if (Object.keys(lacking).length > 0) {
      log('behind', { conf: conference.id, key: keys[0], scopes: Object.keys(lacking).length })
      socket.send({ t: 'lacks', scopes: lacking })
    }
    // Asked again and again it would cost the relay far more than the question costs the device.
    socket.chargeBytes(wanted.reduce((sum, { act }) => sum + act.envelope.p.length, 0))
    sendActs(wanted, true)
  }

  const push = (): void => {
    if (over || cursor === null || draining) return
    if (socket.backlog() > backlogBytes) {
      draining = true
      socket.onceDrained(() => {
        draining = false
        push()
      })
      return
    }
    const before = readable
    readable = scopesNow()
    const from = cursor
    cursor = acts.durable
    const opened = [...readable].some((scope) => !before.has(scope))
    const news = acts.between(opened ? 0 : from, cursor).filter(({ act: { payload }, at }) => {
      return readable.has(payload.scope) && (at >= from || !before.has(payload.scope))
    })
    sendActs(news, false)
  }

  const answerPut = (outcome: PutOutcome): void => {
    if (!outcome.ok) {
      log('refused', { conf: conference.id, key: keys[0], code: outcome.code, detail: outcome.detail })
      socket.refuse(outcome.code, outcome.detail, outcome.id)
      return
    }
    // the receipt reaches the sender in any case: here where it would not come with the acts pushed to readers
    const { act, at } = outcome.held
    const comes = cursor !== null && at >= cursor && conference.mayRead(keys, act.payload.scope)
    if (!comes) sendActs([outcome.held], false)
  }

  const wantBlob = async (hash: string): Promise<void> => {
    const may = blobs.scopesOf(hash).some((scope) => conference.mayRead(keys, scope))
    const content = may ? await blobs.read(hash) : undefined
    if (content === undefined) {
      socket.send({ t: 'noBlob', hash })
      return
    }
    socket.chargeBytes(content.length)
    socket.sendFrames([encodeBlob(Buffer.from(hash, 'hex'), content)])
  }

  const takeBlob = (bytes: Uint8Array): void => {
    const blob = decodeBlob(bytes)
    const expected = announced
    announced = null
    if (blob === null || expected === null) {
      socket.refuse('badBlob', 'not announced')
      return
    }
    const { hash, scope } = expected
    if (Buffer.from(blob.hash).toString('hex') !== hash || nodeCrypto.sha256(blob.content) !== hash) {
      socket.refuse('badBlob', 'content and hash differ', hash)
    } else if (blob.content.length > maxBlobBytes) {
      socket.refuse('tooLarge', 'blob', hash)
    } else if (!conference.mayWrite(keys, scope)) {
      socket.refuse('notAuthorised', scope, hash)
    } else if (!blobs.isIn(hash, scope) && !quota(keys[0] ?? '', blob.content.length)) {
      socket.refuse('tooFast', 'quota', hash)
    } else {
      blobs.put(hash, scope, Buffer.from(blob.content), () => {
        socket.send({ t: 'stored', hash })
      })
    }
  }

  const settle = (id: string, state: 'approved' | 'refused'): void => {
    if (!conference.isSecretariat(keys)) socket.refuse('notAuthorised', 'settle')
    else if (!enrolments.settle(id, state)) socket.refuse('badInvitation', 'no such enrolment')
  }

  const text = (message: FromClient): void | Promise<void> => {
    if (over) return
    switch (message.t) {
      case 'have':
        have(message.scopes)
        return
      case 'put':
        return conference.put(message.acts, answerPut)
      case 'return':
        return conference.putBack(message.acts, answerPut)
      case 'putBlob':
        announced = message
        return
      case 'wantBlob':
        return wantBlob(message.hash)
      case 'settle':
        settle(message.id, message.state)
        return
      case 'answer':
      case 'enrol':
        socket.refuse('badFrame', 'already answered')
        socket.close(CLOSE.badFrame, 'badFrame')
    }
  }

  socket.send({ t: 'welcome', keys: [...keys], write: true, now: now().toISOString(), state: '' })
  if (conference.isSecretariat(keys)) socket.send({ t: 'enrolments', list: enrolments.list() })

  return {
    text,
    binary: takeBlob,
    acts: push,
    review: () => {
      if (over || conference.stands(keys)) return
      socket.refuse('closedKey', 'rights have changed')
      socket.close(CLOSE.notAuthorised, 'closedKey')
      end()
    },
    enrolment: (changed) => {
      if (!over && conference.isSecretariat(keys)) socket.send({ t: 'enrolled', enrolment: changed })
    },
    ended: end,
  }
}

/** At most so many acts and about so many characters a message. */
function inBatches(list: readonly HeldAct[]): HeldAct[][] {
  const batches: HeldAct[][] = []
  let chars = Infinity
  for (const held of list) {
    const last = batches.at(-1)
    const size = held.act.envelope.p.length
    if (last === undefined || last.length >= BATCH || chars + size > BATCH_CHARS) {
      batches.push([held])
      chars = size
    } else {
      last.push(held)
      chars += size
    }
  }
  return batches
}
