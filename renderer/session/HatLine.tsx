import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberName } from '#renderer/i18n/names.ts'
import { HatChoice } from '#renderer/ui/HatChoice.tsx'
import type { Office } from './use-powers.ts'

/** "Como Presidencia", or the choice between the hats that can (rule 20). */
export function HatLine({ office }: { readonly office: Office }) {
  const text = useText()
  const language = useLanguage()
  return (
    <HatChoice
      label={text('people.actAs')}
      value={office.hat.key}
      hats={office.hats.map((hat) => ({
        key: hat.key,
        label: text('people.as', {
          name: hat.member === null ? hat.label : memberName(hat.member, language, text),
        }),
      }))}
      onChange={(key) => {
        const hat = office.hats.find((candidate) => candidate.key === key)
        if (hat !== undefined) office.choose(hat)
      }}
    />
  )
}
