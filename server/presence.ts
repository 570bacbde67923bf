/**
 * Who is in a room and where their caret is: never stored, sent together at intervals. A client
 * speaks only for clientIDs it declared when it signed in, and who it is comes from the
 * accreditation, whatever it says of itself. Who may only read is shown as present, and nothing else
 * of what it sends is passed on.
 */
import { decodePresence, encodePresence, type PresenceEntry } from '#shared/sync/wire.ts'

export interface Badge {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly country: string | null
}

export interface Presence {
  /** False when it is malformed or speaks for somebody else. */
  readonly receive: (update: Uint8Array, own: ReadonlySet<number>, badge: Badge, writes: boolean) => boolean
  readonly leave: (own: ReadonlySet<number>) => void
  /** Everybody's state, for who just came in; null when nobody is there. */
  readonly all: () => Uint8Array | null
  /** What changed since the last call. */
  readonly changes: () => Uint8Array | null
}

export function createPresence(): Presence {
  const states = new Map<number, PresenceEntry>()
  const lastClock = new Map<number, number>()
  const changed = new Map<number, PresenceEntry>()

  const set = (entry: PresenceEntry): void => {
    if (entry.state === 'null') states.delete(entry.client)
    else states.set(entry.client, entry)
    lastClock.set(entry.client, entry.clock)
    changed.set(entry.client, entry)
  }

  return {
    receive: (update, own, badge, writes) => {
      const entries = decodePresence(update)
      if (entries === null) return false
      const stamped: PresenceEntry[] = []
      for (const entry of entries) {
        if (!own.has(entry.client)) {
          // y-websocket repeats every state it receives to the server; only news about others is a claim
          if (entry.clock <= (lastClock.get(entry.client) ?? -1)) continue
          return false
        }
        const state = stamp(entry.state, badge, writes)
        if (state === null) return false
        stamped.push({ ...entry, state })
      }
      stamped.forEach(set)
      return true
    },
    leave: (own) => {
      for (const client of own) {
        const last = states.get(client)
        if (last !== undefined) set({ client, clock: last.clock + 1, state: 'null' })
      }
    },
    all: () => (states.size === 0 ? null : encodePresence([...states.values()])),
    changes: () => {
      if (changed.size === 0) return null
      const update = encodePresence([...changed.values()])
      changed.clear()
      return update
    },
  }
}

/** The state with the relay's own word on who this is. */
function stamp(json: string, badge: Badge, writes: boolean): string | null {
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    return null
  }
  if (state === null) return 'null'
  if (typeof state !== 'object' || Array.isArray(state)) return null
  const kept = writes ? Object.entries(state).filter(([field]) => field !== 'user') : []
  return JSON.stringify({ ...Object.fromEntries(kept), user: badge })
}
