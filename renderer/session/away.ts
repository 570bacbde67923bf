/**
 * "While you were away" (rule 34): what others did, paragraph by paragraph, which of one's positions lapsed, and
 * what became of one's own acts that were still on this device (rule 33). `since` is the newest receipt of the
 * last visit: what the relay took later is news, whenever it was signed.
 */
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { KeyId, LogEntry, ParagraphState } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { PositionValue } from '#shared/domain/position.ts'
import { receiptsOf, wordingAt } from './reading.ts'

/** Acts of one kind and outcome by several hands read as one line. */
export interface AwayLine {
  readonly entry: LogEntry
  readonly by: readonly KeyId[]
}

export interface AwayParagraph {
  readonly paragraph: ParagraphState
  readonly lines: readonly AwayLine[]
  /** The own country's position that lapsed meanwhile. */
  readonly lapsed: PositionValue | null
}

/** `fallen`: a proposal whose words were no longer there; its text is kept. */
export interface OwnAct {
  readonly entry: LogEntry
  readonly outcome: 'sent' | 'late' | 'noEffect' | 'fallen'
}

export interface Away {
  readonly paragraphs: readonly AwayParagraph[]
  /** About no paragraph: stages, rounds, parties. */
  readonly whole: readonly AwayLine[]
  readonly own: readonly OwnAct[]
}

interface Seen {
  readonly log: readonly LogEntry[]
  readonly paragraphs: readonly ParagraphState[]
  readonly proposals: readonly ProposalState[]
}
interface Me {
  readonly keys: ReadonlySet<KeyId>
  readonly country: CountryCode | null
}

export function awayOf({ log, paragraphs, proposals }: Seen, me: Me, since: string | null): Away {
  if (since === null) return { paragraphs: [], whole: [], own: [] }
  const news = log.filter(({ received }) => received !== null && received > since)
  const others = news.filter(({ by }) => !me.keys.has(by))
  const about = new Map<string | null, LogEntry[]>()
  for (const entry of others) about.set(entry.paragraph, [...(about.get(entry.paragraph) ?? []), entry])
  const entries = receiptsOf(log)
  return {
    paragraphs: paragraphs.flatMap((paragraph) => {
      const lines = linesOf(about.get(paragraph.id) ?? [])
      const lapsed = lapsedSince(paragraph, me.country, entries, since)
      return lines.length === 0 && lapsed === null ? [] : [{ paragraph, lines, lapsed }]
    }),
    whole: linesOf(about.get(null) ?? []),
    own: news
      .filter(({ by }) => me.keys.has(by))
      .map((entry) => ({ entry, outcome: outcomeOf(entry, proposals) })),
  }
}

export const isNothing = ({ paragraphs, whole, own }: Away): boolean =>
  paragraphs.length === 0 && whole.length === 0 && own.every(({ outcome }) => outcome === 'sent')

function linesOf(entries: readonly LogEntry[]): readonly AwayLine[] {
  const lines = new Map<string, AwayLine>()
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.noEffect ?? ''}`
    const line = lines.get(key)
    const by = line?.by ?? []
    lines.set(key, { entry: line?.entry ?? entry, by: by.includes(entry.by) ? by : [...by, entry.by] })
  }
  return [...lines.values()]
}

/** What had lapsed before was told before. */
function lapsedSince(
  paragraph: ParagraphState,
  country: CountryCode | null,
  entries: ReadonlyMap<string, LogEntry>,
  since: string,
): PositionValue | null {
  const position = country === null ? undefined : paragraph.positions[country]
  if (position?.kind !== 'lapsed') return null
  const then = wordingAt(paragraph, entries, since)
  return then?.hash === paragraph.wording?.hash ? null : position.value
}

function outcomeOf(entry: LogEntry, proposals: readonly ProposalState[]): OwnAct['outcome'] {
  if (entry.noEffect !== null) return 'noEffect'
  if (proposals.some(({ act, status }) => act === entry.act && status === 'fallen')) return 'fallen'
  return entry.late ? 'late' : 'sent'
}
