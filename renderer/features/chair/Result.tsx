import type { Clash, Slot, SplitAs } from '#renderer/session/incorporation.ts'
import { mayStayOne } from '#renderer/session/incorporation.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { SlotEditor } from './SlotEditor.tsx'
import { isWritten, type Incorporation } from './use-incorporation.ts'
import { useNames } from './use-names.ts'

/** What the paragraphs would say; what meets is said, and written by hand. */
export function Result({ state }: { readonly state: Incorporation }) {
  const text = useText()
  const { plan, benches, workbench } = state
  const nameOf = useSlotNames()
  const clashWords = useClashWords(state)
  return (
    <section className="result">
      <h3>{text('chair.result')}</h3>
      <SplitChoice state={state} />
      {plan.clashes.map((clash) => {
        const words = clashWords(clash)
        return (
          <p key={words} className="chair-warning">
            {words}
          </p>
        )
      })}
      {plan.slots.map((slot) => {
        const bench = benches.get(slot.key)
        if (!isWritten(slot)) return <p key={slot.key}>{nameOf(slot)}</p>
        return (
          bench !== undefined && (
            <SlotEditor key={slot.key} {...{ slot, bench, workbench }} label={nameOf(slot)} />
          )
        )
      })}
    </section>
  )
}

function SplitChoice({ state: { plan, paragraph, splitAs, setSplitAs } }: { readonly state: Incorporation }) {
  const text = useText()
  const operation = plan.used[0]?.operation
  if (operation?.kind !== 'split' || !mayStayOne(paragraph, operation.parts)) return null
  return (
    <Segmented<SplitAs>
      label={text('chair.result.splitAs')}
      value={splitAs}
      segments={[
        { key: 'parts', label: text('chair.result.asParts') },
        { key: 'paragraphs', label: text('chair.result.asParagraphs') },
      ]}
      onChange={setSplitAs}
    />
  )
}

function useSlotNames(): (slot: Slot) => string {
  const text = useText()
  const names = useNames()
  return (slot) => {
    if (slot.paragraph !== null) {
      const name = names.paragraph(slot.paragraph)
      return text(isWritten(slot) ? 'chair.result.words' : 'chair.result.suppressed', { name })
    }
    return slot.after === null
      ? text('chair.result.newFirst')
      : text('chair.result.new', { name: names.paragraph(slot.after) })
  }
}

function useClashWords({ plan }: Incorporation): (clash: Clash) => string {
  const text = useText()
  const names = useNames()
  const sideOf = ({ act, n }: Clash['one']) => {
    const proposal = plan.used.find((one) => one.act === act)
    const name = proposal === undefined ? '' : names.proposal(proposal)
    return n === null ? name : text('chair.clash.part', { name, n })
  }
  return ({ one, other }) => text('chair.clash', { one: sideOf(one), other: sideOf(other) })
}
