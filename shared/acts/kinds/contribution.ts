import { actId, prose } from './fields.ts'
import { about } from './comment.ts'
import { defineKind } from './kind.ts'

/** An observer's word, in the observers' channel and nowhere else (rule 38). */
export const contribution = defineKind({
  kind: 'contribution',
  scopes: ['observers'],
  body: { thread: actId.nullable(), about, text: prose(8_000).min(1) },
  action: () => 'contribute',
})
