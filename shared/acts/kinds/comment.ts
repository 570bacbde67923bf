import { z } from 'zod'
import { actId, anchor, countries, paragraphId, prose } from './fields.ts'
import { defineKind } from './kind.ts'

/** What a thread is about; a reply says it again. */
export const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({ kind: z.literal('paragraph'), paragraph: paragraphId }),
  z.strictObject({ kind: z.literal('words'), anchor }),
  z.strictObject({ kind: z.literal('proposal'), proposal: actId }),
])

/** A word on the text, for those who read the scope it is in. */
export const comment = defineKind({
  kind: 'comment',
  scopes: ['document', 'delegation', 'audience', 'bureau', 'observers'],
  body: {
    /** The act that began the thread; null: this one does. */
    thread: actId.nullable(),
    about,
    text: prose(8_000).min(1),
    mentions: countries,
  },
  action: () => 'comment',
  only: ({ member }, _act, scope) =>
    scope.kind === 'delegation'
      ? member.role === 'delegate' && member.country === scope.country
      : scope.kind === 'audience'
        ? member.role !== 'delegate' || member.country === scope.country
        : scope.kind !== 'bureau' || member.role !== 'delegate',
})
