/**
 * Freezing the text: opening negotiation from the drafting room, and closing a round. The blob is stored
 * here and announced before the act that names it; both need the register (rule 32).
 */
import { groupParagraphs, type Paragraph } from '#shared/domain/paragraph.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { readyToJoin, rejoin } from '#shared/acts/rejoin.ts'
import { freeze as freezeText } from '#shared/acts/round-blob.ts'
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
  paragraphs: readonly Paragraph[],
  scopes: readonly string[],
): Promise<Outcome<Frozen>> {
  const sha256 = (bytes: Uint8Array) => nodeCrypto.sha256(bytes)
  const { bytes: content, blob, textHash } = freezeText(paragraphs, record.layout, sha256)
  if (!(await conference.replica.storeBlob(blob, content))) return notSaved
  for (const scope of scopes) {
    if (!(await conference.replica.acts.announceBlob(blob, scope))) return notSaved
  }
  return succeeded({ blob, textHash })
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
  const frozen = await freeze(conference, at.value, groupParagraphs(clauses), [scope])
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
  // Whole again are those whose parts are all agreed, and those that the Chair names (rule 11).
  const joined = rejoin(paragraphs, [...new Set([...readyToJoin(paragraphs), ...(input.join ?? [])])])
  const scope = `doc/${doc}`
  const observers = `${scope}/observers`
  const frozen = await freeze(
    conference,
    now.value,
    joined.paragraphs,
    publish ? [scope, observers] : [scope],
  )
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
      rejoins: joined.rejoins,
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
