import { actId, meeting } from './fields.ts'
import { defineKind } from './kind.ts'

/** Lifts a bracket (rule 8): a Speaker for its own country; with a meeting, the Chair "without objection" for all. */
export const lift = defineKind({
  kind: 'lift',
  scopes: ['document'],
  body: { bracket: actId, meeting: meeting.nullable() },
  action: (act) => (act.meeting === null ? 'liftOwnBracket' : 'liftBrackets'),
})
