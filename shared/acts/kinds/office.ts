import { z } from 'zod'
import { docId, keyId, paragraphId } from './fields.ts'
import { defineKind } from './kind.ts'

/** Gives an office to a key: the Presidency's and the Secretariat's by the root, a facilitator's by the Chair. */
export const office = defineKind({
  kind: 'office',
  scopes: ['conference'],
  body: {
    office: z.enum(['ppt', 'st', 'facilitator']),
    key: keyId,
    doc: docId.nullable(),
    section: paragraphId.nullable(),
  },
  action: ({ office }) => (office === 'facilitator' ? 'nameFacilitator' : 'nameOffice'),
  coherent: (act) =>
    (act.office === 'facilitator') === (act.doc !== null) && (act.doc !== null || act.section === null),
})
