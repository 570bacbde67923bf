/** The version of the shape of words, compared when a client connects and when a room is opened. */
export const SCHEMA = 1

/** An older client reads and emits no update; an older room is migrated into a new one by its Chair. */
export function versionGate(room: number, ours: number = SCHEMA): 'current' | 'readOnly' | 'migrate' {
  if (room === ours) return 'current'
  return room > ours ? 'readOnly' : 'migrate'
}
