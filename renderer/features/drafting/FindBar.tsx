import { useState } from 'react'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { findText, goToMatch, matchesIn } from '#renderer/editor/find.ts'
import { useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { SearchBar } from '#renderer/ui/SearchBar.tsx'
import { useEditorValue } from './use-editor.ts'

export function FindBar({ editor }: { readonly editor: ClauseEditor }) {
  const text = useText()
  const { view } = useSession()
  const [query, setQuery] = useState('')
  const count = useEditorValue(editor, ({ state }) => matchesIn(state).length)
  const search = (value: string) => {
    setQuery(value)
    editor.run(findText(value))
  }
  return (
    <SearchBar
      label={text('window.find.label')}
      previousLabel={text('window.find.previous')}
      nextLabel={text('window.find.next')}
      closeLabel={text('window.close')}
      value={query}
      result={query === '' ? '' : text('window.find.count', { count })}
      onChange={search}
      onStep={(direction) => {
        editor.run(goToMatch(direction))
      }}
      onClose={() => {
        search('')
        view.go({ find: false })
        editor.view.focus()
      }}
    />
  )
}
