import './export.css'
import { useState } from 'react'
import { UI_LANGUAGES, type UiLanguage } from '#shared/domain/language.ts'
import { useDocument, useRecord, useStore } from '#renderer/session/context.tsx'
import { isOpen } from '#renderer/session/outline.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { OpenParagraphs } from './OpenParagraphs.tsx'
import { Progress } from './Progress.tsx'
import { Saved } from './Saved.tsx'
import { useExport } from './use-export.ts'

const NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const

/** The final PDF. While a paragraph is open it is refused with the reasons, unless a draft is wanted. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const ui = useLanguage()
  const record = useRecord()
  const paragraphs = useStore(useDocument().paragraphs)
  const [language, setLanguage] = useState<UiLanguage>(
    UI_LANGUAGES.find((one) => one === record?.language) ?? ui,
  )
  const [asDraft, setAsDraft] = useState(false)
  const { state, run, cancel, again } = useExport()
  const open = paragraphs.filter(isOpen)
  const hasText = paragraphs.length > 0
  const isDraft = open.length > 0 && asDraft
  const isReady = hasText && (open.length === 0 || asDraft) && state.kind === 'asking'
  return (
    <Dialog
      title={text('export.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        state.kind === 'saved' ? (
          <>
            <Button onPress={again}>{text('export.again')}</Button>
            <Button look="primary" onPress={onClose}>
              {text('window.close')}
            </Button>
          </>
        ) : (
          <>
            {state.kind === 'working' ? (
              <Button onPress={cancel}>{text('export.cancel')}</Button>
            ) : (
              <Button onPress={onClose}>{text('window.cancel')}</Button>
            )}
            <Button look="primary" isDisabled={!isReady} onPress={() => void run(language, isDraft)}>
              {text(isDraft ? 'export.confirmDraft' : 'export.confirm')}
            </Button>
          </>
        )
      }
    >
      {state.kind === 'saved' && <Saved saved={state.saved} />}
      {state.kind === 'working' && <Progress step={state.step} />}
      {state.kind === 'asking' && (
        <>
          <p>{text('export.explain')}</p>
          <div className="export-language">
            <span className="field-label" aria-hidden>
              {text('export.language')}
            </span>
            <Segmented
              label={text('export.language')}
              value={language}
              segments={UI_LANGUAGES.map((key) => ({ key, label: NAMES[key], lang: key }))}
              onChange={setLanguage}
            />
          </div>
          {!hasText && <p>{text('export.nothing')}</p>}
          {hasText && open.length === 0 && <p className="export-ready">{text('export.ready')}</p>}
          {open.length > 0 && (
            <>
              <OpenParagraphs open={open} onLeave={onClose} />
              <Tick checked={asDraft} onChange={setAsDraft}>
                {text('export.draft')}
              </Tick>
            </>
          )}
        </>
      )}
    </Dialog>
  )
}
