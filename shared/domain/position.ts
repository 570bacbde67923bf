/** What a country can say of a wording (rule 13), least cautious first. "No position" is the absence of all of these. */
export const POSITION_VALUES = [
  'agree',
  'adReferendum',
  'reserve',
  'noInstructions',
  'scrutiny',
  'object',
] as const
export type PositionValue = (typeof POSITION_VALUES)[number]

/** Of several positions a country took at once the most cautious holds; null where there are none. */
export function mostCautious(values: Iterable<PositionValue>): PositionValue | null {
  let found = -1
  for (const value of values) found = Math.max(found, POSITION_VALUES.indexOf(value))
  return POSITION_VALUES[found] ?? null
}

/** One voiced objection stops consensus, and a scrutiny reservation does while it lives. */
export function blocks(value: PositionValue): boolean {
  return value === 'object' || value === 'scrutiny'
}

/** A reservation is on record and does not block; "ad referendum" is agreement subject to the capital. */
export function consents(value: PositionValue): boolean {
  return value === 'agree' || value === 'adReferendum' || value === 'reserve'
}

/** An objection says why, or proposes other words. */
export function needsReason(value: PositionValue): boolean {
  return value === 'object'
}
