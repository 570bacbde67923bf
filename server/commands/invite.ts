/** Makes an invitation; works whether or not the relay is running. */
import { member as memberSchema } from '#shared/acts/kinds/fields.ts'
import type { Member } from '#shared/domain/role.ts'
import { writeInvitation } from '#shared/sync/invitation.ts'
import { makeInvitation } from '#server/invitations.ts'
import { readRelayCard } from '#server/relay-card.ts'
import { CommandError } from './options.ts'

export interface InviteValues {
  readonly role?: string
  readonly country?: string
  readonly capacity?: string
  readonly organisation?: string
  readonly documents?: string
  readonly until?: string
  readonly label?: string
  readonly conference?: string
  readonly address?: string
}

export async function runInvite(data: string, values: InviteValues): Promise<string> {
  const card = await readRelayCard(data)
  if (card === null) throw new CommandError(`there is no relay in ${data}: start it, or found a conference`)
  const conferences = card.conferences.filter(({ conf }) => conf === (values.conference ?? conf))
  const [conference, ...others] = conferences
  if (conference === undefined)
    throw new CommandError('the relay holds no such conference: found one with create')
  if (others.length > 0) {
    throw new CommandError(`which --conference? ${conferences.map(({ conf }) => conf).join(', ')}`)
  }
  const { conf, title } = conference
  const member = memberFrom(values)
  const label = values.label ?? ''
  const { code, expires } = await makeInvitation(data, { conf, member, label, now: new Date() })
  const relay = values.address ?? card.address
  if (relay === null) throw new CommandError('give the --address at which members reach the relay')
  return writeInvitation({
    ...{ v: 1, conf, title, relay, relayKey: card.publicKey, code, member, label, expires },
    pin: card.pin,
  })
}

function memberFrom({ role, country, capacity, organisation, documents, until }: InviteValues): Member {
  const fields = {
    ...{ role, country, capacity, organisation, until },
    documents: documents?.split(',').filter((id) => id !== ''),
  }
  // only what was given: the schema of each role knows what it needs and takes nothing else
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const read = memberSchema.safeParse(given)
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`)
  throw new CommandError(`not a member: ${wrong.join('; ')}`)
}
