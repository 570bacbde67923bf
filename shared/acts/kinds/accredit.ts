import { line, member, publicKey } from './fields.ts'
import { defineKind } from './kind.ts'

/** A key becomes a member's. Repeating it for the same key changes what the key stands for from there on. */
export const accredit = defineKind({
  kind: 'accredit',
  scopes: ['conference'],
  body: { publicKey, member, label: line(200) },
  action: () => 'accredit',
})
