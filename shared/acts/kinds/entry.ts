import { z } from 'zod'
import { docId, line, prose } from './fields.ts'
import { defineKind } from './kind.ts'

/** A line of the conference's records: agenda, working network, past declaration. */
export const entry = defineKind({
  kind: 'entry',
  scopes: ['conference'],
  body: {
    id: docId,
    type: z.enum(['agenda', 'network', 'declaration']),
    title: line(300),
    date: line(60).nullable(),
    note: prose(2_000).nullable(),
    textLoaded: z.boolean(),
  },
  action: () => 'keepEntries',
})
