/**
 * Parts joined again by the round that closes (rule 11): their words in order are the paragraph's, each
 * country's position is its most cautious where it is current on every part, and it is agreed if all parts were.
 */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { mostCautious } from '#shared/domain/position.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { Node } from '#shared/acts/set.ts'
import { comparableText, type Agreement, type View } from './register.ts'
import type { JoinedParts } from './rearrangement.ts'
import type { Text } from './text.ts'
import { isCurrent, type Voice, type Voices } from './voices.ts'

interface Spoken {
  readonly text: Text
  voicesOf(paragraph: string): Voices
}

/** False, with nothing done, where these are not the parts as the round knew them, or one is in dispute. */
export function joinAgain(
  { text, voicesOf }: Spoken,
  node: Node,
  { by, at }: Payloads['round'],
  ids: readonly string[],
): boolean {
  const parts = text.places.partsToJoin(node, ids)
  if (!parts) return false
  const carried = COUNTRY_CODES.flatMap((country): [CountryCode, Voice][] => {
    const voice = carriedVoice(node, country, parts, voicesOf)
    return voice ? [[country, voice]] : []
  })
  text.places.join(node, parts, (setter) => {
    const agreements = parts.live.map(({ view }) => agreementOf(view))
    const last = agreements.at(-1)
    if (!last || agreements.includes(null)) return null
    const { hash, clauses } = setter.wording
    const said = { paragraph: parts.whole, hash, wording: comparableText(clauses) }
    const reserving = agreements.flatMap((one) => one?.reservations ?? [])
    return {
      node,
      payload: { ...last.payload, ...said, by, at },
      setters: [setter],
      reservations: COUNTRY_CODES.filter((country) => reserving.includes(country)),
    }
  })
  const wording = text.registers.get(parts.whole)?.view(node).current?.wording
  if (!wording) return true
  const said = { paragraph: parts.whole, hash: wording.hash, wording: comparableText(wording.clauses) }
  for (const [country, voice] of carried) {
    voicesOf(parts.whole).take(country, { ...voice, payload: { ...voice.payload, ...said } })
  }
  return true
}

function agreementOf({ inForce }: View): Agreement | null {
  return inForce.at(-1) ?? null
}

function carriedVoice(
  node: Node,
  country: CountryCode,
  { live }: JoinedParts,
  voicesOf: Spoken['voicesOf'],
): Voice | null {
  const voices = live.flatMap(({ register, view }) => {
    const voice = voicesOf(register.id).holding(country, node, view.standing)
    return voice && isCurrent(voice, view.standing) ? [voice] : []
  })
  if (voices.length < live.length) return null
  const value = mostCautious(voices.map(({ payload }) => payload.value))
  const voice = voices.find(({ payload }) => payload.value === value)
  return voice ? { ...voice, node, carriedFrom: voice.carriedFrom ?? voice.node } : null
}
