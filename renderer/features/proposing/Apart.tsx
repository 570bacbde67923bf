import { wordingText } from '#shared/domain/wording.ts'
import type { Copy } from '#renderer/editor/copy.ts'
import { useConference, useDocument, useRecord } from '#renderer/session/context.tsx'
import { useCopy } from '#renderer/session/use-copy.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { copiesOf } from './copies.ts'

/** Words that could not go into the draft because it has others: the person takes what they want of them. */
export function Apart({ id, copy }: { readonly id: string; readonly copy: Copy }) {
  const text = useText()
  const language = useRecord()?.language ?? 'es'
  const copies = copiesOf(useConference(), useDocument().id)
  const toClipboard = useCopy()
  const words = wordingText(copy.clauses())
  return (
    <section className="pen-apart" aria-label={text('proposing.apart.label')}>
      <p>{text('proposing.apart.explain')}</p>
      <blockquote lang={language}>{words}</blockquote>
      <div className="pen-buttons">
        <Button size="small" onPress={() => void toClipboard(words)}>
          {text('proposing.apart.copy')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            copies.drop(id)
          }}
        >
          {text('proposing.apart.drop')}
        </Button>
      </div>
    </section>
  )
}
