import { needsReason } from '#shared/domain/position.ts'
import { language, paragraphId, positionValue, reason, sha256, wording } from './fields.ts'
import { defineKind } from './kind.ts'

/** A country says what it holds of a wording (rules 13-15). */
export const position = defineKind({
  kind: 'position',
  scopes: ['document'],
  body: {
    paragraph: paragraphId,
    hash: sha256,
    wording,
    language,
    value: positionValue,
    reason: reason.nullable(),
  },
  action: () => 'takePosition',
  coherent: (act) => !needsReason(act.value) || (act.reason ?? '').trim() !== '',
})
