import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, tryCanonicalJson } from '#shared/acts/canonical.ts'

const carried = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }).map((object) => {
      const entries = Object.entries(object).filter(([name]) => name !== '__proto__')
      return Object.fromEntries(entries)
    }),
  ),
})).value

test('[A1.a] canonical JSON is that of RFC 8785 for every value that acts may hold', () => {
  fc.assert(
    fc.property(carried, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value))
    }),
    { numRuns: 1_000, seed: 20221122 },
  )
})

test.each([
  ['a fraction', 0.5],
  ['minus zero', -0],
  ['a number beyond the safe integers', 2 ** 53],
  ['not a number', Number.NaN],
  ['a half surrogate', '\uD800'],
  ['undefined', [undefined]],
  ['a member named __proto__', JSON.parse('{"__proto__":1}')],
  ['very deep nesting', JSON.parse('['.repeat(40) + ']'.repeat(40))],
])('[A1.a] %s has no canonical form', (_name, value: unknown) => {
  expect(tryCanonicalJson(value)).toBeNull()
  expect(() => canonicalJson(value)).toThrow(TypeError)
})
