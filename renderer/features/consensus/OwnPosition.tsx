import { Check, RotateCw } from 'lucide-react'
import { useDocument, useSelected } from '#renderer/session/context.tsx'
import { usePositionChoice, type PositionChoice } from '#renderer/session/position-choice.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { POSITION_WORDS } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton } from '#renderer/ui/Menu.tsx'
import { PositionMark } from '#renderer/ui/PositionMark.tsx'

const OFFERED = ['agree', 'adReferendum', 'reserve', 'scrutiny', 'object', 'noInstructions'] as const

/** The member's own country on this paragraph: confirm, take over what was prepared, or choose. */
export function OwnPosition({ id }: { readonly id: string }) {
  const text = useText()
  const language = useLanguage()
  const choice = usePositionChoice(id)
  if (choice === null) return <Onlooker />
  const name = country(choice.country, language)
  const preparing = choice.mode === 'prepare'
  const { current } = choice
  const value = current.kind === 'none' ? 'none' : current.value
  return (
    <section className="own" aria-label={text('consensus.own.label', { country: name })}>
      <div className="own-line">
        <PositionMark
          shown={{ value, lapsed: current.kind === 'lapsed' }}
          prepared={choice.prepared !== null}
        />
        <p className="own-words">
          <span className="quiet">
            {text(preparing ? 'consensus.menu.prepareFor' : 'people.as', { name })}
          </span>
          <strong>
            {text(current.kind === 'lapsed' ? 'consensus.own.lapsed' : 'consensus.own.current', {
              value: text(POSITION_WORDS[value]),
            })}
          </strong>
        </p>
        <MenuButton
          label={text('consensus.menu.label', { country: name })}
          trigger={
            <Button size="small">{text(preparing ? 'consensus.own.prepare' : 'consensus.own.change')}</Button>
          }
          entries={OFFERED.map((key) => ({
            key,
            label: preparing
              ? text('consensus.menu.prepare', { value: text(POSITION_WORDS[key]) })
              : text(POSITION_WORDS[key]),
            icon: <PositionMark shown={{ value: key, lapsed: false }} />,
          }))}
          selected={current.kind === 'current' ? current.value : null}
          onChoose={choice.choose}
        />
      </div>
      {!preparing && current.kind === 'lapsed' && (
        <Button look="primary" icon={<RotateCw size={15} aria-hidden />} onPress={choice.confirm}>
          {text('term.confirmAgain')}
        </Button>
      )}
      <Prepared choice={choice} />
    </section>
  )
}

function Prepared({ choice }: { readonly choice: PositionChoice }) {
  const text = useText()
  const { prepared } = choice
  if (prepared === null) return null
  return (
    <div className="prepared">
      <p>
        {text('consensus.prepared.says', { value: text(POSITION_WORDS[prepared.value]) })}
        {prepared.reason !== null && <span className="country-reason"> {prepared.reason}</span>}
      </p>
      {choice.mode === 'state' ? (
        <Button size="small" look="primary" icon={<Check size={15} aria-hidden />} onPress={choice.takeOver}>
          {text('consensus.menu.takeOver')}
        </Button>
      ) : (
        <p className="quiet">{text('consensus.prepared.waits')}</p>
      )}
    </div>
  )
}

/** Why there is nothing to choose here, for whoever looks for it. */
function Onlooker() {
  const text = useText()
  const stage = useSelected(useDocument().facts, (facts) => facts.stage)
  return stage === 'negotiation' ? null : <p className="quiet own-note">{text('consensus.notNegotiating')}</p>
}
