import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, Run } from '#shared/domain/clause.ts'
import { canonicalWording, plainText, wordingHash, wordingText } from '#shared/domain/wording.ts'
import { clause, sha256 } from './build.ts'

const SEED = 20221024
const hash = (...clauses: Clause[]) => wordingHash(clauses, sha256)
const of = (text: string) => clause('c1', 'operative', text)

describe('a wording', () => {
  it('[R15.h] has a hash of kind, level, suppressed and text of each clause', () => {
    expect(canonicalWording([of('Deciden'), clause('c2', 'footnote', 'Nota', 0)])).toBe(
      '[["operative",0,false,"Deciden"],["footnote",0,false,"Nota"]]',
    )
    expect(hash(of('Deciden'))).toMatch(/^[0-9a-f]{64}$/)
    expect(hash(of('Deciden'))).toBe(sha256('[["operative",0,false,"Deciden"]]'))
  })

  it('[R15.h] has another hash when kind, level, suppression, a word or a footnote differs', () => {
    const base = of('Deciden crear')
    const others = [
      [{ ...base, kind: 'preambular' as const }],
      [{ ...base, level: 1 as const }],
      [{ ...base, suppressed: true }],
      [of('Deciden creer')],
      [of('deciden crear')],
      [base, clause('c2', 'footnote', 'Nota')],
      [clause('c1', 'operative', [{ insert: 'Deciden crear' }, { insert: { footnote: 'f' } }])],
      [clause('c1', 'operative', [{ insert: 'Deciden crear' }, { insert: { newer: 1 } }])],
      [of('Deciden'), of('crear')],
    ]
    const hashes = new Set([hash(base), ...others.map((clauses) => hash(...clauses))])
    expect(hashes.size).toBe(others.length + 1)
  })

  it('[R15.i] has the same hash whatever its ids, marks, runs and blanks, and however an accent is composed', () => {
    const base = hash(of('Reafirman la migración'))
    const same: Clause[] = [
      { ...of('Reafirman la migración'), id: 'other' },
      of('  Reafirman   la\u00A0migración '),
      of('Reafirman la migracio\u0301n'),
      clause('c1', 'operative', [
        { insert: 'Reafirman', attributes: { bold: true } },
        { insert: { br: true } },
        { insert: 'la migracio' },
        { insert: '\u0301n', attributes: { link: 'https://example.org' } },
      ]),
    ]
    for (const clauses of same) expect(hash(clauses)).toBe(base)
  })

  it('[R15.i] does not ask which footnote a reference names, only that it stands there', () => {
    const referring = (id: string) =>
      clause('c1', 'operative', [{ insert: 'Texto' }, { insert: { footnote: id } }])
    expect(hash(referring('a'))).toBe(hash(referring('b')))
  })

  it('[R15.h] counts content of a newer version, in whatever order its keys were written', () => {
    const embed = (value: Record<string, unknown>) => clause('c1', 'operative', [{ insert: value }])
    expect(hash(embed({ a: 1, b: { c: 2, d: 3 } }))).toBe(hash(embed({ b: { d: 3, c: 2 }, a: 1 })))
    expect(hash(embed({ a: 1 }))).not.toBe(hash(embed({ a: 2 })))
  })

  it(`[R15.i] hashes alike however it is cut into runs and marked (seed ${String(SEED)})`, () => {
    const words = fc.array(fc.constantFrom('migrante', 'á', 'o\u0301', ' ', '\u00A0', '7', ';'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, fc.array(fc.nat(12), { maxLength: 5 }), (parts, cuts) => {
        const whole = of(parts.join(''))
        const runs: Run[] = parts.map((insert, at) =>
          cuts.includes(at) ? { insert, attributes: { bold: true } } : { insert },
        )
        expect(hash(clause('other', 'operative', runs))).toBe(hash(whole))
      }),
      { seed: SEED },
    )
  })

  it(`[R15.h] hashes differently when the words differ (seed ${String(SEED)})`, () => {
    const text = fc.array(fc.constantFrom('a', 'A', 'b', 'ñ', ' ', '"', '[', ','), {
      minLength: 1,
      maxLength: 8,
    })
    const read = (parts: string[]) => parts.join('').replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(hash(of(one.join(''))) === hash(of(other.join('')))).toBe(read(one) === read(other))
      }),
      { seed: SEED },
    )
  })

  it('reads as one line a clause, breaks and footnote references apart', () => {
    const first = clause('c1', 'operative', [
      { insert: 'Deciden:' },
      { insert: { br: true } },
      { insert: 'crear' },
      { insert: { footnote: 'f' } },
    ])
    expect(plainText(first)).toBe('Deciden:\ncrear')
    expect(wordingText([first, clause('c2', 'operative', ' una  red;', 1)])).toBe('Deciden: crear\nuna red;')
  })
})
