/** The state of the panel in which the Chair makes one wording of several proposals. */
import { useEffect, useMemo, useState } from 'react'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Deed } from '#shared/acts/document/whole.ts'
import { consequencesOf, type Consequences } from '#renderer/session/consequences.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import {
  allParts,
  changesOf,
  choose,
  offerOf,
  planOf,
  withLevels,
  type Offer,
  type Plan,
  type Slot,
  type SplitAs,
  type Ticks,
} from '#renderer/session/incorporation.ts'
import { isWaiting, lineagesOf, rowOf } from '#renderer/session/proposals.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { createWorkbench, type Bench, type Workbench } from '#renderer/session/workbench.ts'

export interface Incorporation {
  /** As it was when the words were made of it. */
  readonly paragraph: ParagraphState
  readonly offers: readonly Offer[]
  readonly ticks: Ticks
  readonly plan: Plan
  readonly splitAs: SplitAs
  readonly benches: ReadonlyMap<string, Bench>
  readonly workbench: Workbench
  readonly changes: ReturnType<typeof changesOf>
  readonly deed: Deed | null
  readonly consequences: Consequences | null
  /** The text has other words than those the result was made of. */
  readonly isBehind: boolean
  choose(offer: Offer, parts: ReadonlySet<number> | null): void
  setSplitAs(as: SplitAs): void
  catchUp(): void
}

export function useIncorporation(now: ParagraphState, wanted: readonly string[]): Incorporation {
  const document = useDocument()
  const text = useStore(document.paragraphs)
  const { proposals } = useStore(document.facts)
  const [paragraph, setParagraph] = useState(now)
  const [splitAs, setSplitAs] = useState<SplitAs>('parts')
  const [workbench] = useState(createWorkbench)
  const offers = useMemo(
    () => offeredAt(paragraph, proposals, wanted, text).map((one) => offerOf(one, paragraph)),
    [paragraph, proposals, wanted, text],
  )
  const [ticks, setTicks] = useState<Ticks>(() =>
    offers
      .filter(({ proposal }) => wanted.includes(proposal.act))
      .reduce<Ticks>((chosen, offer) => choose(chosen, offers, offer, allParts(offer)), new Map()),
  )
  const plan = useMemo(
    () => planOf({ paragraph, text, offers, ticks, splitAs }),
    [paragraph, text, offers, ticks, splitAs],
  )
  const benches = useStore(workbench.all)
  useEffect(() => {
    workbench.lay(plan.slots.filter(isWritten))
  }, [workbench, plan])
  useEffect(
    () => () => {
      workbench.close()
    },
    [workbench],
  )
  const changes = useMemo(
    () =>
      changesOf(plan, (slot) => (isWritten(slot) ? (benches.get(slot.key)?.words ?? slot.made) : slot.made)),
    [plan, benches],
  )
  const deed = useMemo(() => deedOf(plan, changes, paragraph), [plan, changes, paragraph])
  const consequences = useMemo(
    () => (deed === null ? null : consequencesOf(deed, plan.used, text, proposals)),
    [deed, plan, text, proposals],
  )
  return {
    ...{ paragraph, offers, ticks, plan, splitAs, benches, workbench, changes, deed, consequences },
    isBehind: setBy(now).join() !== setBy(paragraph).join(),
    choose(offer, parts) {
      setTicks(choose(ticks, offers, offer, parts))
    },
    setSplitAs,
    catchUp() {
      setParagraph(now)
    },
  }
}

/** What is suppressed is not written on. */
export const isWritten = ({ made }: Slot): boolean => made[0]?.suppressed !== true

function offeredAt(
  { id }: ParagraphState,
  proposals: readonly ProposalState[],
  wanted: readonly string[],
  text: readonly ParagraphState[],
): ProposalState[] {
  const order = text.map((one) => one.id)
  return lineagesOf(proposals)
    .map(({ head }) => head)
    .filter((one) => isWaiting(one) && (rowOf(one, order) === id || wanted.includes(one.act)))
}

/** null: there is nothing to do. */
function deedOf(plan: Plan, changes: Incorporation['changes'], paragraph: ParagraphState): Deed | null {
  const operation = plan.used[0]?.operation
  if (plan.way === 'move')
    return operation?.kind === 'move'
      ? { kind: 'move', paragraph: operation.paragraph, after: operation.after }
      : null
  if (plan.way === 'split')
    return operation?.kind === 'split'
      ? { kind: 'split', paragraph: operation.paragraph, parts: withLevels(paragraph, operation.parts) }
      : null
  if (changes.length === 0) return null
  return {
    kind: 'incorporate',
    paragraphs: changes.map(({ slot, clauses }) => ({
      paragraph: slot.paragraph ?? slot.key,
      base: slot.base,
      clauses,
    })),
  }
}
