import { z } from 'zod'
import { anchor, countries, reason } from './fields.ts'
import { defineKind } from './kind.ts'

/**
 * Puts words into brackets for the countries named (rule 8): a Speaker for its own, the Chair for those who
 * asked for it in the room.
 */
export const bracket = defineKind({
  kind: 'bracket',
  scopes: ['document'],
  body: { anchor, countries: countries.min(1), byChair: z.boolean(), reason },
  action: ({ byChair }) => (byChair ? 'placeInBrackets' : 'openBracket'),
  only: ({ member }, act) =>
    act.byChair ||
    (member.role === 'delegate' && act.countries.length === 1 && act.countries[0] === member.country),
})
