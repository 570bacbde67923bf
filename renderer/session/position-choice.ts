/**
 * What this member can do about a paragraph's position, wherever it is offered: state it as Speaker,
 * prepare it as adviser, confirm a lapsed one on the new wording, take over what was prepared.
 */
import type { CountryPosition, ParagraphState, PreparedPosition } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { needsReason, type PositionValue } from '#shared/domain/position.ts'
import type { Hat } from '#shared/ipc/contract.ts'
import { useConference, useDocument, useParagraph, useSelected, useSession, useStore } from './context.tsx'
import { usePowers } from './use-powers.ts'

export interface PositionChoice {
  readonly mode: 'state' | 'prepare'
  readonly country: CountryCode
  readonly hat: Hat
  readonly current: CountryPosition
  /** The newest prepared position that nobody answered. */
  readonly prepared: PreparedPosition | null
  /** Asks for the reason first where one is obligatory or usual. */
  choose(value: PositionValue): void
  /** The same value as before, on the wording of now (rule 15). */
  confirm(): void
  takeOver(): void
}

/** A reason belongs to these; only an objection cannot do without one (rule 13). */
export const takesReason = (value: PositionValue): boolean =>
  needsReason(value) || value === 'reserve' || value === 'scrutiny'

/** null: no hat of this member speaks for a country, or the paragraph takes no positions now. */
export function usePositionChoice(id: string): PositionChoice | null {
  const { intents, view } = useSession()
  const { conf } = useConference()
  const document = useDocument()
  const paragraph = useParagraph(id)
  const powers = usePowers()
  const negotiating = useSelected(document.facts, ({ stage }) => stage === 'negotiation')
  const everyPrepared = useSelected(document.facts, ({ prepared }) => prepared)
  const hat = powers.speaker ?? powers.adviser
  const { country } = powers
  if (hat === null || country === null || !negotiating || !answers(paragraph)) return null

  const target = { conf, doc: document.id, hat: hat.key }
  const { hash } = paragraph.wording
  const current = paragraph.positions[country]
  const prepared =
    everyPrepared.findLast(
      (one) => one.paragraph === id && one.country === country && !one.answered && !one.lapsed,
    ) ?? null
  const say = (value: PositionValue, reason: string | null) => {
    const statement = { paragraph: id, hash, value, reason }
    void (powers.speaker === null
      ? intents.preparePosition(target, statement)
      : intents.takePosition(target, statement))
  }
  return {
    mode: powers.speaker === null ? 'prepare' : 'state',
    country,
    hat,
    current,
    prepared,
    choose(value) {
      if (takesReason(value)) view.go({ question: { kind: 'position', paragraph: id, value } })
      else say(value, null)
    },
    confirm() {
      if (current.kind !== 'none') say(current.value, current.reason)
    },
    takeOver() {
      if (prepared !== null) say(prepared.value, prepared.reason)
    },
  }
}

type Answering = ParagraphState & { readonly wording: NonNullable<ParagraphState['wording']> }
const answers = (paragraph: ParagraphState | undefined): paragraph is Answering =>
  paragraph?.consent === true && paragraph.wording !== null && paragraph.status !== 'suppressed'

/** Whether the act that set a position has reached the relay. */
export function useUnsent(act: string | null): boolean {
  const unsent = useStore(useConference().unsent)
  return act !== null && unsent.has(act)
}
