import { z } from 'zod'
import { NATURES, OPERATIONS } from '#shared/domain/proposal.ts'
import { actId, docId, line, paragraphId, reason, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/**
 * Lists a draft of the delegation's workshop; its words are in the room of that name. Said again, it changes
 * what the draft is for or where it stands. A draft that is put away keeps its room.
 */
export const draft = defineKind({
  kind: 'draft',
  scopes: ['delegation'],
  body: {
    draft: docId,
    operation: z.enum(OPERATIONS),
    /** Paragraphs it is about, with the wordings they had; none for an insertion. */
    targets: z.array(z.strictObject({ paragraph: paragraphId, hash: sha256 })).max(20),
    /** For insert and move. */
    after: paragraphId.nullable(),
    /** The version it would take the place of, and the one it answers. */
    previous: actId.nullable(),
    answers: actId.nullable(),
    nature: z.enum(NATURES),
    reason,
    note: line(200),
    state: z.enum(['open', 'tabled', 'putAway']),
    /** The act that tabled it. */
    tabled: actId.nullable(),
  },
  action: () => 'writeWorkshop',
  only: ({ member }, _act, scope) =>
    scope.kind === 'delegation' && member.role === 'delegate' && member.country === scope.country,
})
