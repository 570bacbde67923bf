/**
 * Whom others see beside a text: an office or a country, never a person. A window says it of itself
 * until the relay, which passes presence on, has put the accreditation in its place.
 */
export interface RoomUser {
  readonly country?: string
  readonly label?: string
}

const OFFICES: Readonly<Record<string, string>> = { presidency: 'PPT', secretariat: 'ST' }

/** What others send is parsed; the office comes first, since it is the Chair who types on the screen. */
export function userLabel(user: unknown): string {
  if (typeof user !== 'object' || user === null) return ''
  const said: Readonly<Record<string, unknown>> = {
    role: undefined,
    country: undefined,
    label: undefined,
    ...user,
  }
  const office = typeof said['role'] === 'string' ? OFFICES[said['role']] : undefined
  const label = [office, said['country'], said['label']].find((each) => typeof each === 'string') ?? ''
  return label.slice(0, 12)
}
