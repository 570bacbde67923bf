import './import.css'
import { useState } from 'react'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { HatChoice } from '#renderer/ui/HatChoice.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { DocumentForm } from './DocumentForm.tsx'
import type { ImportDraft } from './import-draft.ts'
import { Preview } from './Preview.tsx'
import { Steps } from './Steps.tsx'
import { useCreate } from './use-create.ts'

type Step = 'choose' | 'preview' | 'details'

/** A zero draft from a file: read, corrected clause by clause, described, and only then created. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const [step, setStep] = useState<Step>('choose')
  const [draft, setDraft] = useState<ImportDraft | null>(null)
  const { creator, isBusy, create } = useCreate(onClose)
  const isComplete = draft !== null && draft.title.trim() !== '' && draft.symbol.trim() !== ''
  const shown = draft === null ? 'choose' : step
  return (
    <Dialog
      title={text('import.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      wide
      footer={
        <>
          {shown === 'details' && creator !== null && <HatChoice {...creator} />}
          <span className="spring" />
          {shown !== 'choose' && (
            <Button
              onPress={() => {
                setStep(shown === 'details' ? 'preview' : 'choose')
              }}
            >
              {text('import.back')}
            </Button>
          )}
          {shown === 'choose' && <Button onPress={onClose}>{text('window.cancel')}</Button>}
          {shown === 'preview' && (
            <Button
              look="primary"
              onPress={() => {
                setStep('details')
              }}
            >
              {text('import.preview.next')}
            </Button>
          )}
          {shown === 'details' && (
            <Button
              look="primary"
              isDisabled={!isComplete || creator === null || isBusy}
              onPress={() => {
                if (draft !== null) void create(draft)
              }}
            >
              {text(isBusy ? 'import.details.creating' : 'import.details.create')}
            </Button>
          )}
        </>
      }
    >
      <Steps current={shown} />
      {creator === null && <p>{text('import.notAllowed')}</p>}
      {shown === 'choose' && creator !== null && (
        <ChooseFile
          onRead={(read) => {
            setDraft(read)
            setStep('preview')
          }}
        />
      )}
      {shown === 'preview' && draft !== null && <Preview draft={draft} onChange={setDraft} />}
      {shown === 'details' && draft !== null && <DocumentForm draft={draft} onChange={setDraft} />}
    </Dialog>
  )
}
