/**
 * Names of records. Numbers are padded so that their order is the order of text; `!` separates, since
 * it occurs in no conference id, room name or hash.
 */
const DIGITS = 12
const padded = (n: number): string => String(n).padStart(DIGITS, '0')
/** Sorts after everything that may follow a prefix. */
const END = '~'

export const range = (prefix: string): readonly [from: string, to: string] => [prefix, `${prefix}${END}`]

export const CONFERENCES = 'conference!'
export const conferenceKey = (conf: string): string => `${CONFERENCES}${conf}`

export const acts = (conf: string): string => `act!${conf}!`
/** By the number of its receipt. */
export const actKey = (conf: string, n: number): string => `${acts(conf)}${padded(n)}`

export const blobKey = (conf: string, hash: string): string => `blob!${conf}!${hash}`
export const blobScopes = (conf: string): string => `scope!${conf}!`
export const blobScopeKey = (conf: string, hash: string, scope: string): string =>
  `${blobScopes(conf)}${hash}!${scope}`

export const enrolments = (conf: string): string => `enrolment!${conf}!`
export const enrolmentKey = (conf: string, id: string): string => `${enrolments(conf)}${id}`
/** How often somebody tried a code of that invitation. */
export const triesKey = (conf: string, invitation: string): string => `tries!${conf}!${invitation}`

export const roomPrefix = (conf: string, room: string): string => `room!${conf}!${room}!`
export const updateKey = (prefix: string, n: number): string => `${prefix}u!${padded(n)}`
/** Everything before update `n`, folded into one. */
export const snapshotKey = (prefix: string, n: number): string => `${prefix}s!${padded(n)}`
export const ownerKey = (prefix: string, client: number): string => `${prefix}c!${String(client)}`
/** The number or name at the end of a key. */
export const lastPart = (key: string): string => key.slice(key.lastIndexOf('!') + 1)
