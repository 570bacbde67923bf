import { useState } from 'react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { needsReason, type PositionValue } from '#shared/domain/position.ts'
import { useConference, useDocument, useRecord, useSession } from '#renderer/session/context.tsx'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

interface PositionDialogProps {
  readonly paragraph: ParagraphState
  readonly value: PositionValue
  readonly onClose: () => void
}

/** Asks for the reason of a position: obligatory for an objection, usual for a reservation (rule 13). */
export function PositionDialog({ paragraph, value, onClose }: PositionDialogProps) {
  const text = useText()
  const language = useLanguage()
  const record = useRecord()
  const [reason, setReason] = useState('')
  const { country: code, speaker } = usePowers()
  const state = useStatePosition(paragraph, value, onClose)
  const obligatory = needsReason(value)
  const preparing = speaker === null
  const words = text(POSITION_WORDS[value])
  return (
    <Dialog
      title={preparing ? text('consensus.menu.prepare', { value: words }) : words}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={obligatory && reason.trim() === ''}
            onPress={() => {
              state(reason.trim())
            }}
          >
            {text(preparing ? 'consensus.position.prepare' : 'consensus.position.state', { value: words })}
          </Button>
        </>
      }
    >
      <p className="dialog-line">
        <PositionMark shown={{ value, lapsed: false }} />
        {code !== null &&
          text(preparing ? 'consensus.menu.prepareFor' : 'people.as', { name: country(code, language) })}
        <span className="quiet">{text('consensus.sheet.title', { number: paragraph.number })}</span>
      </p>
      {paragraph.wording !== null && (
        <blockquote className="quoted" lang={record?.language}>
          {wordingText(paragraph.wording.clauses)}
        </blockquote>
      )}
      <Field
        label={text(obligatory ? 'consensus.reason.obligatory' : 'consensus.reason.optional')}
        help={text(
          preparing
            ? 'consensus.reason.preparedHelp'
            : obligatory
              ? 'consensus.reason.objectionHelp'
              : 'consensus.reason.help',
        )}
        value={reason}
        onChange={setReason}
        rows={4}
        required={obligatory}
        maxLength={4000}
        takesFocus
      />
    </Dialog>
  )
}

function useStatePosition(paragraph: ParagraphState, value: PositionValue, onClose: () => void) {
  const { intents } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const { speaker, adviser } = usePowers()
  return (reason: string) => {
    const hat = speaker ?? adviser
    if (hat === null || paragraph.wording === null) return
    const statement = {
      paragraph: paragraph.id,
      hash: paragraph.wording.hash,
      value,
      reason: reason === '' ? null : reason,
    }
    const target = { conf, doc, hat: hat.key }
    onClose()
    void (speaker === null
      ? intents.preparePosition(target, statement)
      : intents.takePosition(target, statement))
  }
}
