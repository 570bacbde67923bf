/** From an invitation to a member: the key is made here, the Secretariat approves it in its own window. */
import { readInvitation, type Invitation } from '#shared/sync/invitation.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { fromBase64url } from '#shared/acts/bytes.ts'
import { keyIdOf } from '#shared/acts/envelope.ts'
import { member } from '#shared/acts/kinds/fields.ts'
import { failed, notHere, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { newPeer } from '#main/conference/peer.ts'
import { newSeed, nodeCrypto, signerFromSeed } from '#main/identity/node-crypto.ts'
import { openRoot, type RootKey } from '#main/identity/root-key.ts'
import type { Conference } from '#main/conference/conference.ts'
import { untilReceived } from '#main/intents/standing.ts'
import { checkAddress } from '#main/link/address.ts'
import { EnrolLink, type EnrolAnswer } from '#main/link/enrol-link.ts'
import type { BackOff } from '#main/link/back-off.ts'
import type { Profile } from './profile.ts'

/** As it is read aloud: groups of four. */
const fingerprintOf = (key: string): string => (key.match(/.{4}/g) ?? []).join(' ')

function read(text: string): Outcome<Invitation & { host: string }> {
  const invitation = readInvitation(text)
  if (invitation === null) return failed('invalidInput', 'failure.badInvitation')
  const checked = checkAddress(invitation.relay)
  if (checked.ok) return succeeded({ ...invitation, host: checked.url.host })
  return checked.why === 'insecure'
    ? failed('refused', 'failure.insecureAddress', { host: new URL(invitation.relay).host })
    : failed('invalidInput', 'failure.badInvitation')
}

export function describeInvitation({
  invitation,
}: Input<'invitation.read'>): Outcome<Output<'invitation.read'>> {
  const opened = read(invitation)
  if (!opened.ok) return opened
  const { conf, title, relay, host } = opened.value
  return succeeded({ conf, title, relay, host, member: opened.value.member })
}

export interface Joining {
  readonly profile: Profile
  readonly random: () => number
  readonly backOff?: () => BackOff
}

/** Answers once the relay has taken the request; nothing is kept of an invitation it does not know. */
export async function join(
  { profile, random, backOff }: Joining,
  { invitation, label }: Input<'invitation.join'>,
): Promise<Outcome<Output<'invitation.join'>>> {
  if (profile.vault.state().kind !== 'open') return failed('forbidden', 'failure.locked')
  const opened = read(invitation)
  if (!opened.ok) return opened
  const { conf, title, relay, relayKey, pin, code, host } = opened.value
  const seed = newSeed()
  const signer = signerFromSeed(seed)
  const answer = await new Promise<EnrolAnswer>((resolve) => {
    const link = new EnrolLink({
      ...{ conf, relay, relayKey, pin, code, label, signer, random },
      ...(backOff === undefined ? {} : { backOff: backOff() }),
      answered: (told) => {
        link.close()
        resolve(told)
      },
    })
    link.open()
  })
  if (answer.kind === 'unreachable') return failed('offline', 'failure.unreachable', { host })
  if (answer.kind === 'turnedAway') return failed('refused', `refusal.${answer.code}`)
  if (answer.kind === 'refused') return failed('refused', 'refusal.badInvitation')
  const enrolment = { code, key: signer.id, label, member: opened.value.member }
  const peer = newPeer({ conf, title, relay, relayKey, pin })
  const conference = await profile.add(peer, false)
  if (conference === null) return notSaved
  if ((await conference.hats.adopt(seed, label)) === null) return notSaved
  if (!(await conference.peer.write({ ...peer, enrolment }))) return notSaved
  profile.awaitApproval(conf)
  return succeeded({ conf, fingerprint: fingerprintOf(signer.id) })
}

export function listEnrolments(conference: Conference): Outcome<Output<'enrolments.list'>> {
  return succeeded(
    conference.enrolments().flatMap(({ id, publicKey, member: claimed, label, requested, state }) => {
      const raw = fromBase64url(publicKey)
      const parsed = member.safeParse(claimed)
      if (raw === null || !parsed.success) return []
      const fingerprint = fingerprintOf(keyIdOf(raw, nodeCrypto))
      return [{ id, member: parsed.data, label, fingerprint, requested, state }]
    }),
  )
}

/** Approval is an act of the root key: everybody sees who let whom in. */
export async function settleEnrolment(
  conference: Conference,
  { id, approve, passphrase }: Input<'enrolments.settle'>,
  root: RootKey,
): Promise<Outcome<null>> {
  const enrolment = conference.enrolments().find((candidate) => candidate.id === id)
  if (enrolment === undefined) return notHere
  if (!approve) {
    return conference.link.settle(id, 'refused') ? succeeded(null) : failed('offline', 'failure.offline')
  }
  const parsed = member.safeParse(enrolment.member)
  if (!parsed.success) return failed('invalidInput', 'failure.invalidInput')
  const opened = await openRoot(root, conference.conf, passphrase)
  if (!opened.ok) return opened
  const { publicKey, label } = enrolment
  const body = { publicKey, member: parsed.data, label }
  const signed = await conference.signing.signWith(opened.value, 'conf', 'accredit', body)
  const received = await untilReceived(conference, signed)
  return received.ok ? succeeded(null) : received
}
