import { z } from 'zod'
import { country } from './fields.ts'
import { defineKind } from './kind.ts'

/** A Speaker lets the advisers of its delegation table, or no longer (rule 4). */
export const allow = defineKind({
  kind: 'allow',
  scopes: ['conference'],
  body: { country, advisersTable: z.boolean() },
  action: () => 'allowAdvisers',
  only: ({ member }, act) => member.role === 'delegate' && member.country === act.country,
})
