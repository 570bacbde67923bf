import { useState } from 'react'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'

const tidy = (number: string) => number.replace(/\s+/g, '').toLowerCase()

/** To a paragraph by its number, typed as it is spoken: "pp3", "7bis". */
export function GoToDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const { view } = useSession()
  const { paragraphs } = useDocument()
  const [number, setNumber] = useState('')
  const wanted = tidy(number)
  const all = paragraphs.get()
  const found =
    all.find((paragraph) => wanted !== '' && tidy(paragraph.number) === wanted) ??
    all.find((paragraph) => wanted !== '' && tidy(paragraph.number).startsWith(wanted))
  const go = () => {
    onClose()
    if (found !== undefined) view.go({ paragraph: found.id, country: null, mode: 'text' })
  }
  return (
    <Dialog
      title={text('window.goTo.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={found === undefined} onPress={go}>
            {text('window.goTo.confirm')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (found !== undefined) go()
        }}
      >
        <Field
          label={text('window.goTo.label')}
          help={
            found === undefined ? text('window.goTo.help') : `${found.number} · ${openingWords(found, 70)}`
          }
          value={number}
          onChange={setNumber}
          takesFocus
        />
      </form>
    </Dialog>
  )
}
