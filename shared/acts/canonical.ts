/**
 * Canonical JSON (RFC 8785) for what acts may hold: strings, safe integers, booleans, null, arrays and
 * plain objects. Two parties that hold equal values hold equal bytes; what could be read in two ways
 * (fractions, half surrogates, `__proto__`, very deep nesting) has no canonical form at all.
 */
const MAX_DEPTH = 32
const HALF_SURROGATE = /\p{Surrogate}/u

/** null where the value has no canonical form. */
export function tryCanonicalJson(value: unknown, depth = 0): string | null {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return HALF_SURROGATE.test(value) ? null : JSON.stringify(value)
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null
  }
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return null
  if (Array.isArray(value)) {
    const items = value.map((item) => tryCanonicalJson(item, depth + 1))
    return items.includes(null) ? null : `[${items.join(',')}]`
  }
  const members: string[] = []
  for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = name === '__proto__' ? null : tryCanonicalJson(member, depth + 1)
    const key = tryCanonicalJson(name, depth + 1)
    if (text === null || key === null) return null
    members.push(`${key}:${text}`)
  }
  return `{${members.join(',')}}`
}

/** Throws where the value has no canonical form: a program must not make such an act. */
export function canonicalJson(value: unknown): string {
  const text = tryCanonicalJson(value)
  if (text === null) throw new TypeError('Value has no canonical form')
  return text
}
