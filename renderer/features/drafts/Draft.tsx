import { Copy } from 'lucide-react'
import { useState } from 'react'
import { isMessageId } from '#shared/i18n/catalogue.ts'
import type { KeptDraft } from '#shared/ipc/contract.ts'
import { parseRoom } from '#shared/sync/rooms.ts'
import { useConferenceState, useRecordLanguage } from '#renderer/session/context.tsx'
import { useCopy } from '#renderer/session/use-copy.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DraftParagraph } from './DraftParagraph.tsx'

/** One change that was refused: when, where, why, and the words. Dismissing asks once more. */
export function Draft({ draft, onDismiss }: { readonly draft: KeptDraft; readonly onDismiss: () => void }) {
  const text = useText()
  const formats = useFormats()
  const copy = useCopy()
  const [isAsking, setAsking] = useState(false)
  const where = useWhere(draft.room)
  const language = useRecordLanguage(draft.room)
  const refusal = `refusal.${draft.reason}`
  const { paragraphs } = draft
  const facts = [
    formats.when(draft.at),
    ...(isMessageId(refusal) ? [text('drafts.reason', { reason: text(refusal) })] : []),
  ]
  return (
    <article className="kept" aria-label={where}>
      <header className="kept-head">
        <div className="kept-title">
          <strong>{where}</strong>
          <span className="quiet">{facts.join(' · ')}</span>
        </div>
        {isAsking ? (
          <Button size="small" look="danger" onPress={onDismiss}>
            {text('drafts.dismissSure')}
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Copy size={14} aria-hidden />}
            onPress={() => void copy(paragraphs.map(({ mine }) => mine).join('\n\n'))}
          >
            {text('drafts.copyAll')}
          </Button>
        )}
        {/* One button, so that the focus stays on it, and pressing twice changes nothing. */}
        <Button
          size="small"
          onPress={() => {
            setAsking(!isAsking)
          }}
        >
          {text(isAsking ? 'drafts.keep' : 'drafts.dismiss')}
        </Button>
      </header>
      {paragraphs.map((paragraph, i) => (
        <DraftParagraph
          key={paragraph.id}
          theirs={paragraph.theirs}
          mine={paragraph.mine}
          language={language}
          title={text('drafts.paragraph', { n: i + 1, count: paragraphs.length })}
        />
      ))}
    </article>
  )
}

/** The document's title, and whether it was the draft on the screen. */
function useWhere(name: string): string {
  const text = useText()
  const { documents } = useConferenceState()
  const room = parseRoom(name)
  const title = room === null ? name : (documents.get(room.doc)?.title ?? room.doc)
  return text(room?.kind === 'screen' ? 'drafts.what.screen' : 'drafts.what.text', { title })
}
