import { Check, LockOpen } from 'lucide-react'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { useConferenceState, useParagraph, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useUnsent } from '#renderer/session/position-choice.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country, keyName } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'

/** The stamp, where there is one; else the Chair's button. One takes the other's place, and its focus. */
export function Agreement({ id }: { readonly id: string }) {
  const paragraph = useParagraph(id)
  const agreed = paragraph !== undefined && paragraph.agreement !== null
  return <div className="agreement">{agreed ? <Stamp id={id} /> : <Gate id={id} />}</div>
}

/** The Chair's button, which explains itself when it cannot (rule 21). */
function Gate({ id }: { readonly id: string }) {
  const text = useText()
  const { view, intents } = useSession()
  const paragraph = useParagraph(id)
  const agreeing = useOffice('agree', id)
  if (paragraph === undefined) return null
  if (agreeing === null || paragraph.status === 'suppressed') return null
  const press = () => {
    const possible = paragraph.missing.length === 0 && paragraph.wording !== null
    if (possible) void intents.markAgreed(agreeing.target, id, paragraph.wording.hash)
    else view.go({ question: { kind: 'agree', paragraph: id } })
  }
  return (
    <section className="gate" aria-label={text('consensus.gate.label')}>
      <div className="gate-line">
        <HatLine office={agreeing} />
        <span className="spring" />
        <Button
          look={paragraph.missing.length === 0 ? 'primary' : 'plain'}
          icon={<Check size={16} aria-hidden />}
          onPress={press}
        >
          {text('consensus.gate.mark')}
        </Button>
      </div>
      {paragraph.missing.length > 0 && (
        <p className="quiet">{text('consensus.gate.missingCount', { count: paragraph.missing.length })}</p>
      )}
      {paragraph.reopened !== null && (
        <p className="quiet">{text('consensus.gate.reopened', { reason: paragraph.reopened.reason })}</p>
      )}
    </section>
  )
}

function Stamp({ id }: { readonly id: string }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { view } = useSession()
  const { members } = useConferenceState()
  const paragraph = useParagraph(id)
  const agreement = paragraph?.agreement ?? null
  const reopening = useOffice('reopen', id)
  const unsent = useUnsent(agreement?.act ?? null)
  if (paragraph === undefined || agreement === null) return null
  // an objection after the agreement undoes nothing by itself (rule 22), and is not to be overlooked
  const objecting = COUNTRY_CODES.filter((code) => {
    const position = paragraph.positions[code]
    return position.kind === 'current' && position.value === 'object'
  }).map((code) => country(code, language))
  const reserved = agreement.reservations.map((code) => country(code, language))
  return (
    <section className="stamp" aria-label={text('consensus.stamp.label')}>
      <p className="stamp-words">
        <Check size={17} strokeWidth={3} aria-hidden />
        {reserved.length === 0
          ? text('consensus.status.agreed')
          : text('consensus.stamp.reserved', { countries: formats.list(reserved) })}
      </p>
      <p className="quiet spaced">
        {text('consensus.stamp.by', {
          name: keyName(members.get(agreement.by), language, text),
          when: formats.when(agreement.received ?? agreement.claimed),
        })}
        {unsent && <Tag tone="warn">{text('window.sync.waiting')}</Tag>}
      </p>
      {objecting.length > 0 && (
        <p>{text('consensus.stamp.objected', { countries: formats.list(objecting) })}</p>
      )}
      {reopening !== null && (
        <div className="gate-line">
          <HatLine office={reopening} />
          <span className="spring" />
          <Button
            size="small"
            icon={<LockOpen size={15} aria-hidden />}
            onPress={() => {
              view.go({ question: { kind: 'reopen', paragraph: id } })
            }}
          >
            {text('consensus.reopen.button')}
          </Button>
        </div>
      )}
    </section>
  )
}
