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
