/**
 * Names of rooms, one per right to write. The name is the only thing that says what a room
 * is for; who may enter is decided from the acts (access.ts).
 */
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'

export type Room =
  | { readonly kind: 'text'; readonly doc: string; readonly language: string; readonly phase: number }
  | { readonly kind: 'workshop'; readonly doc: string; readonly country: CountryCode; readonly draft: string }
  | { readonly kind: 'screen'; readonly doc: string; readonly draft: string }
  | { readonly kind: 'huddle'; readonly doc: string; readonly huddle: string }

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const PHASE = /^(0|[1-9]\d{0,5})$/
const isCountry = (code: string): code is CountryCode => COUNTRY_CODES.some((known) => known === code)

export function roomName(room: Room): string {
  switch (room.kind) {
    case 'text':
      return `doc/${room.doc}/text/${room.language}/${String(room.phase)}`
    case 'workshop':
      return `doc/${room.doc}/of/${room.country}/${room.draft}`
    case 'screen':
      return `doc/${room.doc}/screen/${room.draft}`
    case 'huddle':
      return `doc/${room.doc}/huddle/${room.huddle}`
  }
}

/** null when the name is not one of ours; whoever receives a name refuses what this refuses. */
export function parseRoom(name: string): Room | null {
  const [head, doc = '', kind, a = '', b, ...rest] = name.split('/')
  if (head !== 'doc' || !ID.test(doc) || rest.length > 0) return null
  if (kind === 'text' && b !== undefined && LANGUAGE.test(a) && PHASE.test(b)) {
    return { kind, doc, language: a, phase: Number(b) }
  }
  if (kind === 'of' && b !== undefined && isCountry(a) && ID.test(b)) {
    return { kind: 'workshop', doc, country: a, draft: b }
  }
  if (kind === 'screen' && b === undefined && ID.test(a)) return { kind, doc, draft: a }
  if (kind === 'huddle' && b === undefined && ID.test(a)) return { kind, doc, huddle: a }
  return null
}

/**
 * The draft on the screen: one room a document, so that every window knows its name without being told. The
 * ids of its clauses say which paragraph it would replace; an empty room means that nothing is on the screen.
 */
export const screenRoom = (doc: string): string => roomName({ kind: 'screen', doc, draft: 'current' })
