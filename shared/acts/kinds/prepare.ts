import { country, paragraphId, positionValue, reason, sha256, wording } from './fields.ts'
import { defineKind } from './kind.ts'

/** A position proposed to the country's Speaker: by its delegation among itself (rule 14), or by the Secretariat (rule 31). */
export const prepare = defineKind({
  kind: 'prepare',
  scopes: ['document', 'delegation'],
  body: {
    country,
    paragraph: paragraphId,
    hash: sha256,
    wording,
    value: positionValue,
    reason: reason.nullable(),
  },
  action: () => 'preparePosition',
  only: ({ member }, act, scope) =>
    scope.kind === 'document'
      ? member.role === 'secretariat'
      : member.role === 'delegate' && member.country === act.country,
  coherent: (act, scope) => scope.kind !== 'delegation' || scope.country === act.country,
})
