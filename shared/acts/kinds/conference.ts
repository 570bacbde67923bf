import { z } from 'zod'
import { country, line, publicKey } from './fields.ts'
import { defineKind } from './kind.ts'

const localized = z.strictObject({ es: line(300), pt: line(300), en: line(300) })

/**
 * The first act of a conference, by its root key, which it carries; the conference is named after that
 * key, so nobody else can begin it. Repeating it later changes the record.
 */
export const conference = defineKind({
  kind: 'conference',
  scopes: ['conference'],
  body: {
    publicKey,
    title: localized,
    edition: line(40),
    motto: line(300),
    relayKey: publicKey,
    presidencies: z
      .array(z.strictObject({ country, conference: line(120), from: line(30).nullable() }))
      .max(60),
  },
  action: () => 'foundConference',
  coherent: (act) => act.by === act.conf,
})
