import type { RefObject } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { useSession } from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { PositionDetails } from '#renderer/session/PositionDetails.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { AnchoredPanel } from '#renderer/ui/AnchoredPanel.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Code } from '#renderer/ui/Code.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

/** What stands behind one cell: since when, signed by whom, why, and what changed since. */
export function CellDetails(props: {
  readonly anchor: RefObject<Element | null>
  readonly code: CountryCode
  readonly paragraph: ParagraphState
  readonly onClose: () => void
}) {
  const { code, paragraph, onClose } = props
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const position = paragraph.positions[code]
  const name = country(code, language)
  const value = position.kind === 'none' ? 'none' : position.value
  return (
    <AnchoredPanel
      anchor={props.anchor}
      label={text('matrix.cell', { country: name, number: paragraph.number })}
      onClose={onClose}
    >
      <p className="matrix-details-line">
        <Code code={code} />
        <strong>{name}</strong>
        <span className="spring" />
        {text(POSITION_WORDS[value])}
        <PositionMark shown={{ value, lapsed: position.kind === 'lapsed' }} />
      </p>
      {position.kind === 'none' ? (
        <p className="quiet">{text('matrix.noPosition', { country: name })}</p>
      ) : (
        <PositionDetails position={position} wording={shownWording(paragraph)} />
      )}
      <div>
        <Button
          size="small"
          onPress={() => {
            onClose()
            view.go({
              mode: 'text',
              paragraph: paragraph.id,
              country: code,
              sheet: 'consensus',
              drawer: true,
            })
          }}
        >
          {text('matrix.goTo')}
        </Button>
      </div>
    </AnchoredPanel>
  )
}
