/** What a proposal would do, as the window gave it, checked against the text it rests on. */
import type { Body } from '#shared/acts/build.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { before } from './text.ts'
import type { DocumentAt } from './standing.ts'
import { hashOf, wordingOf } from './wordings.ts'

type Given = Input<'proposal.table'>['operation']
type Operation = Body<'propose'>['operation']

const nothingChanged = failed('refused', 'failure.nothingChanged')

/** With its targets already found as they were named. */
export function operationOf(at: DocumentAt, given: Given): Outcome<Operation> {
  const isThere = (id: string | null): boolean =>
    id === null || at.state.paragraphs.some((paragraph) => paragraph.id === id)
  switch (given.kind) {
    case 'amend':
    case 'alternative': {
      const clauses = wordingOf(given.clauses, given.paragraph)
      if (!clauses.ok) return clauses
      return hashOf(clauses.value) === given.hash
        ? nothingChanged
        : succeeded({ ...given, clauses: clauses.value })
    }
    case 'insert': {
      if (!isThere(given.after)) return notHere
      const clauses = wordingOf(given.clauses, null)
      if (!clauses.ok) return clauses
      const isNew = clauses.value.every(({ id }) => !isUsed(at, id))
      return isNew
        ? succeeded({ ...given, clauses: clauses.value })
        : failed('invalidInput', 'failure.invalidInput')
    }
    case 'delete':
      return succeeded(given)
    case 'move':
      if (!isThere(given.after)) return notHere
      return given.after === given.paragraph || given.after === before(at, given.paragraph)
        ? nothingChanged
        : succeeded(given)
    case 'split': {
      const parts = []
      for (const [i, part] of given.parts.entries()) {
        const clauses = wordingOf(part, i === 0 ? given.paragraph : null)
        if (!clauses.ok) return clauses
        parts.push(clauses.value)
      }
      return succeeded({ ...given, parts })
    }
    case 'merge': {
      const clauses = wordingOf(given.clauses, given.paragraphs[0]?.paragraph ?? null)
      return clauses.ok ? succeeded({ ...given, clauses: clauses.value }) : clauses
    }
  }
}

/** Whether a clause of the text has the id. */
const isUsed = ({ state }: DocumentAt, id: string): boolean =>
  state.paragraphs.some(({ wording }) => wording?.clauses.some((clause) => clause.id === id) ?? false)
