import type { ParagraphState } from '#shared/acts/state.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'

/** Why nothing can be proposed on a paragraph; null: something can. */
export function whyClosed({ agreement, status, wording }: ParagraphState): MessageId | null {
  if (agreement !== null) return 'proposing.closed.agreed'
  if (status === 'suppressed') return 'proposing.closed.suppressed'
  return wording === null ? 'proposing.closed.double' : null
}
