import { useState } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useRecord, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { newParagraph } from '#renderer/session/wordings.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { KIND_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'

const OFFERED = ['preambular', 'operative', 'text', 'heading'] as const
type Offered = (typeof OFFERED)[number]

/** A new paragraph after another; until the round closes it is numbered bis, ter… (rule 9). */
export function InsertDialog(props: { readonly paragraph: ParagraphState; readonly onClose: () => void }) {
  const { paragraph, onClose } = props
  const text = useText()
  const record = useRecord()
  const { intents, newId } = useSession()
  const office = useOffice('incorporate', paragraph.id)
  const [kind, setKind] = useState<Offered>(OFFERED.find((one) => one === paragraph.kind) ?? 'operative')
  const [words, setWords] = useState('')
  if (office === null) return null
  const confirm = () => {
    onClose()
    void intents.incorporate(office.target, {
      paragraph: null,
      after: paragraph.id,
      base: [],
      clauses: newParagraph(kind, words, newId),
      reason: '',
    })
  }
  return (
    <Dialog
      title={text('consensus.insert.title', { number: paragraph.number })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={words.trim() === ''} onPress={confirm}>
            {text('term.incorporate')}
          </Button>
        </>
      }
    >
      <Choice
        label={text('window.kind.label')}
        value={kind}
        options={OFFERED.map((key) => ({ key, label: text(KIND_WORDS[key]) }))}
        onChange={setKind}
      />
      <Field
        label={text('consensus.insert.words')}
        help={text('consensus.insert.help')}
        value={words}
        onChange={setWords}
        rows={6}
        required
        maxLength={20000}
        lang={record?.language ?? 'es'}
        takesFocus
      />
    </Dialog>
  )
}
