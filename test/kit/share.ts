/**
 * How much of a long run is done: `CONSENSO_LONG_SHARE=0.02 npm run test:long` does a fiftieth of each, to see
 * that it runs at all. A share of a run proves less, and the test's title says what was done.
 */
const NAME = 'CONSENSO_LONG_SHARE'

function share(): number {
  const given = process.env[NAME]
  if (given === undefined) return 1
  const value = Number(given)
  if (!(value > 0 && value <= 1)) throw new Error(`${NAME}=${given} must be above 0 and at most 1`)
  return value
}

export const shareOf = (whole: number): number => Math.ceil(whole * share())
