/**
 * Where words that an act names are now: in which paragraph, since a round may have joined the part they were
 * in (rule 11), and at which place of it.
 */
import type { Clause } from '#shared/domain/clause.ts'
import { placeIn, placeInWhole, type Span } from '#shared/acts/anchor.ts'
import type { Joined } from './parts.ts'
import type { Text } from './text.ts'

export interface Words extends Span {
  readonly paragraph: string
  /** The wording whose words these are. */
  readonly base: readonly Clause[]
}

/** null where the words, or something between them, have changed, or there is no wording. */
export function placeNow(words: Words, text: Text): Span | null {
  const joined = text.parts.joinOf(words.paragraph, null)
  const current = currentOf(text, joined?.whole ?? words.paragraph)
  if (!current) return null
  if (!joined) return placeIn(words.base, current, words)
  const place = placeAtJoin(words, joined)
  return place && placeIn(joined.clauses, current, place)
}

/** Words of a part that was suppressed are not in the whole. */
function placeAtJoin({ paragraph, base, from, to }: Words, { live }: Joined): Span | null {
  const index = live.findIndex(({ id }) => id === paragraph)
  const part = live[index]
  const place = part ? placeIn(base, part.clauses, { from, to }) : null
  return place && placeInWhole(live, index, place)
}

function currentOf(text: Text, paragraph: string): readonly Clause[] | undefined {
  return text.registers.get(paragraph)?.view(null).current?.wording.clauses
}
