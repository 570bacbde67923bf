import { Copy } from 'lucide-react'
import { useText } from '#renderer/i18n/language.tsx'
import { useCopy } from '#renderer/session/use-copy.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'

/** A paragraph as the member had it, and how it differs from what the relay holds. */
export function DraftParagraph(props: {
  readonly title: string
  readonly theirs: string
  readonly mine: string
  readonly language: string
}) {
  const { title, theirs, mine, language } = props
  const text = useText()
  const copy = useCopy()
  return (
    <section className="kept-paragraph" aria-label={title}>
      <div className="kept-line">
        <h3>{text('drafts.mine')}</h3>
        <span className="quiet numeric">{title}</span>
        <span className="spring" />
        <Button
          size="small"
          look="ghost"
          icon={<Copy size={14} aria-hidden />}
          isDisabled={mine === ''}
          onPress={() => void copy(mine)}
        >
          {text('drafts.copy')}
        </Button>
      </div>
      {mine === '' ? (
        <p>{text('drafts.removedWhole')}</p>
      ) : (
        <p className="kept-words" lang={language}>
          {mine}
        </p>
      )}
      {theirs !== '' && theirs !== mine && (
        <>
          <h3>{text('drafts.changes')}</h3>
          <WordDiff
            before={theirs}
            after={mine}
            language={language}
            removedLabel={text('window.diff.removed')}
            addedLabel={text('window.diff.added')}
          />
        </>
      )}
    </section>
  )
}
