/**
 * From an older shape of words to ours. A migration never touches the old room: it reads the whole
 * delta, and the result seeds a new room. Ids are kept, and what a step does not name travels along.
 */
import type * as Y from 'yjs'
import { deltaOf } from './clauses.ts'
import { seedDelta } from './room.ts'
import { BODY, type InsertOp } from './shape.ts'
import { SCHEMA } from './version.ts'

/** Leads from version `from` to `from + 1`. */
export interface Migration {
  readonly from: number
  readonly apply: (delta: readonly InsertOp[]) => readonly InsertOp[]
}

/** Version 1 is the first that was released; each change of shape adds one step and one binary fixture. */
export const MIGRATIONS: readonly Migration[] = []

export type Migrated =
  | { readonly ok: true; readonly delta: readonly InsertOp[] }
  | { readonly ok: false; readonly code: 'newerVersion' | 'noPath' }

export function migrateDelta(
  delta: readonly InsertOp[],
  from: number,
  steps: readonly Migration[] = MIGRATIONS,
  to: number = SCHEMA,
): Migrated {
  if (from > to) return { ok: false, code: 'newerVersion' }
  let current = delta
  for (let version = from; version < to; version++) {
    const step = steps.find((candidate) => candidate.from === version)
    if (step === undefined) return { ok: false, code: 'noPath' }
    current = step.apply(current)
  }
  return { ok: true, delta: current }
}

/** Builds the new room from the old one's text; the old document is only read. */
export function migrateRoom(
  old: Y.Doc,
  from: number,
  into: Y.Doc,
  steps: readonly Migration[] = MIGRATIONS,
  to: number = SCHEMA,
): Migrated {
  const migrated = migrateDelta(deltaOf(old.getText(BODY)), from, steps, to)
  if (migrated.ok) seedDelta(into, migrated.delta)
  return migrated
}
