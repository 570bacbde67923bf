import { useState } from 'react'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import type { DraftRow } from '#renderer/session/draft-outline.ts'
import { openingWords } from '#renderer/session/outline.ts'
import { useTextRoom } from '#renderer/session/text-room.tsx'
import type { Place } from '#renderer/session/view.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'

const tidy = (number: string) => number.replace(/\s+/g, '').toLowerCase()

interface Numbered {
  readonly number: string
  readonly words: string
  readonly place: Partial<Place>
}

/** Read when asked: the text goes on changing beside the dialog. */
function useNumbered(): () => readonly Numbered[] {
  const { paragraphs } = useDocument()
  const room = useTextRoom()
  if (room !== null) return () => room.outline.get().map(inDraft)
  return () =>
    paragraphs.get().map((paragraph) => ({
      number: paragraph.number,
      words: openingWords(paragraph, 70),
      place: { paragraph: paragraph.id },
    }))
}
const inDraft = ({ id, number, words }: DraftRow): Numbered => ({ number, words, place: { caret: id } })

/** To a paragraph by its number, typed as it is spoken: "pp3", "7bis"; while drafting the caret goes along. */
export function GoToDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const { view } = useSession()
  const read = useNumbered()
  const [number, setNumber] = useState('')
  const wanted = tidy(number)
  const all = wanted === '' ? [] : read()
  const found =
    all.find((one) => tidy(one.number) === wanted) ?? all.find((one) => tidy(one.number).startsWith(wanted))
  const go = () => {
    onClose()
    if (found !== undefined) view.go({ ...found.place, country: null, mode: 'text' })
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
          help={found === undefined ? text('window.goTo.help') : `${found.number} · ${found.words}`}
          value={number}
          onChange={setNumber}
          takesFocus
        />
      </form>
    </Dialog>
  )
}
