import { FileInput } from 'lucide-react'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import type { ImportDraft } from './import-draft.ts'
import { useReadFile } from './use-read-file.ts'

/** Where the draft comes from; a file that cannot be read says why and leaves everything as it was. */
export function ChooseFile({ onRead }: { readonly onRead: (draft: ImportDraft) => void }) {
  const text = useText()
  const { state, choose, read, refuse } = useReadFile(onRead)
  const isReading = state.kind === 'reading'
  return (
    <>
      <p>{text('import.choose.explain')}</p>
      <FileDrop
        label={text('import.choose.drop')}
        onFile={(file) => void read(file)}
        onSeveral={() => {
          refuse(text('import.choose.several'))
        }}
      >
        <FileInput size={34} strokeWidth={1.4} aria-hidden />
        <p className="import-drop-words" aria-hidden>
          {text('import.choose.drop')}
        </p>
        <Button look="primary" size="large" isDisabled={isReading} onPress={() => void choose()}>
          {text('import.choose.button')}
        </Button>
        <p className="quiet">{text('import.choose.formats')}</p>
      </FileDrop>
      <p role="status" className="import-reading">
        {isReading &&
          (state.name === null
            ? text('import.choose.readingAny')
            : text('import.choose.reading', { name: state.name }))}
      </p>
      <Problem
        words={
          state.kind === 'refused' && (
            <>
              <strong>{text('import.choose.refused')}</strong> {state.words}
            </>
          )
        }
      />
    </>
  )
}
