import type { ComponentType } from 'react'

/** What other features put into a row of the text; each is told the paragraph. */
export interface RowSlots {
  /** What the countries say, at the margin. */
  readonly Strip: ComponentType<{ readonly id: string }>
  /** The draft on the screen, above the words it would replace. */
  readonly Screen: ComponentType<{ readonly id: string }>
}
