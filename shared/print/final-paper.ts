/**
 * The final text of a document: what was agreed, who takes part, who reserved on what, and the fingerprint of
 * the acts it follows from. It is refused while a paragraph is open, with the list of them; as a draft it is
 * printed with each of them marked, and several wordings of one paragraph stand apart (they are never one).
 */
import type {
  ActId,
  ConferenceState,
  DocumentRecord,
  DocumentState,
  ParagraphState,
  Sha256,
} from '#shared/acts/state.ts'
import { textHash } from '#shared/acts/round-blob.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { countriesInOrder, countryName } from '#shared/domain/country.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { linesOf } from './lines.ts'
import type { Block, BlockKind, FinalPaper, OpenParagraph, Reservation } from './paper.ts'

/** Fixed words of the paper; ids of the catalogue. */
export type PaperText = `papers.final.${
  | 'adopting'
  | 'acts'
  | 'adoptedText'
  | 'author'
  | 'agreedText'
  | 'alternative'
  | 'changed'
  | 'closed'
  | 'draftMark'
  | 'draftText'
  | 'newerContent'
  | 'noReason'
  | 'openMark'
  | 'original'
  | 'pageOf'
  | 'parties'
  | 'record'
  | 'reservationOn'
  | 'reservationUnnumbered'
  | 'reservations'}`

export interface FinalPaperInput {
  readonly conference: Pick<ConferenceState, 'title' | 'motto'>
  readonly record: DocumentRecord
  readonly state: DocumentState
  /** Language of headings, names and dates; the text itself stays in the document's language. */
  readonly language: UiLanguage
  /** Print although paragraphs are open, marked as a draft. */
  readonly draft: boolean
}

export interface PaperTools {
  readonly text: (id: PaperText, values?: Readonly<Record<string, string | number>>) => string
  readonly sha256: (bytes: Uint8Array) => Sha256
}

export type FinalPaperAnswer =
  | { readonly ok: true; readonly paper: FinalPaper }
  | { readonly ok: false; readonly reason: 'nothing' }
  | { readonly ok: false; readonly reason: 'open'; readonly open: readonly OpenParagraph[] }

const AGREED: readonly ParagraphState['status'][] = ['agreed', 'agreedWithReservation']

/** Whether something is missing before the paragraph can stand in a final text. */
function isOpen({ consent, status, wording }: ParagraphState): boolean {
  if (status === 'suppressed') return false
  return wording === null || status === 'disputed' || (consent && !AGREED.includes(status))
}

const clausesOf = ({ wording, alternatives }: ParagraphState): readonly Clause[] =>
  wording?.clauses ?? alternatives[0]?.clauses ?? []

function quoteOf(paragraph: ParagraphState): string {
  const words = wordingText(clausesOf(paragraph)).split(/\s+/u)
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ')
}

function* blocksOf(
  paragraph: ParagraphState,
  { record }: FinalPaperInput,
  { text }: PaperTools,
): Generator<Block> {
  if (paragraph.status === 'suppressed') return
  const kind: BlockKind = paragraph.kind === 'footnote' ? 'text' : paragraph.kind
  const several = paragraph.alternatives.length > 1
  const wordings = several ? paragraph.alternatives.map(({ clauses }) => clauses) : [clausesOf(paragraph)]
  for (const [at, clauses] of wordings.entries()) {
    const lines = linesOf(clauses, record.language, text('papers.final.newerContent'))
    if (lines.length === 0) continue
    const { id, number } = paragraph
    const marks = [
      text('papers.final.openMark'),
      ...(several ? [text('papers.final.alternative', { n: at + 1 })] : []),
    ]
    yield { paragraph: id, kind, number, mark: isOpen(paragraph) ? marks.join(' · ') : null, lines }
  }
}

