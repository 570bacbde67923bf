/**
 * Whether the text a round freezes is the text of the room, now. The state vector says whether words have
 * been added since; deletions do not show in it, so the words themselves are compared too.
 */
import { fromBase64url } from '#shared/acts/bytes.ts'
import { textHash } from '#shared/acts/round-blob.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf, roomFromUpdates } from '#shared/words/room.ts'
import type { Committer } from './committer.ts'
import { nodeCrypto } from './crypto.ts'
import type { Rooms } from './rooms.ts'

export interface RoundSource {
  readonly room: string
  readonly stateVector: string
}

/**
 * null when the text is another one. Otherwise an answer to be asked for once more in the very turn in which
 * the act is accepted: no update can come between that and the acceptance.
 */
export async function checkSource(
  { room: name, stateVector }: RoundSource,
  hash: string,
  rooms: Rooms,
  committer: Committer,
): Promise<(() => boolean) | null> {
  const state = fromBase64url(stateVector)
  if (state === null || parseRoom(name)?.kind !== 'text') return null
  const room = await rooms.open(name)
  const { version } = room
  await committer.settled()
  if (!room.isAt(state)) return null
  const doc = roomFromUpdates(room.updates())
  const same = textHash(readClauses(bodyOf(doc)), nodeCrypto.sha256) === hash
  doc.destroy()
  return same ? () => room.version === version : null
}
