import './strip.css'
import { memo, useRef, useState } from 'react'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { useDocument, useParagraph, useSelected, useSession } from '#renderer/session/context.tsx'
import { usePositionChoice } from '#renderer/session/position-choice.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { moveFocus } from '#renderer/ui/roving.ts'
import { Cell } from './Cell.tsx'
import { Counts } from '#renderer/session/Counts.tsx'
import { PositionMenu } from '#renderer/session/PositionMenu.tsx'

/** Twelve cells in the one fixed order, and below them how many said what. */
export const Strip = memo(function Strip({ id }: { readonly id: string }) {
  const text = useText()
  const { view } = useSession()
  const paragraph = useParagraph(id)
  const parties = useSelected(useDocument().facts, (facts) => facts.parties)
  const choice = usePositionChoice(id)
  const own = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  if (paragraph === undefined || !paragraph.consent) return null
  const stop = choice?.country ?? COUNTRY_CODES[0]
  return (
    <div className="strip">
      <div
        className="strip-cells"
        role="toolbar"
        aria-label={text('consensus.strip.label', { number: paragraph.number })}
        tabIndex={-1}
        onKeyDown={(event) => {
          moveFocus(event, { columns: 6 })
        }}
      >
        {COUNTRY_CODES.map((code) => (
          <Cell
            key={code}
            code={code}
            position={paragraph.positions[code]}
            isParty={parties.includes(code)}
            isOwn={choice?.country === code}
            isStop={stop === code}
            {...(choice?.country === code ? { anchor: own, isPrepared: choice.prepared !== null } : {})}
            onPress={() => {
              if (choice?.country === code) setOpen(true)
              else view.go({ paragraph: id, country: code, sheet: 'consensus', drawer: true })
            }}
          />
        ))}
      </div>
      <Counts positions={paragraph.positions} parties={parties} />
      {open && choice !== null && (
        <PositionMenu
          anchor={own}
          choice={choice}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </div>
  )
})
