/** States of a document for papers: a text, and what the countries and the Chair said about its paragraphs. */
import { createHash } from 'node:crypto'
import type { DocumentRecord, DocumentState, ParagraphState, Wording } from '#shared/acts/state.ts'
import { textHash } from '#shared/acts/round-blob.ts'
import type { Clause, ClauseKind, ClauseLevel, Run } from '#shared/domain/clause.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { numberParagraphs } from '#shared/domain/numbering.ts'
import { groupParagraphs, isConsentKind } from '#shared/domain/paragraph.ts'

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

export function clause(id: string, kind: ClauseKind, text: string | Run[], level: ClauseLevel = 0): Clause {
  const runs = typeof text === 'string' ? [{ insert: text }] : text
  return { id, kind, level, suppressed: false, runs }
}

export const clausesFrom = (
  texts: readonly { readonly kind: ClauseKind; readonly level: ClauseLevel; readonly text: string }[],
): Clause[] => texts.map(({ kind, level, text }, at) => clause(`c${String(at)}`, kind, text, level))

export const RECORD: DocumentRecord = {
  id: 'declaration',
  type: 'declaration',
  title: 'Declaración de Santiago',
  symbol: 'CSM/XX/DEC/1',
  language: 'es',
  layout: 'gerund',
  network: null,
  draftingGroup: [],
  openToObservers: false,
  act: sha256('document'),
}

export const CONFERENCE = {
  title: {
    es: 'XX Conferencia Suramericana sobre Migraciones',
    pt: 'XX Conferência Sul-Americana sobre Migrações',
    en: 'XX South American Conference on Migration',
  },
  motto: 'Migración, integración y cooperación: hacia una agenda migratoria regional',
}

export interface Said {
  readonly status?: ParagraphState['status']
  /** Countries that reserved, with their reason. */
  readonly reserve?: Partial<Record<CountryCode, string | null>>
  readonly lapsedReserve?: readonly CountryCode[]
  /** Wordings beside each other, none of which holds. */
  readonly alternatives?: readonly (readonly Clause[])[]
}

const wording = (clauses: readonly Clause[]): Wording => ({
  clauses,
  hash: sha256(JSON.stringify(clauses)),
  act: sha256(`act on ${clauses[0]?.id ?? ''}`),
})

const at = '2022-09-30T18:30:00.000Z'

function positions({ reserve = {}, lapsedReserve = [] }: Said): ParagraphState['positions'] {
  const one = (country: CountryCode): ParagraphState['positions'][CountryCode] => {
    const reason = reserve[country]
    if (reason === undefined && !lapsedReserve.includes(country)) return { kind: 'none' }
    const taken = { act: sha256(country), by: 'k', received: at, claimed: at, wording: '', carried: false }
    const kind = reason === undefined ? 'lapsed' : 'current'
    return { kind, value: 'reserve', reason: reason ?? null, ...taken }
  }
  return Object.fromEntries(COUNTRY_CODES.map((code) => [code, one(code)])) as ParagraphState['positions'] // one entry for every code
}

/** Agreed throughout, but for what `said` tells by id of paragraph. */
export function documentState(
  clauses: readonly Clause[],
  said: Readonly<Record<string, Said>> = {},
  rest: Partial<DocumentState> = {},
): DocumentState {
  const paragraphs = groupParagraphs(clauses)
  const numbers = numberParagraphs(paragraphs, RECORD.layout)
  return {
    id: RECORD.id,
    stage: 'negotiation',
    suspended: false,
    phase: 0,
    parties: ['AR', 'CL', 'PE'],
    partiesBasis: 'present',
    rounds: [
      {
        n: 1,
        act: sha256('round'),
        symbol: `${RECORD.symbol}/Rev.1`,
        textHash: textHash(clauses, sha256),
        blob: sha256('blob'),
        received: at,
        claimed: at,
        renumbered: [],
        mismatch: false,
      },
    ],
    paragraphs: paragraphs.map(({ id, clauses: own }): ParagraphState => {
      const about = said[id] ?? {}
      const kind = own[0]?.kind ?? 'text'
      const consent = isConsentKind(kind)
      return {
        id,
        kind,
        number: numbers.get(id) ?? '',
        consent,
        part: null,
        status: about.status ?? (consent ? 'agreed' : 'open'),
        wording: about.alternatives === undefined ? wording(own) : null,
        alternatives: about.alternatives?.map(wording) ?? [],
        history: [],
        positions: positions(about),
        agreement: null,
        reopened: null,
        missing: [],
      }
    }),
    prepared: [],
    published: [],
    log: [],
    trouble: { missing: [], gaps: [], forks: [], missingBlobs: [] },
    proposals: [],
    brackets: [],
    threads: [],
    huddles: [],
    drafts: [],
    ...rest,
  }
}
