import { wordingText } from '#shared/domain/wording.ts'
import { useRecord } from '#renderer/session/context.tsx'
import type { StoryItem } from '#renderer/session/story.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { countriesBehind } from '#renderer/session/reading.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { Signed } from './Signed.tsx'

/** A wording it had, against the one before, with the proposals it was made of. */
export function PastWording({ item }: { readonly item: Extract<StoryItem, { readonly kind: 'wording' }> }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const record = useRecord()
  const { entry, wording, before, proposals, inForce } = item
  const words = wordingText(wording.clauses)
  const behind = [...new Set(proposals.flatMap(countriesBehind))].sort()
  const suppressed = wording.clauses[0]?.suppressed === true
  const tags = (
    <>
      {inForce && <Tag tone="ok">{text('consensus.history.current')}</Tag>}
      {suppressed && <Tag tone="object">{text('term.suppressed')}</Tag>}
    </>
  )
  return (
    <>
      {entry === null ? <p className="past-head">{tags}</p> : <Signed entry={entry}>{tags}</Signed>}
      {behind.length > 0 && (
        <p className="past-reason">
          {text('reading.history.proposedBy', {
            countries: formats.list(behind.map((code) => country(code, language))),
          })}
        </p>
      )}
      <WordDiff
        before={before === null ? words : wordingText(before.clauses)}
        after={words}
        language={record?.language ?? 'es'}
        removedLabel={text('window.diff.removed')}
        addedLabel={text('window.diff.added')}
      />
    </>
  )
}
