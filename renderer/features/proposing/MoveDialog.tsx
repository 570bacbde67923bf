import { useState } from 'react'
import { useDocument, useSession, useStore } from '#renderer/session/context.tsx'
import { openingWords } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { useParagraphName } from './paragraph-name.ts'

const FIRST = 'first'

/** Where a paragraph would go; what comes of it is asked next. */
export function MoveDialog({
  paragraph,
  onClose,
}: {
  readonly paragraph: string
  readonly onClose: () => void
}) {
  const text = useText()
  const { view } = useSession()
  const nameOf = useParagraphName()
  const paragraphs = useStore(useDocument().paragraphs)
  const index = paragraphs.findIndex(({ id }) => id === paragraph)
  const moved = paragraphs[index]
  const places = [
    ...(index > 0 ? [{ key: FIRST, label: text('proposing.move.first') }] : []),
    ...paragraphs.flatMap(({ id }, i) =>
      i === index || i === index - 1
        ? []
        : [{ key: id, label: text('proposing.move.after', { name: nameOf(id), words: wordsOf(id) }) }],
    ),
  ]
  const [chosen, setChosen] = useState(places[0]?.key ?? FIRST)
  function wordsOf(id: string): string {
    const found = paragraphs.find((one) => one.id === id)
    return found === undefined ? '' : openingWords(found, 50)
  }
  const hash = moved?.wording?.hash
  if (hash === undefined) return null
  return (
    <Dialog
      title={text('proposing.move.title', { name: nameOf(paragraph) })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={places.length === 0}
            onPress={() => {
              const after = chosen === FIRST ? null : chosen
              const operation = { kind: 'move', paragraph, hash, after } as const
              view.go({
                question: {
                  kind: 'table',
                  tabling: { draft: null, operation, previous: null, answers: null },
                },
              })
            }}
          >
            {text('proposing.move.next')}
          </Button>
        </>
      }
    >
      <Choice label={text('proposing.move.where')} value={chosen} options={places} onChange={setChosen} />
    </Dialog>
  )
}
