import type { ParagraphState } from '#shared/acts/state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'

/** Incorporate what is on the screen, or take it off; with what will come of it said beforehand. */
export function ScreenActions(props: {
  readonly room: OpenRoom
  readonly paragraph: ParagraphState
  readonly words: string
}) {
  const { room, paragraph, words } = props
  const text = useText()
  const { view, intents } = useSession()
  const office = useOffice('incorporate', paragraph.id)
  const screen = usePlace((place) => place.screen)
  if (office === null || !room.writable) return null
  const used = screen?.paragraph === paragraph.id ? screen.used : []
  const settled = paragraph.status === 'agreed' || paragraph.status === 'agreedWithReservation'
  const unchanged = paragraph.wording !== null && wordingText(paragraph.wording.clauses) === words
  const drop = () => {
    room.empty()
    view.go({ screen: null })
  }
  const incorporate = async () => {
    const clauses = room.clauses()
    const wording = { paragraph: paragraph.id, after: null, base: setBy(paragraph), clauses }
    const done =
      used.length === 0
        ? await intents.incorporate(office.target, { ...wording, reason: '' })
        : await intents.incorporateProposals(office.target, [wording], { proposals: used, reason: '' })
    if (done) drop()
  }
  return (
    <footer className="screen-foot">
      {settled ? (
        <Tag tone="warn">{text('window.screen.agreedWarning')}</Tag>
      ) : (
        <span className="quiet">{text('window.screen.lapseNote')}</span>
      )}
      <span className="spring" />
      <HatLine office={office} />
      <Button onPress={drop}>{text('window.screen.drop')}</Button>
      <Button look="primary" isDisabled={unchanged || words.trim() === ''} onPress={() => void incorporate()}>
        {text('term.incorporate')}
      </Button>
    </footer>
  )
}