function reservationsOf({ state, language }: FinalPaperInput, { text }: PaperTools): Reservation[] {
  const living = state.paragraphs.filter(({ status }) => status !== 'suppressed')
  return countriesInOrder(language).flatMap((country): Reservation[] => {
    const items = living.flatMap((paragraph) => {
      const position = paragraph.positions[country]
      if (position.kind !== 'current' || position.value !== 'reserve') return []
      const where =
        paragraph.number === ''
          ? text('papers.final.reservationUnnumbered', { quote: quoteOf(paragraph) })
          : text('papers.final.reservationOn', { number: paragraph.number })
      return [{ where, reason: position.reason ?? text('papers.final.noReason') }]
    })
    return items.length === 0
      ? []
      : [{ country, name: countryName(country, language, { form: 'short' }), items }]
  })
}

/**
 * The acts that the printed text rests on: its rounds, the wordings, the agreements and the positions in force.
 * All are in the document's own scope, so every party holds the same ones; what a delegation keeps to itself
 * or what had no effect does not count.
 */
function actsBehind({ rounds, paragraphs }: DocumentState): readonly ActId[] {
  const acts = paragraphs.flatMap(({ wording, alternatives, agreement, positions }) => [
    ...[wording, agreement, ...alternatives].flatMap((each) => (each === null ? [] : [each.act])),
    ...Object.values(positions).flatMap((position) => (position.kind === 'current' ? [position.act] : [])),
  ])
  return [...new Set([...rounds.map(({ act }) => act), ...acts])].sort()
}

function fingerprintOf(acts: readonly ActId[], sha256: PaperTools['sha256']): Sha256 {
  return sha256(Uint8Array.from(acts.join('\n'), (character) => character.charCodeAt(0)))
}

function dateIn(language: UiLanguage, iso: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(iso))
}

/** `pt-BR` as people call it, in the language of the window; the tag itself where it has no name. */
function languageName(tag: string, language: UiLanguage): string {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

export function finalPaper(input: FinalPaperInput, tools: PaperTools): FinalPaperAnswer {
  const { conference, record, state, language, draft } = input
  const { text, sha256 } = tools
  if (state.paragraphs.length === 0) return { ok: false, reason: 'nothing' }
  const open = state.paragraphs
    .filter(isOpen)
    .map((paragraph) => ({ paragraph: paragraph.id, number: paragraph.number, quote: quoteOf(paragraph) }))
  if (open.length > 0 && !draft) return { ok: false, reason: 'open', open }

  const round = state.rounds.at(-1)
  const changed =
    round !== undefined && textHash(state.paragraphs.flatMap(clausesOf), sha256) !== round.textHash
  const date = round === undefined ? null : (round.received ?? round.claimed)
  const adopted = state.stage === 'adopted' || state.stage === 'archived'
  const symbol = round?.symbol ?? record.symbol
  const parties = countriesInOrder(language, state.parties)
  const named = { form: 'formal', ...(date === null ? {} : { at: date }) } as const
  const acts = actsBehind(state)
  return {
    ok: true,
    paper: {
      v: 1,
      language,
      textLanguage: record.language,
      conference: conference.title[language],
      motto: conference.motto,
      author: text('papers.final.author'),
      title: record.title,
      symbol: changed ? text('papers.final.changed', { symbol }) : symbol,
      status:
        open.length > 0
          ? text('papers.final.draftText', { open: open.length })
          : text(adopted ? 'papers.final.adoptedText' : 'papers.final.agreedText'),
      draftMark: open.length > 0 ? text('papers.final.draftMark') : null,
      date,
      dateLine: date === null ? null : text('papers.final.closed', { date: dateIn(language, date) }),
      original: text('papers.final.original', { language: languageName(record.language, language) }),
      blocks: state.paragraphs.flatMap((paragraph) => [...blocksOf(paragraph, input, tools)]),
      parties: {
        heading: text(adopted ? 'papers.final.adopting' : 'papers.final.parties'),
        names: parties.map((code) => countryName(code, language, named)),
      },
      reservations: { heading: text('papers.final.reservations'), by: reservationsOf(input, tools) },
      record: {
        heading: text('papers.final.record'),
        text: text('papers.final.acts', { count: acts.length }),
        fingerprint: fingerprintOf(acts, sha256),
      },
      pageOf: text('papers.final.pageOf', { page: '{page}', pages: '{pages}' }),
    },
  }
}
