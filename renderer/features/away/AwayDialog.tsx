import './away.css'
import { isNothing } from '#renderer/session/away.ts'
import { useSession } from '#renderer/session/context.tsx'
import { useVisit } from '#renderer/session/use-visit.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AwayNews } from './AwayNews.tsx'
import { useAway } from './use-away.ts'

/** The same, asked for. */
export function AwayDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const formats = useFormats()
  const { view } = useSession()
  const { since, putAway } = useVisit()
  const away = useAway()
  const close = () => {
    putAway()
    onClose()
  }
  return (
    <Dialog
      title={text('term.whileAway')}
      closeLabel={text('window.close')}
      wide
      onClose={close}
      footer={
        <>
          <Button
            onPress={() => {
              close()
              view.go({ mode: 'text', show: { kind: 'sinceVisit' } })
            }}
            isDisabled={since === null}
          >
            {text('reading.away.inText')}
          </Button>
          <Button look="primary" onPress={close}>
            {text('window.understood')}
          </Button>
        </>
      }
    >
      <p className="quiet">
        {since === null
          ? text('reading.away.firstVisit')
          : text('reading.away.since', { when: formats.when(since) })}
      </p>
      {since !== null && isNothing(away) && <p>{text('reading.away.nothing')}</p>}
      <AwayNews away={away} />
    </Dialog>
  )
}
