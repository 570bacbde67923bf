/**
 * What the relay checks of an update before it stores and forwards it. Even a rightful writer's
 * client can be broken or hostile, and Yjs itself believes everything.
 *
 * It guarantees: after an accepted update the room is still one flat text with known content, no
 * struct is pending, and no clientID has been used by two keys. It cannot know which words a
 * deletion hits or whose they are; that is why rights follow rooms, and acts carry the wording.
 *
 * Pure: looks at the update and at the room's bookkeeping, never at a live document.
 */
import * as Y from 'yjs'
import { decodeBounded } from './guard-decode.ts'
import { hasUnmetDependency } from './guard-dependencies.ts'
import type { DecodedUpdate, RoomKnowledge } from './room-clock.ts'
import { BODY } from './shape.ts'
import { refusedContent, type ContentRefusal } from './whitelist.ts'

export interface GuardLimits {
  readonly bytes: number
  readonly structs: number
  readonly deleteRanges: number
  /** UTF-16 units in one string; a paragraph is at most 32 KiB, a pasted text 2 MB. */
  readonly text: number
  readonly clientsPerUpdate: number
}
export const GUARD_LIMITS: GuardLimits = {
  bytes: 4 << 20,
  structs: 200_000,
  deleteRanges: 100_000,
  text: 1 << 20,
  clientsPerUpdate: 64,
}

/** The code a client is told; a subset of the relay's refusals. */
export type GuardCode = 'tooLarge' | 'badUpdate' | 'badCharacter' | 'gap' | 'foreignClient' | 'readOnly'
/** What exactly was wrong, for the log and for tests. */
export type GuardDetail =
  | ContentRefusal
  | 'bytes'
  | 'structs'
  | 'deleteRanges'
  | 'clients'
  | 'malformed'
  | 'doubleSection'
  | 'clientRange'
  | 'clockRange'
  | 'clockOrder'
  | 'notAnItem'
  | 'mapKey'
  | 'parent'
  | 'noParent'
  | 'missingDependency'
  | 'missingStructs'
  | 'deletesUnknown'
  | 'notYours'
  | 'mayNotWrite'

export type GuardVerdict =
  | {
      readonly ok: true
      /** What to store and forward: the given bytes, without structs the room already has. */
      readonly update: Uint8Array
      /** False when the room already has all of it (each sync step repeats known deletions): nothing to store. */
      readonly changes: boolean
      readonly clients: readonly number[]
      /** For the room's bookkeeping, which need not decode again. */
      readonly decoded: DecodedUpdate
    }
  | { readonly ok: false; readonly code: GuardCode; readonly detail: GuardDetail }

const no = (code: GuardCode, detail: GuardDetail): GuardVerdict => ({ ok: false, code, detail })

/** `writer`: the key that sent it. `canWrite`: whether that key may write into this room now. */
export function guardUpdate(
  update: Uint8Array,
  writer: string,
  canWrite: boolean,
  room: RoomKnowledge,
  limits: GuardLimits = GUARD_LIMITS,
): GuardVerdict {
  if (update.length > limits.bytes) return no('tooLarge', 'bytes')
  // decoding is cheap where applying is not: 8 bytes that claim 33 million structs end here
  const read = decodeBounded(update, limits.structs)
  if (!read.ok) return no(read.why === 'structs' ? 'tooLarge' : 'badUpdate', read.why)
  const whole = read.decoded
  const form = checkSections(whole.structs)
  if (form !== null) return form

  const known = whole.structs.some(({ id }) => id.clock < room.clock(id.client))
  const cut = known ? Y.diffUpdate(update, room.stateVector()) : update
  const again = known ? decodeBounded(cut, limits.structs) : read
  if (!again.ok) return no('badUpdate', again.why)
  const { decoded } = again
  const ends = new Map<number, number>()
  for (const struct of decoded.structs) {
    const refused = checkStruct(struct, writer, room, ends.get(struct.id.client), limits)
    if (refused !== null) return refused
    ends.set(struct.id.client, struct.id.clock + struct.length)
  }
  if (ends.size > limits.clientsPerUpdate) return no('tooLarge', 'clients')
  if (hasUnmetDependency(decoded.structs, room)) return no('gap', 'missingDependency')

  const deletions = checkDeletions(decoded, room, ends, limits)
  if (typeof deletions !== 'boolean') return deletions
  const changes = decoded.structs.length > 0 || deletions
  if (changes && !canWrite) return no('readOnly', 'mayNotWrite')
  return { ok: true, update: cut, changes, clients: [...ends.keys()], decoded }
}

/** One contiguous section per client, clocks in safe integers: what diffUpdate relies on. */
function checkSections(structs: DecodedUpdate['structs']): GuardVerdict | null {
  const seen = new Map<number, number>()
  let current: number | undefined
  for (const { id, length } of structs) {
    const { client, clock } = id
    if (client !== current && seen.has(client)) return no('badUpdate', 'doubleSection')
    if (!Number.isSafeInteger(client) || client < 0) return no('badUpdate', 'clientRange')
    if (length <= 0 || clock < 0 || !Number.isSafeInteger(clock + length))
      return no('badUpdate', 'clockRange')
    const expected = seen.get(client)
    if (expected !== undefined && clock !== expected) return no('badUpdate', 'clockOrder')
    seen.set(client, clock + length)
    current = client
  }
  return null
}

function checkStruct(
  struct: DecodedUpdate['structs'][number],
  writer: string,
  room: RoomKnowledge,
  previousEnd: number | undefined,
  limits: GuardLimits,
): GuardVerdict | null {
  const { client, clock } = struct.id
  if (previousEnd === undefined) {
    if (clock !== room.clock(client)) return no('gap', 'missingStructs')
    const owner = room.owner(client)
    if (owner === undefined ? clock > 0 : owner !== writer) return no('foreignClient', 'notYours')
  }
  // GC burns clocks, Skip leaves holes; with gc: false no honest client sends either
  if (!(struct instanceof Y.Item)) return no('badUpdate', 'notAnItem')
  if (struct.parentSub !== null) return no('badUpdate', 'mapKey')
  const parent: unknown = struct.parent // before integration: the root's name, an ID, or null (taken from the origin)
  if (parent !== null && parent !== BODY) return no('badUpdate', 'parent')
  if (parent === null && struct.origin === null && struct.rightOrigin === null)
    return no('badUpdate', 'noParent')
  const refused = refusedContent(struct.content, limits.text)
  if (refused === null) return null
  return no(refused === 'badCharacter' ? refused : refused === 'longText' ? 'tooLarge' : 'badUpdate', refused)
}

/** True when something is deleted that was not; a verdict when a range is not acceptable. */
function checkDeletions(
  { ds }: DecodedUpdate,
  room: RoomKnowledge,
  ends: ReadonlyMap<number, number>,
  limits: GuardLimits,
): boolean | GuardVerdict {
  let count = 0
  let changes = false
  for (const [client, ranges] of ds.clients) {
    const horizon = ends.get(client) ?? room.clock(client)
    for (const { clock, len } of ranges) {
      if (++count > limits.deleteRanges) return no('tooLarge', 'deleteRanges')
      const end = clock + len
      if (len <= 0 || clock < 0 || !Number.isSafeInteger(end)) return no('badUpdate', 'clockRange')
      // a range ahead of the clock would kill words its owner has yet to write
      if (end > horizon) return no('gap', 'deletesUnknown')
      changes ||= !room.deleted(client, clock, end)
    }
  }
  return changes
}
