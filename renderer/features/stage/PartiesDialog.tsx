import './stage.css'
import { useState } from 'react'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'

/** Whose consent is required: all Members, or those present at the meeting (attendance list). */
export function PartiesDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const { intents } = useSession()
  const { facts } = useDocument()
  const before = useSelected(facts, ({ parties }) => parties)
  const basisBefore = useSelected(facts, ({ partiesBasis }) => partiesBasis)
  const office = useOffice('setParties')
  const [{ basis, present }, setChoice] = useState({ basis: basisBefore, present: before })
  if (office === null) return null
  const parties = basis === 'all' ? COUNTRY_CODES : COUNTRY_CODES.filter((code) => present.includes(code))
  return (
    <Dialog
      title={text('window.parties.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={parties.length === 0}
            onPress={() => {
              onClose()
              void intents.setParties(office.target, parties, basis)
            }}
          >
            {text('window.parties.confirm')}
          </Button>
        </>
      }
    >
      <p>{text('window.parties.explain')}</p>
      <Segmented
        label={text('window.parties.title')}
        value={basis}
        segments={[
          { key: 'all', label: text('window.parties.all') },
          { key: 'present', label: text('window.parties.present') },
        ]}
        onChange={(key) => {
          setChoice({ basis: key, present })
        }}
      />
      <div className="parties" role="group" aria-label={text('window.parties.title')}>
        {COUNTRY_CODES.map((code) => (
          <Tick
            key={code}
            checked={parties.includes(code)}
            isDisabled={basis === 'all'}
            onChange={(on) => {
              const others = present.filter((other) => other !== code)
              setChoice({ basis, present: on ? [...others, code] : others })
            }}
          >
            {country(code, language)}
          </Tick>
        ))}
      </div>
    </Dialog>
  )
}
