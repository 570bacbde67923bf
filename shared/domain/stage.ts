/** The life of a document (rule 1). `suspended` is a side state and not in this list. */
export const STAGES = [
  'preparation',
  'jointDrafting',
  'negotiation',
  'silence',
  'adopted',
  'archived',
] as const
export type Stage = (typeof STAGES)[number]

const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  preparation: ['jointDrafting', 'negotiation'],
  jointDrafting: ['preparation', 'negotiation'],
  /** Back to joint drafting: a fresh text. Straight to adoption: at a meeting, without silence. */
  negotiation: ['jointDrafting', 'silence', 'adopted'],
  /** Back to negotiation: the silence was broken. */
  silence: ['negotiation', 'adopted'],
  adopted: ['archived'],
  archived: [],
}

/** Whether a document may go from one stage to another; what must be true of its text is asked elsewhere. */
export function canMove(from: Stage, to: Stage): boolean {
  return NEXT[from].includes(to)
}
