/** Proposals as delegations table them, over a {@link Ledger}. */
import type { Body } from '#shared/acts/build.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { SCOPE, type Ledger, type Person } from './ledger.ts'

export type Tabled = Body<'propose'>['operation']
type Clauses = Extract<Tabled, { kind: 'amend' }>['clauses']

export const idOf = (ledger: Ledger, number: string): string => {
  const found = ledger.state().paragraphs.find((paragraph) => paragraph.number === number)
  if (found === undefined) throw new Error(`no paragraph ${number}`)
  return found.id
}

/** The acts take mutable clauses. */
export const copied = (clauses: readonly Clause[]): Clauses => structuredClone(clauses) as Clauses // as: a copy nobody else holds

/** A fresh paragraph of one clause. */
export const clause = (id: string, words: string): Clause => ({
  id,
  kind: 'operative',
  level: 0,
  suppressed: false,
  runs: [{ insert: words }],
})

const wordingOf = (ledger: Ledger, number: string) => {
  const id = idOf(ledger, number)
  const { wording } = ledger.paragraph(id)
  if (wording === null) throw new Error(`no wording of ${number}`)
  return { ...wording, id }
}

export const target = (ledger: Ledger, number: string) => {
  const { id, hash } = wordingOf(ledger, number)
  return { paragraph: id, hash }
}

export function amending(
  ledger: Ledger,
  number: string,
  change: (words: string) => string,
  kind: 'amend' | 'alternative' = 'amend',
): Tabled {
  const { clauses } = wordingOf(ledger, number)
  const changed = clauses.map((one, i) => (i > 0 ? one : { ...one, runs: lastChanged(one.runs, change) }))
  return { kind, ...target(ledger, number), clauses: copied(changed) }
}

/** The opening verb keeps its italics: who changes the end of a paragraph changes nothing else. */
const lastChanged = (runs: Clause['runs'], change: (words: string) => string): Clause['runs'] =>
  runs.map((run, i) =>
    i < runs.length - 1 || typeof run.insert !== 'string' ? run : { ...run, insert: change(run.insert) },
  )

/** Answers with the act of the version. */
export function table(
  ledger: Ledger,
  by: Person,
  operation: Tabled,
  rest: Partial<Body<'propose'>> = {},
): string {
  const proponents = by.length === 2 && by !== 'ST' ? [by as CountryCode] : [] // as: the codes are the persons of two letters
  return ledger.sign(by, 'propose', SCOPE, {
    proposal: `p${String(ledger.acts().length)}`,
    version: 1,
    previous: null,
    operation,
    language: 'es',
    proponents,
    nature: 'substantive',
    reason: '',
    answers: null,
    replaces: [],
    huddle: null,
    ...rest,
  })
}

/** The next version of what was tabled. */
export function tableAgain(ledger: Ledger, by: Person, previous: string, operation: Tabled): string {
  const before = ledger.state().proposals.find(({ act }) => act === previous)
  if (before === undefined) throw new Error('no such version')
  return table(ledger, by, operation, {
    proposal: before.proposal,
    version: before.version + 1,
    previous,
    proponents: before.proponents.map(({ country }) => country),
  })
}
