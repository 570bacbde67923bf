import { z } from 'zod'
import { LAYOUT_FAMILIES } from '#shared/domain/numbering.ts'
import { countries, docId, language, line } from './fields.ts'
import { defineKind } from './kind.ts'

/** Opens a document; repeating it changes the record. */
export const document = defineKind({
  kind: 'document',
  scopes: ['conference'],
  body: {
    doc: docId,
    type: z.enum(['declaration', 'recommendation', 'message', 'annex']),
    title: line(300),
    symbol: line(60),
    language,
    layout: z.enum(LAYOUT_FAMILIES),
    network: docId.nullable(),
    draftingGroup: countries,
    openToObservers: z.boolean(),
  },
  action: () => 'registerDocument',
})
