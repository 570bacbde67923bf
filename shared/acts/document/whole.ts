/** Whether an act on the text brought a proposal into it whole: exactly its wording, where it asked for it. */
import type { Clause } from '#shared/domain/clause.ts'
import type { Operation } from '#shared/domain/proposal.ts'
import type { ActId } from '#shared/acts/state.ts'
import { hashOf, type Hash } from './hashes.ts'
import { isSuppressed } from './judgements.ts'

/** By paragraph the wordings that the act gave with effect. */
export type Given = ReadonlyMap<string, readonly Clause[]>

/** What of an act on the text tells whether it did what was proposed. */
export type Deed =
  | { readonly kind: 'suppress' }
  | {
      readonly kind: 'incorporate'
      readonly paragraphs: readonly {
        readonly paragraph: string
        readonly base: readonly ActId[]
        readonly clauses: readonly Clause[]
      }[]
    }
  | { readonly kind: 'move'; readonly paragraph: string; readonly after: string | null }
  | {
      readonly kind: 'split'
      readonly paragraph: string
      readonly parts: readonly { readonly clauses: readonly Clause[] }[]
    }

export function isWhole(operation: Operation, payload: Deed, given: Given, sha256: Hash): boolean {
  const reads = (clauses: readonly Clause[] | undefined, words: readonly Clause[]) =>
    clauses !== undefined && hashOf(clauses, sha256) === hashOf(words, sha256)
  switch (operation.kind) {
    case 'amend':
      return reads(given.get(operation.paragraph), operation.clauses)
    case 'alternative':
      return (
        reads(given.get(operation.paragraph), operation.clauses) ||
        newParagraphs(payload, given).some((clauses) => reads(clauses, operation.clauses))
      )
    case 'insert':
      return newParagraphs(payload, given).some((clauses) => reads(clauses, operation.clauses))
    case 'delete':
      return isSuppressed(given.get(operation.paragraph))
    case 'move':
      return (
        payload.kind === 'move' &&
        given.has(operation.paragraph) &&
        payload.paragraph === operation.paragraph &&
        payload.after === operation.after
      )
    case 'split':
      return (
        payload.kind === 'split' &&
        payload.paragraph === operation.paragraph &&
        payload.parts.length === operation.parts.length &&
        payload.parts.every(({ clauses }, index) => reads(clauses, operation.parts[index] ?? []))
      )
    case 'merge':
      return operation.paragraphs.every(({ paragraph }, index) => {
        const clauses = given.get(paragraph)
        return index === 0 ? reads(clauses, operation.clauses) : isSuppressed(clauses)
      })
  }
}

function newParagraphs(payload: Deed, given: Given): (readonly Clause[])[] {
  if (payload.kind !== 'incorporate') return []
  return payload.paragraphs
    .filter(({ paragraph, base }) => base.length === 0 && given.has(paragraph))
    .map(({ clauses }) => clauses)
}
