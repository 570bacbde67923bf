import { useEffect, useState } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useSession, useStore } from '#renderer/session/context.tsx'
import { shownWording } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { highlightWords } from '#renderer/ui/highlight.ts'
import { SearchBar } from '#renderer/ui/SearchBar.tsx'

const fold = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Find in the text under negotiation: steps from paragraph to paragraph, and marks the words. */
export function TextSearch() {
  const text = useText()
  const { view } = useSession()
  const paragraphs = useStore(useDocument().paragraphs)
  const [query, setQuery] = useState('')
  const wanted = fold(query.trim())
  const found = paragraphs.filter((paragraph) => {
    const clauses = shownWording(paragraph)?.clauses ?? []
    return wanted !== '' && fold(wordingText(clauses)).includes(wanted)
  })
  useEffect(() => highlightWords('.page .wording', wanted, fold), [wanted, paragraphs])
  const step = (direction: 1 | -1) => {
    const at = found.findIndex(({ id }) => id === view.get().paragraph)
    const first = at < 0 && direction === -1 ? 0 : at
    const next = found[(first + direction + found.length) % Math.max(1, found.length)]
    if (next !== undefined) view.go({ paragraph: next.id, country: null })
  }
  return (
    <SearchBar
      label={text('window.find.label')}
      previousLabel={text('window.find.previous')}
      nextLabel={text('window.find.next')}
      closeLabel={text('window.close')}
      value={query}
      result={wanted === '' ? '' : text('window.find.paragraphs', { count: found.length })}
      onChange={setQuery}
      onStep={step}
      onClose={() => {
        view.go({ find: false })
      }}
    />
  )
}
