import { memo, useRef, useState } from 'react'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { useDocument, useParagraph, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import { Counts } from '#renderer/session/Counts.tsx'
import { usePositionChoice } from '#renderer/session/position-choice.ts'
import { OFFERED, PositionMenu } from '#renderer/session/PositionMenu.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { CellDetails } from './CellDetails.tsx'
import { MatrixCell } from './MatrixCell.tsx'
import { RowHead } from './RowHead.tsx'

interface MatrixRowProps {
  readonly id: string
  /** Place among the rows shown, from 0. */
  readonly index: number
  /** Column of the cell that Tab comes to, when it is in this row; 0 is the paragraph. */
  readonly stop: number | null
  readonly setColumn: (column: number) => void
  readonly onEnter: (id: string) => void
}

/** One paragraph and the twelve positions on it. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { id, index, stop, setColumn } = props
  const { view } = useSession()
  const paragraph = useParagraph(id)
  const parties = useSelected(useDocument().facts, (facts) => facts.parties)
  const isCurrent = usePlace((place) => place.paragraph === id)
  const choice = usePositionChoice(id)
  const anchor = useRef<Element>(null)
  const [open, setOpen] = useState<CountryCode | null>(null)
  if (paragraph === undefined) return null

  const comeTo = (column: number) => {
    setColumn(column)
    view.go({ paragraph: id, country: COUNTRY_CODES[column - 1] ?? null })
  }
  const close = () => {
    setOpen(null)
  }
  const take = (key: number) => {
    const value = OFFERED[key - 1]
    if (choice === null || value === undefined) return
    const { current } = choice
    // said already: another act would say nothing
    if (current.kind === 'current' && current.value === value) return
    choice.choose(value)
  }
  return (
    <tr
      className={joinClasses('matrix-row', isCurrent && 'matrix-current')}
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      onMouseEnter={() => {
        props.onEnter(id)
      }}
    >
      <RowHead
        paragraph={paragraph}
        isStop={stop === 0}
        onFocus={() => {
          comeTo(0)
        }}
        onDigit={take}
      />
      {COUNTRY_CODES.map((code, i) => (
        <MatrixCell
          key={code}
          code={code}
          column={i + 2}
          position={paragraph.positions[code]}
          isParty={parties.includes(code)}
          isOwn={choice?.country === code}
          isPrepared={choice?.country === code && choice.prepared !== null}
          isStop={stop === i + 1}
          isOpen={open === code}
          onFocus={() => {
            comeTo(i + 1)
          }}
          onPress={(element) => {
            anchor.current = element
            setOpen(code)
          }}
          onDigit={take}
        />
      ))}
      <td className="matrix-summary" aria-colindex={COUNTRY_CODES.length + 2}>
        <Counts positions={paragraph.positions} parties={parties} />
        {open !== null && open === choice?.country && (
          <PositionMenu anchor={anchor} choice={choice} onClose={close} />
        )}
        {open !== null && open !== choice?.country && (
          <CellDetails anchor={anchor} code={open} paragraph={paragraph} onClose={close} />
        )}
      </td>
    </tr>
  )
})
