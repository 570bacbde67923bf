import { MonitorUp } from 'lucide-react'
import { useParagraph, usePlace, useSession } from '#renderer/session/context.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { setBy } from '#renderer/session/wordings.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'

/** What the Chair (or facilitator, or the Secretariat on their behalf) may do to the words of a paragraph. */
export function ParagraphActions({ id }: { readonly id: string }) {
  const text = useText()
  const { view, intents } = useSession()
  const paragraph = useParagraph(id)
  const screen = usePlace((place) => place.screen)
  const office = useOffice('incorporate', id)
  if (office === null || paragraph === undefined || screen !== null) return null
  const begin = async () => {
    const room = await intents.openScreen(office.target, id)
    if (room !== null) view.go({ screen: { room, paragraph: id, isNew: false, seed: null, used: [] } })
  }
  const { wording, status } = paragraph
  const settled = status === 'agreed' || status === 'agreedWithReservation'
  const restore = () => {
    if (wording === null) return
    const clauses = wording.clauses.map((clause) => ({ ...clause, suppressed: false }))
    const back = { paragraph: id, after: null, base: setBy(paragraph), clauses, reason: '' }
    void intents.incorporate(office.target, back)
  }
  return (
    <div className="row-actions" role="group" aria-label={text('window.actions.label')}>
      <HatLine office={office} />
      <Button
        size="small"
        onPress={() => {
          view.go({ question: { kind: 'incorporateProposals', paragraph: id, proposals: [] } })
        }}
      >
        {text('chair.actions.incorporate')}
      </Button>
      <Button size="small" icon={<MonitorUp size={15} aria-hidden />} onPress={() => void begin()}>
        {text('window.actions.screen')}
      </Button>
      <Button
        size="small"
        onPress={() => {
          view.go({ question: { kind: 'insert', paragraph: id } })
        }}
      >
        {text('window.actions.insert')}
      </Button>
      {paragraph.consent && wording !== null && status !== 'suppressed' && (
        <Button
          size="small"
          onPress={() => {
            view.go({ question: { kind: 'suppress', paragraph: id } })
          }}
        >
          {text('window.actions.suppress')}
        </Button>
      )}
      {status === 'suppressed' && (
        <Button size="small" onPress={restore}>
          {text('window.actions.restore')}
        </Button>
      )}
      {settled && <p className="quiet row-note">{text('window.actions.agreedNote')}</p>}
    </div>
  )
}
