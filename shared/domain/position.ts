/** What a country can say of a wording (rule 13), least cautious first. "No position" is the absence of all of these. */
export const POSITION_VALUES = [
  'agree',
  'adReferendum',
  'reserve',
  'noInstructions',
  'scrutiny',
  'object',
] as const
export type PositionValue = (typeof POSITION_VALUES)[number]
