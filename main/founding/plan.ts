/** What a Secretariat says when it founds a conference, read from the words of a command line. */
import { fromBase64url } from '#shared/acts/bytes.ts'
import type { Body } from '#shared/acts/build.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import { nextRoman, previousRoman } from './roman.ts'

export type PlanWords = Readonly<Partial<Record<(typeof NEEDED)[number] | 'presidencies', string>>>

const NEEDED = ['relay-key', 'title', 'title-pt', 'title-en', 'edition', 'motto', 'ppt'] as const

/** The body of the first act, but for the key it is signed with. */
export type Plan = Omit<Body<'conference'>, 'publicKey'>

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly message: MessageId; readonly values: Readonly<Record<string, string>> }

const KEY_BYTES = 32
const codeOf = (text: string): CountryCode | undefined => COUNTRY_CODES.find((code) => code === text)

/** `today`: the day by which the Presidency and those before it have assumed. */
export function readPlan(words: PlanWords, today: string): ReadPlan {
  const missing = NEEDED.find((name) => (words[name] ?? '').trim() === '')
  if (missing !== undefined) return no('cli.found.missing', { option: `--${missing}` })
  const said = (name: (typeof NEEDED)[number]): string => words[name]?.trim() ?? ''
  const relayKey = said('relay-key')
  if (fromBase64url(relayKey)?.length !== KEY_BYTES) return no('cli.found.relayKey')
  const named = (words.presidencies ?? said('ppt')).split(',').map((code) => code.trim())
  const countries: CountryCode[] = []
  for (const name of [said('ppt'), ...named]) {
    const code = codeOf(name)
    if (code === undefined) return no('cli.found.country', { country: name })
    countries.push(code)
  }
  const [ppt, ...order] = countries
  const presides = order.findLastIndex((country) => country === ppt)
  if (presides < 0) return no('cli.found.ppt', { country: said('ppt') })
  const edition = said('edition')
  const presidencies = order.map((country, at) => ({
    country,
    conference: editionAt(edition, at - presides),
    from: at <= presides ? today : null,
  }))
  const title = { es: said('title'), pt: said('title-pt'), en: said('title-en') }
  return { ok: true, plan: { title, edition, motto: said('motto'), relayKey, presidencies } }
}

/** Before and after the XX comes the XIX and the XXI; an edition that is no Roman number has no neighbours. */
function editionAt(edition: string, steps: number): string {
  let name = edition
  for (let step = 0; step < Math.abs(steps); step++) name = steps < 0 ? previousRoman(name) : nextRoman(name)
  return name
}

const no = (message: MessageId, values: Readonly<Record<string, string>> = {}): ReadPlan => ({
  ok: false,
  message,
  values,
})
