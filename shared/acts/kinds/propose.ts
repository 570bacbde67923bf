import { z } from 'zod'
import { NATURES } from '#shared/domain/proposal.ts'
import { actId, countries, docId, language, paragraphClauses, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

const target = { paragraph: paragraphId, hash: sha256 }

const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['amend', 'alternative']), ...target, clauses: paragraphClauses }),
  z.strictObject({ kind: z.literal('insert'), after: paragraphId.nullable(), clauses: paragraphClauses }),
  z.strictObject({ kind: z.literal('delete'), ...target }),
  z.strictObject({ kind: z.literal('move'), ...target, after: paragraphId.nullable() }),
  z.strictObject({ kind: z.literal('split'), ...target, parts: z.array(paragraphClauses).min(2).max(50) }),
  z.strictObject({
    kind: z.literal('merge'),
    paragraphs: z.array(z.strictObject(target)).min(2).max(20),
    clauses: paragraphClauses,
  }),
])

/**
 * Tables a proposal, or a new version of one (rules 3 to 6): exact words, immutable from then on. Without
 * proponents it is the Chair's bridging proposal.
 */
export const propose = defineKind({
  kind: 'propose',
  scopes: ['document'],
  body: {
    /** The same in all versions. */
    proposal: docId,
    version: z.int().positive().max(999),
    /** The act of the version this one takes the place of; null for the first. */
    previous: actId.nullable(),
    operation,
    /** Of the wording. */
    language,
    /** The others confirm by acts of their own. */
    proponents: countries,
    nature: z.enum(NATURES),
    reason,
    /** The version of another proposal to which this is a counter-wording. */
    answers: actId.nullable(),
    /** Versions that a bridging proposal would take the place of. */
    replaces: z.array(actId).max(64),
    /** The contact group it comes from. */
    huddle: docId.nullable(),
  },
  action: ({ proponents, version }) =>
    proponents.length === 0 ? 'tableBridging' : version > 1 ? 'amendProposal' : 'table',
  only: ({ member }, { proponents }) =>
    proponents.length === 0 || (member.role === 'delegate' && proponents.includes(member.country)),
  coherent: ({ version, previous, operation }) =>
    (version === 1) === (previous === null) &&
    (operation.kind === 'amend' || operation.kind === 'alternative'
      ? operation.clauses[0]?.id === operation.paragraph
      : operation.kind === 'merge'
        ? operation.clauses[0]?.id === operation.paragraphs[0]?.paragraph &&
          new Set(operation.paragraphs.map(({ paragraph }) => paragraph)).size === operation.paragraphs.length
        : operation.kind === 'split'
          ? operation.parts[0]?.[0]?.id === operation.paragraph
          : operation.kind === 'move'
            ? operation.after !== operation.paragraph
            : true),
})
