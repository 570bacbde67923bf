/** The twelve Member States, in order of ISO 3166 alpha-2 code: the same cell is the same country everywhere. */
export const COUNTRY_CODES = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'GY', 'PE', 'PY', 'SR', 'UY', 'VE'] as const
export type CountryCode = (typeof COUNTRY_CODES)[number]
