import { actId } from './fields.ts'
import { defineKind } from './kind.ts'

/** A country's Speaker confirms it as co-proponent of this version, named or not (rule 6). */
export const join = defineKind({
  kind: 'join',
  scopes: ['document'],
  body: { proposal: actId },
  action: () => 'confirmCoProponent',
})
