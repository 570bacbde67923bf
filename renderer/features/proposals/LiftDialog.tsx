import { useState } from 'react'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { useDocument, useRecord, useSelected, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'

/** "Any objection? — No objection": at a meeting, with who was there to answer (rule 8). */
export function LiftDialog({ act, onClose }: { readonly act: string; readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const record = useRecord()
  const { intents } = useSession()
  const { facts } = useDocument()
  const bracket = useSelected(facts, ({ brackets }) => brackets.find((one) => one.act === act))
  const parties = useSelected(facts, (value) => value.parties)
  const office = useOffice('liftBrackets', bracket?.paragraph ?? null)
  const [meeting, setMeeting] = useState('')
  const [present, setPresent] = useState(parties)
  if (office === null || bracket === undefined) return null
  const attendance = COUNTRY_CODES.filter((code) => present.includes(code))
  return (
    <Dialog
      title={text('proposals.lift.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={meeting.trim() === '' || attendance.length === 0}
            onPress={() => {
              onClose()
              void intents.liftBracket(office.target, act, { meeting: meeting.trim(), attendance })
            }}
          >
            {text('proposals.lift.confirm')}
          </Button>
        </>
      }
    >
      <p>{text('proposals.lift.explain')}</p>
      <blockquote className="quoted" lang={record?.language}>
        {bracket.quote}
      </blockquote>
      <Field
        label={text('proposals.lift.meeting')}
        help={text('proposals.lift.meeting.help')}
        value={meeting}
        onChange={setMeeting}
        required
        maxLength={200}
        takesFocus
      />
      <div className="bracket-countries" role="group" aria-label={text('proposals.lift.present')}>
        <p className="field-label">{text('proposals.lift.present')}</p>
        {COUNTRY_CODES.map((code) => (
          <Tick
            key={code}
            checked={present.includes(code)}
            onChange={(on) => {
              const others = present.filter((other) => other !== code)
              setPresent(on ? [...others, code] : others)
            }}
          >
            {country(code, language)}
          </Tick>
        ))}
      </div>
    </Dialog>
  )
}
