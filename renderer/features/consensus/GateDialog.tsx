import type { ParagraphState } from '#shared/acts/state.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { MissingList } from './Missing.tsx'

/** Why the paragraph cannot be marked agreed yet, by country (rule 21). Closes by itself when it can. */
export function GateDialog(props: { readonly paragraph: ParagraphState; readonly onClose: () => void }) {
  const text = useText()
  const { paragraph, onClose } = props
  const ready = paragraph.missing.length === 0
  return (
    <Dialog
      title={text('consensus.gate.title', { number: paragraph.number })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          {text('window.understood')}
        </Button>
      }
    >
      <p>{text(ready ? 'consensus.gate.ready' : 'consensus.gate.explain')}</p>
      <MissingList missing={paragraph.missing} />
    </Dialog>
  )
}
