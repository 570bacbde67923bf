/**
 * Lets a device in with the root key itself, over the relay's ordinary connection: the way for the first
 * device of the Secretariat, which no other can approve. What is read meanwhile lies sealed in a folder that
 * is thrown away afterwards.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Output } from '#shared/ipc/contract.ts'
import { openAct } from '#shared/acts/envelope.ts'
import { Conference, type Surroundings } from '#main/conference/conference.ts'
import { newPeer } from '#main/conference/peer.ts'
import { readLockedKeys } from '#main/identity/locked-keys.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { openRoot, type RootKey } from '#main/identity/root-key.ts'
import { checkAddress } from '#main/link/address.ts'
import { failed, succeeded, type Outcome } from '#main/outcome.ts'
import { listEnrolments, settleEnrolment } from '#main/profile/joining.ts'
import type { Disk } from '#main/store/disk.ts'
import { filesIn } from './found.ts'

export type Request = Output<'enrolments.list'>[number]

export interface ApproveOptions {
  readonly surroundings: Omit<Surroundings, 'emit'>
  /** Of the founding. */
  readonly folder: string
  readonly relay: string
  /** Of the relay's certificate, as the relay prints it; null where an authority vouches for it. */
  readonly pin: string | null
  readonly passphrase: string
  /** As the device shows it and its holder reads it aloud; null only asks who waits. */
  readonly fingerprint: string | null
}

/** Answers with who waits, or with the one request that was approved. */
export async function approve(options: ApproveOptions): Promise<Outcome<readonly Request[]>> {
  const { surroundings, folder, relay, pin, passphrase } = options
  const { disk } = surroundings
  const files = filesIn(folder)
  const named = await readFounding(disk, files.acts)
  if (named === null) return failed('invalidInput', 'cli.approve.noFounding', { file: files.acts })
  const checked = checkAddress(relay)
  if (!checked.ok) {
    return checked.why === 'insecure'
      ? failed('refused', 'failure.insecureAddress', { host: new URL(relay).host })
      : failed('invalidInput', 'cli.approve.address', { address: relay })
  }
  const root: RootKey = { disk, file: files.root, passphrase }
  const opened = await openRoot(root, named.conf)
  if (!opened.ok) return opened
  const keys = await readLockedKeys(disk, files.root, passphrase)
  const seed = keys.kind === 'keys' ? keys.keys[0]?.seed : undefined
  if (seed === undefined) return failed('refused', 'failure.rootDamaged')
  const desk = await mkdtemp(path.join(tmpdir(), 'consenso-root-'))
  const conference = await Conference.open({
    ...surroundings,
    emit: () => undefined,
    folder: desk,
    masterKey: randomBytes(32),
    peer: newPeer({ ...named, relay, pin }),
  })
  try {
    await conference.hats.adopt(seed, 'root')
    conference.connect()
    if (!(await conference.link.caughtUp())) {
      const state = conference.link.state()
      return state.kind === 'refused'
        ? failed('refused', `refusal.${state.code}`)
        : failed('offline', 'failure.unreachable', { host: checked.url.host })
    }
    return await settle(conference, root, options.fingerprint)
  } finally {
    await conference.close()
    await rm(desk, { recursive: true, force: true })
  }
}

async function settle(
  conference: Conference,
  root: RootKey,
  fingerprint: string | null,
): Promise<Outcome<readonly Request[]>> {
  const listed = listEnrolments(conference)
  if (!listed.ok) return listed
  const pending = listed.value.filter(({ state }) => state === 'pending')
  if (fingerprint === null) return succeeded(pending)
  const request = pending.find((candidate) => bare(candidate.fingerprint) === bare(fingerprint))
  if (request === undefined) return failed('notFound', 'cli.approve.noRequest', { fingerprint })
  const { conf } = conference
  const settled = await settleEnrolment(conference, { conf, id: request.id, approve: true }, root)
  return settled.ok ? succeeded([request]) : settled
}

/** As it was read aloud or pasted: only the digits count. */
const bare = (fingerprint: string): string => fingerprint.replaceAll(/\s/g, '').toLowerCase()

/** What the founding's first act says of the conference and its relay; null when the file does not hold it. */
async function readFounding(
  disk: Disk,
  file: string,
): Promise<{ conf: string; title: string; relayKey: string } | null> {
  const bytes = await disk.read(file)
  const [first = ''] = bytes === null ? [] : Buffer.from(bytes).toString('utf8').split('\n')
  let parsed: unknown
  try {
    parsed = JSON.parse(first)
  } catch {
    return null
  }
  const opened = openAct(parsed, () => undefined, nodeCrypto)
  if (!opened.ok || !opened.act.known || opened.act.payload.kind !== 'conference') return null
  const { conf, title, relayKey } = opened.act.payload
  return { conf, title: title.es, relayKey }
}
