/** Moments of a negotiation to look at. */
import { declaration } from '#main/sample/declaration.ts'
import { recommendation } from '#main/sample/recommendation.ts'
import type { SampleText } from '#main/sample/sample-text.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { DOC, Ledger, publicKeyOf, SCOPE } from './ledger.ts'

export const SCENES = ['negotiation', 'drafting', 'preparation', 'empty'] as const
export type Scene = (typeof SCENES)[number]

export function clausesOf(text: SampleText): Clause[] {
  return text.clauses.map(({ kind, level, text: words }, i) => ({
    id: `c${String(i)}`,
    kind,
    level,
    suppressed: false,
    runs: kind === 'preambular' || kind === 'operative' ? opened(words, level) : [{ insert: words }],
  }))
}

/** The opening verb in italics, as such texts are printed. */
function opened(words: string, level: number): Clause['runs'] {
  const [verb = ''] = words.split(' ')
  if (level > 0 || verb === '') return [{ insert: words }]
  return [{ insert: verb, attributes: { italic: true } }, { insert: words.slice(verb.length) }]
}

export function found(): Ledger {
  const ledger = new Ledger()
  ledger.sign('root', 'conference', 'conf', {
    publicKey: publicKeyOf('root'),
    title: {
      es: 'XX Conferencia Suramericana sobre Migraciones',
      pt: 'XX Conferência Sul-Americana sobre Migrações',
      en: 'XX South American Conference on Migration',
    },
    edition: 'XX',
    motto: 'Migración, integración y cooperación: hacia una agenda migratoria regional',
    relayKey: publicKeyOf('root'),
    presidencies: [
      { country: 'AR', conference: 'XIX', from: null },
      { country: 'CL', conference: 'XX', from: '2021-12-22' },
      { country: 'PE', conference: 'XXI', from: '2099-01-01' },
    ],
  })
  for (const person of ['PPT', 'ST', 'observer', 'PE:adviser', 'CO:adviser', ...COUNTRY_CODES] as const) {
    ledger.accredit(person)
  }
  return ledger
}

function register(ledger: Ledger, doc: string, text: SampleText): void {
  const { type, title, symbol, language, layout } = text
  ledger.sign('ST', 'document', 'conf', {
    doc,
    type,
    title,
    symbol,
    language,
    layout,
    network: null,
    draftingGroup: [...COUNTRY_CODES],
    openToObservers: false,
  })
}

export function play(scene: Scene): Ledger {
  const ledger = found()
  if (scene === 'empty') return ledger
  register(ledger, DOC, declaration)
  register(ledger, 'recommendation', recommendation)
  if (scene === 'drafting') ledger.sign('PPT', 'stage', SCOPE, { to: 'jointDrafting', phase: 0, reason: '' })
  if (scene !== 'negotiation') return ledger
  ledger.openNegotiation(clausesOf(declaration))
  negotiate(ledger)
  return ledger
}

const WORDS = {
  '✓': 'agree',
  '…': 'adReferendum',
  '◐': 'reserve',
  '◷': 'scrutiny',
  '✕': 'object',
  '–': 'noInstructions',
} as const satisfies Record<string, PositionValue>

/** One sign for each State in the fixed order; a dot where it has said nothing. */
const ROWS = [
  '✓✓✓✓✓✓✓✓✓✓✓✓',
  '✓✓…✓✓✓·✓✓✓·✓',
  '✓◐✓✓✓✓✓✓…✓✓✓',
  '✓✓✓✓✓✓✓✓✓✓✓✓',
  '✓✓✕✓…✓·✓✕✓✓✓',
  '✓✓✓✓✓✓✓✓✓–✓◐',
  '··✓·✓··✓····',
  '✓…✓✓✓✓·✓◷✓✓·',
  '✓✓✓✓✓✓✓✓✓✓✓✓',
  '✓✓◐✓✕✓·✓✓…✓✕',
]

const REASONS: Partial<Record<PositionValue, string>> = {
  object: 'El texto debe remitirse a la legislación nacional de cada Estado.',
  reserve: 'Se hará constar una reserva sobre el alcance del párrafo.',
  scrutiny: 'En consulta con la cancillería.',
}

function negotiate(ledger: Ledger): void {
  const ids = ledger
    .state()
    .paragraphs.filter(({ number }) => number !== '')
    .map(({ id }) => id)
  ROWS.forEach((row, i) => {
    const id = ids[i]
    if (id === undefined) return
    Array.from(row).forEach((sign, at) => {
      const code: CountryCode | undefined = COUNTRY_CODES[at]
      const value = Object.entries(WORDS).find(([glyph]) => glyph === sign)?.[1]
      if (code !== undefined && value !== undefined) ledger.position(code, id, value, REASONS[value] ?? null)
    })
  })
  const [first = '', , third = '', fourth = '', fifth = '', , seventh = '', , ninth = ''] = ids
  ledger.agree(first)
  ledger.agree(third)
  ledger.agree(fourth)
  // agreed, then changed without re-opening: in the log, without effect
  ledger.incorporate('PPT', first, (words) => words.replace('base común', 'base'))
  ledger.agree(ninth)
  ledger.reopen(ninth, 'A solicitud de Brasil, para precisar el plazo.')
  ledger.incorporate('PPT', ninth, (words) =>
    words.replace(/,? *[^ ]+([;,.])$/u, ' en condiciones de igualdad$1'),
  )
  ledger.position('AR', ninth, 'agree')
  ledger.prepare('PE:adviser', seventh, 'reserve', 'Falta precisar el plazo.')
  ledger.prepare('CO:adviser', fifth, 'object', 'A la espera de instrucciones.')
}
