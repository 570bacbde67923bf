import type { ComponentType, ReactNode } from 'react'

/** What other features put into a row of the text; each is told the paragraph. */
export interface RowSlots {
  /** What the countries say, at the margin. */
  readonly Strip: ComponentType<{ readonly id: string }>
  /** Around the words, for whoever may write a proposal in them. */
  readonly Draft: ComponentType<{ readonly id: string; readonly children: ReactNode }>
  /** In place of the words, for whoever wants to read more than them. */
  readonly Words: ComponentType<{ readonly id: string; readonly children: ReactNode }>
  /** Below the number: what is said about the paragraph. */
  readonly Comments: ComponentType<{ readonly id: string }>
  /** Below the number: how much waits on the paragraph. */
  readonly Pending: ComponentType<{ readonly id: string }>
  /** The draft on the screen, above the words it would replace. */
  readonly Screen: ComponentType<{ readonly id: string }>
}
