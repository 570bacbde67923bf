/** What main does for the Chair in the conference in memory: each call is the act it makes. */
import type { Body } from '#shared/acts/build.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { answer } from './answers.ts'
import { SCOPE, type Person } from './harness/ledger.ts'
import type { Mounted } from './mount.tsx'

type Written = Body<'incorporate'>['paragraphs'][number]['clauses']

export function chairing(window_: Mounted): void {
  const { ledger } = window_.main
  const person = (hat: string): Person => ledger.personOf(hat)
  const hashOf = (id: string | null) =>
    ledger.state().paragraphs.find((one) => one.id === id)?.wording?.hash ?? null
  const inOrder = (acts: readonly string[]) => [...acts].sort()
  answer(window_, {
    'text.incorporate': ({ hat, paragraphs, proposals, reason }) => ({
      act: ledger.sign(person(hat), 'incorporate', SCOPE, {
        paragraphs: paragraphs.map(({ paragraph, after, base, clauses }) => ({
          paragraph: paragraph ?? clauses[0]?.id ?? '',
          after,
          base,
          before: hashOf(paragraph),
          clauses: clauses as Written, // as: parsed by the contract
        })),
        proposals: inOrder(proposals),
        reason,
      }),
    }),
    'text.move': ({ hat, paragraph, after, base, proposals, reason }) => ({
      act: ledger.sign(person(hat), 'move', SCOPE, {
        ...{ paragraph, after, base, reason },
        before: hashOf(paragraph),
        proposals: inOrder(proposals),
      }),
    }),
    'text.split': ({ hat, paragraph, base, parts, proposals, reason }) => ({
      act: ledger.sign(person(hat), 'split', SCOPE, {
        ...{ paragraph, base, reason },
        before: hashOf(paragraph) ?? '',
        parts: parts as Body<'split'>['parts'], // as: parsed by the contract
        proposals: inOrder(proposals),
      }),
    }),
    'proposal.decline': ({ hat, proposal, reason }) => ({
      act: ledger.sign(person(hat), 'decline', SCOPE, { proposal, reason }),
    }),
    'proposal.table': ({ hat, ...given }) => tabled(person(hat), given),
  })

  function tabled(by: Person, given: Omit<Input<'proposal.table'>, 'hat'>) {
    const { operation, proponents, nature, reason, answers, replaces, huddle } = given
    const proposal = `t${String(ledger.acts().length)}`
    const act = ledger.sign(by, 'propose', SCOPE, {
      ...{ proposal, version: 1, previous: null, language: 'es', proponents, nature, reason },
      ...{ answers, replaces: inOrder(replaces), huddle },
      operation: operation as Body<'propose'>['operation'], // as: parsed by the contract
    })
    return { act, proposal }
  }
}
