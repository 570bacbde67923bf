/**
 * Freezing the text: opening negotiation from the drafting room, and closing a round. The blob is stored
 * here and announced before the act that names it; both need the register (rule 32).
 */
import type { Clause } from '#shared/domain/clause.ts'
import { numberParagraphs } from '#shared/domain/numbering.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { encodeRound, textHash } from '#shared/acts/round-blob.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { roomName } from '#shared/sync/rooms.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import type { Conference } from '#main/conference/conference.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { failed, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { documentOf, mayDo, needsRegister, untilReceived, type DocumentAt } from './standing.ts'

type Done = Promise<Outcome<{ act: string }>>

/** Everybody's last words must be here before the text is frozen. */
const SYNC_MS = 10_000

interface Frozen {
  readonly blob: string
  readonly textHash: string
}

async function freeze(
  conference: Conference,
  { record }: DocumentAt,
  clauses: readonly Clause[],
  scopes: readonly string[],
): Promise<Outcome<Frozen>> {
  const numbers = numberParagraphs(groupParagraphs(clauses), record.layout)
  const content = encodeRound(clauses, numbers)
  const blob = nodeCrypto.sha256(content)
  if (!(await conference.replica.storeBlob(blob, content))) return notSaved
  for (const scope of scopes) {
    if (!(await conference.replica.acts.announceBlob(blob, scope))) return notSaved
  }
  return succeeded({ blob, textHash: textHash(clauses, (bytes) => nodeCrypto.sha256(bytes)) })
}

export async function openNegotiation(conference: Conference, input: Input<'negotiation.open'>): Done {
  const { doc, hat } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const { record, state } = at.value
  const may = mayDo(conference, hat, 'moveStage', at.value)
  if (!may.ok) return may
  if (state.stage !== 'preparation' && state.stage !== 'jointDrafting')
    return failed('refused', 'failure.wrongStage')
  const register = await needsRegister(conference)
  if (!register.ok) return register
  const room = roomName({ kind: 'text', doc, language: record.language, phase: state.phase })
  const synced = await conference.rooms.whenSynced(room, SYNC_MS)
  const replica = conference.replica.room(room)
  if (!synced || replica === undefined || replica.unsent() > 0)
    return failed('refused', 'failure.unsentWords')
  const clauses = readClauses(bodyOf(replica.doc))
  const source = { room, stateVector: toBase64url(replica.stateVector()) }
  const scope = `doc/${doc}`
  const frozen = await freeze(conference, at.value, clauses, [scope])
  if (!frozen.ok) return frozen
  const n = state.rounds.length
  return untilReceived(
    conference,
    await conference.signing.sign(hat, scope, 'round', {
      ...frozen.value,
      n,
      symbol: revision(record.symbol, n),
      heads: conference.replica.acts.set.heads(scope),
      source,
      rejoins: [],
    }),
  )
}

const revision = (symbol: string, n: number): string => (n === 0 ? symbol : `${symbol}/Rev.${String(n)}`)

export async function closeRound(conference: Conference, input: Input<'round.close'>): Done {
  const { doc, hat, publish } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const { record, state } = at.value
  const may = mayDo(conference, hat, 'closeRound', at.value)
  if (!may.ok) return may
  if (state.stage !== 'negotiation') return failed('refused', 'failure.wrongStage')
  const register = await needsRegister(conference)
  if (!register.ok) return register
  // What is on its way to us may be part of the text.
  const now = documentOf(conference, doc)
  if (!now.ok) return now
  const { paragraphs, rounds, trouble } = now.value.state
  if (trouble.missing.length > 0 || trouble.missingBlobs.length > 0)
    return failed('refused', 'failure.missingActs')
  if (paragraphs.some(({ wording }) => wording === null)) return failed('refused', 'failure.disputed')
  const clauses = paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
  const scope = `doc/${doc}`
  const observers = `${scope}/observers`
  const frozen = await freeze(conference, now.value, clauses, publish ? [scope, observers] : [scope])
  if (!frozen.ok) return frozen
  const n = rounds.length
  const closed = await untilReceived(
    conference,
    await conference.signing.sign(hat, scope, 'round', {
      ...frozen.value,
      n,
      symbol: revision(record.symbol, n),
      heads: conference.replica.acts.set.heads(scope),
      source: null,
      rejoins: [],
    }),
  )
  if (!closed.ok || !publish) return closed
  const { blob } = frozen.value
  const published = await conference.signing.sign(hat, observers, 'publish', {
    round: closed.value.act,
    blob,
  })
  return published.ok ? closed : published
}
