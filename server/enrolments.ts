/**
 * Devices that ask to join. An invitation admits one key, once, within its time and tries, to a list
 * that the Secretariat looks at; what makes a member is the Secretariat's `accredit` act alone.
 */
import { enrolment, type Enrolment } from '#shared/sync/protocol.ts'
import { INVITATION_TRIES } from '#shared/sync/invitation.ts'
import type { Committer } from './committer.ts'
import { findInvitation, matches, splitCode } from './invitations.ts'
import { enrolmentKey, enrolments as enrolmentsOf, lastPart, range, triesKey } from './keys.ts'
import type { Log } from './log.ts'
import type { Storage } from './storage.ts'

export interface Enrolments {
  /** null: there is no such invitation (any more), or the code is not its code. */
  readonly request: (code: string, publicKey: string, label: string) => Promise<Enrolment | null>
  readonly settle: (id: string, state: 'approved' | 'refused') => boolean
  /** The key has been accredited. */
  readonly accredited: (publicKey: string) => void
  readonly list: () => Enrolment[]
}

interface Options {
  readonly data: string
  readonly conf: string
  readonly storage: Storage
  readonly committer: Committer
  readonly now: () => Date
  readonly log: Log
  /** Called once the change is durable. */
  readonly changed: (enrolment: Enrolment) => void
}

export async function openEnrolments(options: Options): Promise<Enrolments> {
  const { data, conf, storage, committer, now, log, changed } = options
  const known = new Map<string, Enrolment>()
  for (const { key, value } of await storage.range(...range(enrolmentsOf(conf)))) {
    const read = enrolment.safeParse(JSON.parse(new TextDecoder().decode(value)))
    if (read.success) known.set(lastPart(key), read.data)
    else log('unreadableEnrolment', { id: lastPart(key) })
  }

  const save = (entry: Enrolment): void => {
    known.set(entry.id, entry)
    const value = Buffer.from(JSON.stringify(entry))
    committer.add([{ type: 'put', key: enrolmentKey(conf, entry.id), value }], () => {
      log('enrolment', { conf, id: entry.id, state: entry.state })
      changed(entry)
    })
  }
  const setState = (entry: Enrolment, state: Enrolment['state']): void => {
    if (entry.state !== state) save({ ...entry, state })
  }
  const countTry = async (id: string): Promise<number> => {
    const key = triesKey(conf, id)
    const tries = 1 + Number(new TextDecoder().decode((await storage.get(key)) ?? Buffer.from('0')))
    committer.add([{ type: 'put', key, value: Buffer.from(String(tries)) }], () => undefined)
    await committer.settled()
    return tries
  }

  const request = async (code: string, publicKey: string, label: string): Promise<Enrolment | null> => {
    const parts = splitCode(code)
    const invited = parts === null ? null : await findInvitation(data, parts.id)
    if (parts === null || invited?.conf !== conf) return null
    const earlier = known.get(parts.id)
    if (earlier !== undefined) {
      return earlier.publicKey === publicKey && matches(invited, parts.secret) ? earlier : null
    }
    if (Date.parse(invited.expires) < now().getTime()) return null
    const tries = await countTry(parts.id)
    if (tries > INVITATION_TRIES || !matches(invited, parts.secret) || known.has(parts.id)) return null
    const entry: Enrolment = {
      id: parts.id,
      publicKey,
      member: invited.member,
      label: label === '' ? invited.label : label,
      requested: now().toISOString(),
      state: 'pending',
    }
    save(entry)
    await committer.settled()
    return entry
  }

  return {
    request: serially(request),
    settle: (id, state) => {
      const entry = known.get(id)
      if (entry === undefined) return false
      setState(entry, state)
      return true
    },
    accredited: (publicKey) => {
      for (const entry of known.values()) if (entry.publicKey === publicKey) setState(entry, 'approved')
    },
    list: () => [...known.values()],
  }
}

/** One after the other: of two devices that present the same code together, one is first. */
function serially<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (...args) => {
    const result = last.then(() => work(...args))
    last = result.catch(() => undefined)
    return result
  }
}
