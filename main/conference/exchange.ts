/**
 * Writing and taking exchange files (rule 36). A file is judged whole, on a copy of the set, before anything
 * of it is taken: what is forged, of another conference or damaged changes nothing. Taking it twice changes
 * nothing. Acts the relay has not answered for go on to it from here, whoever signed them.
 *
 * Words of rooms are not in the file: the relay lets a clientID belong to whoever brings it first, so words
 * brought by another than their author would lock their author out.
 */
import { admit } from '#shared/acts/admission.ts'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { deriveDocument } from '#shared/acts/derive-document.ts'
import { openAct, openStatement } from '#shared/acts/envelope.ts'
import { parseScope } from '#shared/acts/scope.ts'
import { ActSet } from '#shared/acts/set.ts'
import { canReadScope, type AccessView } from '#shared/sync/access.ts'
import {
  EXCHANGE_TYPE,
  manifest,
  readExchange,
  writeExchange,
  type ExchangeActs,
  type ExchangeAudience,
  type ExchangeError,
  type ExchangeFile,
} from '#shared/sync/exchange.ts'
import { verifyReceipt } from '#shared/sync/receipts.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { failed, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import type { Conference } from './conference.ts'

export interface ExchangeRequest {
  readonly hat: string
  readonly doc: string | null
  readonly audience: ExchangeAudience
  readonly at: string
}

export interface Counts {
  readonly acts: number
  readonly blobs: number
}

export function exportExchange(
  conference: Conference,
  { hat, doc, audience, at }: ExchangeRequest,
): Outcome<{ readonly content: Uint8Array; readonly counts: Counts }> {
  const { replica, hats, conf } = conference
  const own = hats.find(hat)
  const view = replica.view()
  const member = view?.conference.members.get(hat)
  if (own === undefined || view === null || member === undefined || member.closed !== null)
    return failed('forbidden', 'failure.notAuthorised')
  if (audience === 'delegation' && member.member.role !== 'delegate')
    return failed('forbidden', 'failure.notAuthorised')
  const readers = readersOf(view, hat, audience)
  const mayHold = memo((scope: string): boolean => {
    const parsed = parseScope(scope)
    const isAsked = doc === null || parsed?.kind === 'conference' || (parsed !== null && parsed.doc === doc)
    return isAsked && readers.every((key) => canReadScope(view, key, scope))
  })
  const placed = replica.acts.set.placed.filter(({ act }) => mayHold(act.payload.scope))
  const acts: ExchangeActs = placed.map(({ act }) => ({
    e: { ...act.envelope },
    r: replica.acts.receiptOf(act.id),
  }))
  const named = placed.flatMap(({ act }) =>
    act.known && (act.payload.kind === 'round' || act.payload.kind === 'publish') ? [act.payload.blob] : [],
  )
  const blobs = [...new Set(named)].flatMap((hash) => replica.blob(hash) ?? [])
  const content = writeExchange(
    { acts, blobs },
    { conf, key: hat, audience, at },
    own.signer.sign,
    nodeCrypto,
  )
  return succeeded({ content, counts: { acts: acts.length, blobs: blobs.length } })
}

/** Whoever the file is for: what one of them may not read is not in it. The sender is always among them. */
function readersOf(view: AccessView, hat: string, audience: ExchangeAudience): string[] {
  const { members } = view.conference
  const sender = members.get(hat)?.member
  const country = sender?.role === 'delegate' ? sender.country : null
  const delegates = [...members.values()].filter(
    ({ member, closed }) =>
      closed === null &&
      member.role === 'delegate' &&
      (audience === 'everybody' || member.country === country),
  )
  return [hat, ...delegates.map(({ key }) => key)]
}

function memo(ask: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>()
  return (name) => {
    const answer = answers.get(name) ?? ask(name)
    answers.set(name, answer)
    return answer
  }
}

const refuse = (code: ExchangeError) => failed('refused', `exchange.refused.${code}`)

export async function importExchange(conference: Conference, content: Uint8Array): Promise<Outcome<Counts>> {
  const { replica, conf } = conference
  const read = readExchange(content, nodeCrypto)
  if (!read.ok) return refuse(read.code)
  if (read.file.claims.conf !== conf) return refuse('otherConference')
  const trial = judge(conference, read.file)
  if (!trial.ok) return trial
  const { set } = trial.value
  const view: AccessView = {
    conference: deriveConference(set, replica.clock.now()),
    document: (id) =>
      deriveDocument(set, id, {
        blobs: (hash) => replica.blob(hash),
        sha256: (bytes) => nodeCrypto.sha256(bytes),
        now: replica.clock.now(),
      }),
    now: replica.clock.now(),
  }
  const sender = view.conference.members.get(read.file.claims.key)
  if (sender === undefined || sender.closed !== null) return refuse('badSignature')
  const keys = conference.hats.list().map(({ signer }) => signer.id)
  const mayRead = memo((scope) => keys.some((key) => canReadScope(view, key, scope)))
  const acts = trial.value.scopes.flatMap((scope, i) => {
    const act = read.file.acts[i]
    return act !== undefined && mayRead(scope) ? [act] : []
  })
  const blobs = await storeBlobs(conference, set, read.file.blobs)
  const taken = await replica.acts.take(acts)
  if (blobs === null || taken === null) return notSaved
  conference.link.push()
  return succeeded({ acts: taken, blobs })
}

/** The set as it would be, and the scope of each act of the file; nothing here is changed. */
function judge(
  conference: Conference,
  { acts, manifest: signed }: ExchangeFile,
): Outcome<{ readonly set: ActSet; readonly scopes: readonly string[] }> {
  const { replica, conf, peer } = conference
  const relayKey = peer.read()?.relayKey ?? ''
  const set = new ActSet(conf, nodeCrypto)
  for (const { act } of replica.acts.set.placed) set.add(act, replica.acts.set.receiptOf(act.id))
  const scopes: string[] = []
  for (const { e, r } of acts) {
    const opened = openAct(e, set.keyOf, nodeCrypto)
    if (!opened.ok || opened.act.payload.conf !== conf) return refuse('forgedAct')
    const { act } = opened
    if (r !== null && (r.of !== act.id || !verifyReceipt(conf, r, relayKey, nodeCrypto)))
      return refuse('forgedAct')
    scopes.push(act.payload.scope)
    if (set.has(act.id)) continue
    // What the relay has taken it has judged; what it has not is judged here by the same rules.
    if (r === null && !admit(set, act).ok) return refuse('forgedAct')
    set.add(act, r)
  }
  const sender = openStatement(signed, EXCHANGE_TYPE, manifest, set.keyOf, nodeCrypto)
  return sender.ok ? succeeded({ set, scopes }) : refuse('badSignature')
}

/** Those that acts name and that are not here; null: one could not be stored. */
async function storeBlobs(
  { replica }: Conference,
  set: ActSet,
  blobs: readonly Uint8Array[],
): Promise<number | null> {
  const named = new Set(
    set.placed.flatMap(({ act }) =>
      act.known && (act.payload.kind === 'round' || act.payload.kind === 'publish') ? [act.payload.blob] : [],
    ),
  )
  let stored = 0
  for (const content of blobs) {
    const hash = nodeCrypto.sha256(content)
    if (!named.has(hash) || replica.blob(hash) !== undefined) continue
    if (!(await replica.storeBlob(hash, content))) return null
    stored += 1
  }
  return stored
}
