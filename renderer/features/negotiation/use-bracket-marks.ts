/** The open brackets of a paragraph as its words show them: `[AR UY …]`, and said in words. */
import { useMemo } from 'react'
import { openBracketsAt } from '#renderer/session/brackets.ts'
import { useDocument, usePlace, useSelected } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import type { TextMark } from '#renderer/ui/bracket-signs.ts'

const NONE: readonly TextMark[] = []

export function useBracketMarks(id: string): readonly TextMark[] {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const brackets = useSelected(useDocument().facts, (facts) => openBracketsAt(facts.brackets, id))
  // read as if all were accepted, or with one country's only, others' brackets are not there
  const hidden = usePlace(({ show }) => show.kind === 'accepted' || show.kind === 'country')
  return useMemo(() => {
    if (hidden || brackets.length === 0) return NONE
    return brackets.flatMap(({ act, place, countries }): readonly TextMark[] => {
      if (place === null) return []
      const holding = countries.flatMap((one) => (one.lifted === null ? [one.country] : []))
      const names = formats.list(holding.map((code) => country(code, language)))
      const said = text('proposals.bracket.mark', { countries: names })
      return [{ key: act, ...place, tag: holding.join(' '), said }]
    })
  }, [brackets, hidden, text, language, formats])
}
