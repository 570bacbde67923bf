import { useState } from 'react'
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import type { ClauseEditor } from '#renderer/editor/clause-editor.ts'
import { goToMatch, matchesIn, replaceMatches } from '#renderer/editor/find.ts'
import { useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { BareField } from '#renderer/ui/BareField.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { useEditorValue } from './use-editor.ts'

/** Below what is sought: what is to stand in its place, in the text itself. */
export function ReplaceRow({ editor }: { readonly editor: ClauseEditor }) {
  const text = useText()
  const { notices } = useSession()
  const [words, setWords] = useState('')
  const count = useEditorValue(editor, ({ state }) => matchesIn(state).length)
  const isOff = count === 0 || hasRefusedCharacter(words)
  const replaceAll = () => {
    if (editor.run(replaceMatches(words, 'all'))) notices.tell('done', text('replace.told', { count }))
  }
  const replaceOne = () => {
    editor.run(replaceMatches(words, 'selected'))
    editor.run(goToMatch(1))
  }
  return (
    <div className="search" role="group" aria-label={text('replace.title')}>
      <BareField
        label={text('replace.with')}
        value={words}
        maxLength={200}
        className="input search-input"
        onChange={setWords}
      />
      <Button size="small" isDisabled={isOff} onPress={replaceOne}>
        {text('replace.one')}
      </Button>
      <Button size="small" isDisabled={isOff} onPress={replaceAll}>
        {text('replace.everyOne')}
      </Button>
    </div>
  )
}
