import './drafts.css'
import { useText } from '#renderer/i18n/language.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Draft } from './Draft.tsx'
import { useDrafts } from './use-drafts.ts'

/** Words that the relay did not take, kept on this device and readable: nothing anybody wrote is lost. */
export function KeptDraftsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const { drafts, dismiss } = useDrafts()
  return (
    <Dialog title={text('drafts.title')} closeLabel={text('window.close')} onClose={onClose} wide>
      {drafts === null && <p role="status">{text('drafts.loading')}</p>}
      {drafts?.length === 0 && <p>{text('drafts.none')}</p>}
      {drafts !== null && drafts.length > 0 && <p>{text('drafts.explain')}</p>}
      {drafts?.map((draft) => (
        <Draft key={draft.id} draft={draft} onDismiss={() => void dismiss(draft.id)} />
      ))}
    </Dialog>
  )
}
