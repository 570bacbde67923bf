/** In whose name words are put into brackets: the own country's, or by the Chair for those who asked (rules 8 and 20). */
import { useState } from 'react'
import { useConference, useDocument, useSelected } from './context.tsx'
import { sectionOf } from './powers.ts'
import { usePowers, type Office } from './use-powers.ts'

/** null: none of this member's hats can. */
export function useBracketOffice(paragraph: string | null): Office | null {
  const { conf } = useConference()
  const document = useDocument()
  const powers = usePowers()
  const section = useSelected(document.paragraphs, (all) =>
    paragraph === null ? null : sectionOf(all, paragraph),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const hats = [
    ...powers.may('openBracket', section).filter(({ member }) => member?.role === 'delegate'),
    ...powers.may('placeInBrackets', section).filter(({ member }) => member?.role !== 'delegate'),
  ]
  const hat = hats.find(({ key }) => key === chosen) ?? hats[0]
  if (hat === undefined) return null
  return {
    hat,
    hats,
    target: { conf, doc: document.id, hat: hat.key },
    choose({ key }) {
      setChosen(key)
    },
  }
}
