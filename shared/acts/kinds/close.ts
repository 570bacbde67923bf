import { z } from 'zod'
import { keyId } from './fields.ts'
import { defineKind } from './kind.ts'

/**
 * A key is revoked, lost or handed over: its acts count up to the number named for their scope, and in
 * a scope that is not named none does, however early they claim to be.
 */
export const close = defineKind({
  kind: 'close',
  scopes: ['conference'],
  body: { key: keyId, last: z.record(z.string().max(160), z.int().nonnegative()) },
  action: () => 'closeKey',
  coherent: (act) => act.key !== act.conf,
})
