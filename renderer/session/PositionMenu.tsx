import type { RefObject } from 'react'
import type { PositionValue } from '#shared/domain/position.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { takesReason, type PositionChoice } from './position-choice.ts'
import { AnchoredMenu, type MenuEntry } from '#renderer/ui/Menu.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

/** From consent to refusal, as a delegate weighs it; in the matrix the keys 1 to 6. */
export const OFFERED = ['agree', 'adReferendum', 'reserve', 'scrutiny', 'object', 'noInstructions'] as const

type Key = PositionValue | 'confirm' | 'takeOver'

function mark(value: PositionValue, lapsed = false) {
  return <PositionMark shown={{ value, lapsed }} />
}

/** The menu of one's own cell; it says in whose name the position will be taken (rule 20). */
export function PositionMenu(props: {
  readonly anchor: RefObject<Element | null>
  readonly choice: PositionChoice
  readonly onClose: () => void
}) {
  const text = useText()
  const language = useLanguage()
  const { choice } = props
  const preparing = choice.mode === 'prepare'
  const name = country(choice.country, language)
  const values = OFFERED.map((value): MenuEntry<Key> => {
    const words = text(POSITION_WORDS[value])
    return {
      key: value,
      label: preparing
        ? text('consensus.menu.prepare', { value: words })
        : takesReason(value)
          ? `${words}…`
          : words,
      icon: mark(value),
    }
  })
  const { current, prepared } = choice
  const first: MenuEntry<Key>[] = []
  if (!preparing && current.kind === 'lapsed') {
    first.push({
      key: 'confirm',
      label: text('term.confirmAgain'),
      hint: text(POSITION_WORDS[current.value]),
      icon: mark(current.value, true),
    })
  }
  if (!preparing && prepared !== null) {
    first.push({
      key: 'takeOver',
      label: text('consensus.menu.takeOver'),
      hint: text(POSITION_WORDS[prepared.value]),
      icon: mark(prepared.value),
    })
  }
  return (
    <AnchoredMenu
      label={text('consensus.menu.label', { country: name })}
      heading={text(preparing ? 'consensus.menu.prepareFor' : 'people.as', { name })}
      anchor={props.anchor}
      entries={[...first, ...values]}
      selected={current.kind === 'current' ? current.value : null}
      onClose={props.onClose}
      onChoose={(key) => {
        props.onClose()
        if (key === 'confirm') choice.confirm()
        else if (key === 'takeOver') choice.takeOver()
        else choice.choose(key)
      }}
    />
  )
}
