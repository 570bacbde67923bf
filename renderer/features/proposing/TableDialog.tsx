import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { NATURES } from '#shared/domain/proposal.ts'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useOwnDelegation, type Delegation } from '#renderer/session/delegation.tsx'
import type { Tabling } from '#renderer/session/tabling.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import { TabledChange } from './TabledChange.tsx'
import { tablingProblem } from './tabling-problem.ts'
import { useTabling } from './use-tabling.ts'
import { NATURE_WORDS } from './words.ts'

interface TableProps {
  readonly tabling: Tabling
  readonly onClose: () => void
}

/** The last look before a proposal is tabled: exact words, nature, reason, with whom, and what comes of it. */
export function TableDialog(props: TableProps) {
  const delegation = useOwnDelegation()
  return delegation === null ? null : <Table {...props} delegation={delegation} />
}

function Table({ tabling, delegation, onClose }: TableProps & { readonly delegation: Delegation }) {
  const text = useText()
  const language = useLanguage()
  const form = useTabling(tabling, delegation)
  const { office, nature, reason } = form
  const country = nameOf(delegation.country, language)
  const problem = tablingProblem(tabling.operation)
  const confirm = async () => {
    if (await (office === null ? form.describe() : form.table())) onClose()
  }
  return (
    <Dialog
      wide
      title={text(office === null ? 'proposing.describe.title' : 'proposing.table.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          {office !== null && <HatLine office={office} />}
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={office !== null && problem !== null}
            onPress={() => void confirm()}
          >
            {office === null
              ? text('proposing.describe.confirm')
              : text('proposing.table.confirm', { country })}
          </Button>
        </>
      }
    >
      <TabledChange operation={tabling.operation} />
      <Problem words={problem !== null && text(problem)} />
      <Choice
        label={text('proposing.nature.label')}
        value={nature}
        options={NATURES.map((key) => ({ key, label: text(NATURE_WORDS[key]) }))}
        onChange={form.setNature}
      />
      <Field
        label={text('proposing.reason.label')}
        help={text(office === null ? 'proposing.reason.helpAdviser' : 'proposing.reason.help')}
        value={reason}
        onChange={form.setReason}
        rows={3}
        maxLength={4000}
      />
      {office !== null && (
        <>
          <CoProponents own={delegation.country} chosen={form.others} onChange={form.setOthers} />
          <WhatFollows others={form.others} />
        </>
      )}
    </Dialog>
  )
}

type Countries = readonly Delegation['country'][]

/** Joint: each of them confirms for itself (rule 6). */
function CoProponents(props: {
  readonly own: Delegation['country']
  readonly chosen: Countries
  readonly onChange: (chosen: Countries) => void
}) {
  const text = useText()
  const language = useLanguage()
  const { own, chosen, onChange } = props
  return (
    <fieldset className="coproponents">
      <legend className="field-label">{text('proposing.joint.label')}</legend>
      {COUNTRY_CODES.filter((code) => code !== own).map((code) => (
        <ToggleChip
          key={code}
          on={chosen.includes(code)}
          onChange={(on) => {
            onChange(on ? [...chosen, code] : chosen.filter((other) => other !== code))
          }}
        >
          {nameOf(code, language)}
        </ToggleChip>
      ))}
    </fieldset>
  )
}

function WhatFollows({ others }: { readonly others: Countries }) {
  const text = useText()
  const formats = useFormats()
  const language = useLanguage()
  const countries = formats.list(
    COUNTRY_CODES.filter((code) => others.includes(code)).map((code) => nameOf(code, language)),
  )
  return (
    <section>
      <h3 className="field-label">{text('proposing.next.title')}</h3>
      <ul className="what-follows">
        <li>{text('proposing.next.seen')}</li>
        {others.length > 0 && <li>{text('proposing.next.joint', { countries })}</li>}
        <li>{text('proposing.next.fixed')}</li>
        <li>{text('proposing.next.chair')}</li>
      </ul>
    </section>
  )
}
