import { z } from 'zod'
import { actId, line, paragraphId, sha256 } from './fields.ts'
import { defineKind } from './kind.ts'

/**
 * Freezes the text. With a `source`, the room's words as they stand become the text and negotiation opens;
 * without one, the round closes: the text the acts make is frozen under a symbol and renumbered (rules 9, 25).
 */
export const round = defineKind({
  kind: 'round',
  scopes: ['document'],
  body: {
    n: z.int().nonnegative().max(9_999),
    symbol: line(80),
    blob: sha256,
    textHash: sha256,
    heads: z.array(actId).max(512),
    source: z
      .strictObject({ room: z.string().max(200), stateVector: z.string().regex(/^[A-Za-z0-9_-]{0,20000}$/) })
      .nullable(),
    /** Paragraphs that are whole again, each as all its parts in order (rule 11). */
    rejoins: z.array(z.array(paragraphId).min(2).max(100)).max(200),
  },
  action: () => 'closeRound',
  coherent: ({ n, source, rejoins }) =>
    (n > 0 || source !== null) &&
    (source === null || rejoins.length === 0) &&
    new Set(rejoins.flat()).size === rejoins.flat().length,
})
