import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useSession } from '#renderer/session/context.tsx'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { usePresence } from '#renderer/session/use-room.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PresenceChips } from '#renderer/ui/PresenceChips.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { DiscardDraft } from './DiscardDraft.tsx'
import type { DraftProps } from './draft-props.ts'
import { useLeave } from './leave.ts'
import { useDraftWords } from './draft-words.ts'
import { operationOf } from './operation-of.ts'
import { whyClosed } from './why-closed.ts'

interface FootProps extends Omit<DraftProps, 'copy' | 'onHandedOver'> {
  readonly against: readonly Clause[]
}

/** Whose draft it is, who else is in it, and what can be done with it. */
export function DraftFoot(props: FootProps) {
  const { paragraph, delegation, room, draft, listed, state, against, onAskAgain } = props
  const text = useText()
  const language = useLanguage()
  const { view } = useSession()
  const leave = useLeave(paragraph.id)
  const tabling = useOffice('table', paragraph.id)
  const words = useDraftWords(room)
  const ask = (state: DraftState, { clauses }: OpenRoom) => {
    const operation = operationOf(state, clauses())
    if (operation === null) return
    const { previous, answers } = state
    view.go({
      question: { kind: 'table', tabling: { draft: state.draft, operation, previous, answers } },
    })
  }
  const country = nameOf(delegation.country, language)
  const closed = listed?.operation === 'insert' ? null : whyClosed(paragraph)
  return (
    <div className="pen-foot" role="group" aria-label={text('proposing.draft.label', { country })}>
      <p className="quiet">
        {text(draft === null && state !== 'failed' ? 'proposing.draft.opening' : 'proposing.draft.whose', {
          country,
        })}
      </p>
      <Colleagues {...{ room }} />
      <span className="spring" />
      {tabling === null && <p className="quiet">{text('proposing.draft.adviser')}</p>}
      {state === 'failed' && (
        <Button size="small" onPress={onAskAgain}>
          {text('proposing.copy.again')}
        </Button>
      )}
      {draft !== null && room !== null && (
        <DiscardDraft
          {...{ draft, delegation }}
          isUnchanged={words === wordingText(against)}
          onDone={leave}
        />
      )}
      <Button size="small" onPress={leave}>
        {text('window.close')}
      </Button>
      {listed !== undefined && room !== null && (
        <Button
          size="small"
          look={tabling === null ? 'plain' : 'primary'}
          onPress={() => {
            ask(listed, room)
          }}
        >
          {text(tabling === null ? 'proposing.draft.describe' : 'proposing.draft.table')}
        </Button>
      )}
      <div className="pen-told">
        <Problem
          words={
            (state === 'failed' && text('proposing.copy.failed')) ||
            (closed !== null && text(closed)) ||
            (listed?.baseChanged === true && text('proposing.base.changed'))
          }
        />
      </div>
    </div>
  )
}

function Colleagues({ room }: Pick<FootProps, 'room'>) {
  const text = useText()
  const formats = useFormats()
  const labels = usePresence(room)
  if (labels.length === 0) return null
  return <PresenceChips labels={labels} label={text('window.presence', { list: formats.list(labels) })} />
}
