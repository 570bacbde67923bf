/**
 * Keeps the old object wherever the new one says the same. A derivation builds everything anew; after
 * `share` only what changed is a new object, and only its row renders.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after
  if (Array.isArray(before) && Array.isArray(after)) return shareArray(before, after) as T // same elements as `after`
  if (isPlain(before) && isPlain(after)) return shareRecord(before, after) as T // same entries as `after`
  return after
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Keeps what was last, so that what comes next shares with it. */
export function createKeeper<T>(first: T): (next: T) => T {
  let last = first
  return (next) => (last = share(last, next))
}

function shareArray(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shared = after.map((item, i) => share(before[i], item))
  return shared.length === before.length && shared.every((item, i) => Object.is(item, before[i]))
    ? before
    : shared
}

function shareRecord(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(after)
  const shared = Object.fromEntries(keys.map((key) => [key, share(before[key], after[key])]))
  const same =
    keys.length === Object.keys(before).length && keys.every((key) => Object.is(shared[key], before[key]))
  return same ? before : shared
}

/** Like `share` for lists whose members have ids: an insertion does not make those after it new. */
export function shareById<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const shared = after.map((item) => share(old.get(item.id), item))
  return shared.length === before.length && shared.every((item, i) => item === before[i]) ? before : shared
}
