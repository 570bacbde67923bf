/** The state of a conference: its members, offices, documents and records, from the acts of its scope. */
import { troika, troikaMembers } from '#shared/domain/troika.ts'
import { logEntry, troubleOf, waitingEntries } from './log.ts'
import { powersOf, type Powers } from './powers.ts'
import type { ActSet } from './set.ts'
import type {
  ConferenceState,
  DocumentRecord,
  Entry,
  Facilitation,
  Instant,
  KeyId,
  MemberRecord,
} from './state.ts'

const SCOPE = ['conf']
const UNTITLED = { es: '', pt: '', en: '' }

/**
 * `now`: newest receipt plus what has elapsed since; without it the newest receipt. It decides only which
 * country presides today, no power.
 */
export function deriveConference(set: ActSet, now?: Instant): ConferenceState {
  const powers = powersOf(set)
  const record = powers.conferences.at(-1)?.payload
  const terms = troika(record?.presidencies ?? [], now ?? set.newestReceipt?.received ?? null)
  return {
    id: set.conf,
    title: record?.title ?? UNTITLED,
    edition: record?.edition ?? '',
    motto: record?.motto ?? '',
    root: set.conf,
    relayKey: record?.relayKey ?? '',
    presidencies: record?.presidencies ?? [],
    ppt: terms.now,
    troika: troikaMembers(terms),
    members: membersOf(powers),
    facilitations: facilitationsOf(powers),
    documents: documentsOf(powers),
    entries: entriesOf(powers),
    advisersTable: powers.advisersTable,
    log: [
      ...set.inOrder(SCOPE).map((node) => {
        const noEffect = powers.verdicts.get(node.act.id) ?? null
        return logEntry(set, powers, node, set.receiptOf(node.act.id), {
          paragraph: null,
          noEffect,
          late: false,
        })
      }),
      ...waitingEntries(set, powers, SCOPE),
    ],
    trouble: troubleOf(set, powers, SCOPE),
  }
}

function membersOf(powers: Powers): Map<KeyId, MemberRecord> {
  const members = new Map<KeyId, MemberRecord>()
  for (const [key, accreditations] of powers.accreditations) {
    const last = accreditations.at(-1)
    if (!last) continue
    const { publicKey, member, label } = last.payload
    const act = last.node.act.id
    members.set(key, { key, publicKey, member, label, act, closed: closingOf(powers, key) })
  }
  return members
}

/** Of several closings the one that leaves least holds in each scope. */
function closingOf(powers: Powers, key: KeyId): MemberRecord['closed'] {
  const closings = powers.closings.get(key) ?? []
  const first = closings[0]
  if (!first) return null
  const scopes = Object.keys(first.payload.last).filter((scope) =>
    closings.every(({ payload }) => payload.last[scope] !== undefined),
  )
  const last = Object.fromEntries(
    scopes.map((scope) => [scope, Math.min(...closings.map(({ payload }) => payload.last[scope] ?? 0))]),
  )
  return { act: first.node.act.id, last }
}

function facilitationsOf(powers: Powers): Facilitation[] {
  return powers.offices.flatMap(({ node, payload: { office, key, doc, section } }) =>
    office === 'facilitator' && doc !== null ? [{ key, doc, section, act: node.act.id }] : [],
  )
}

function documentsOf(powers: Powers): Map<string, DocumentRecord> {
  const documents = new Map<string, DocumentRecord>()
  for (const [id, records] of powers.documents) {
    const last = records.at(-1)
    if (!last) continue
    const { type, title, symbol, language, layout, network, draftingGroup, openToObservers } = last.payload
    documents.set(id, {
      id,
      type,
      title,
      symbol,
      language,
      layout,
      network,
      draftingGroup,
      openToObservers,
      act: last.node.act.id,
    })
  }
  return documents
}

/** In the order in which they were first made; a later act for the same id replaces what it says. */
function entriesOf(powers: Powers): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { node, payload } of powers.entries) {
    const { id, type, title, date, note, textLoaded } = payload
    entries.set(id, { act: node.act.id, id, type, title, date, note, textLoaded })
  }
  return [...entries.values()]
}
