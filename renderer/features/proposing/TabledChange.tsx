import type { Operation } from '#shared/domain/proposal.ts'
import { targetsOf } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useRecord, useStore } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { useParagraphName } from './paragraph-name.ts'
import { SENTENCES } from './words.ts'

/** What a proposal would do, in a sentence, and below it the exact words. */
export function TabledChange({ operation }: { readonly operation: Operation }) {
  const text = useText()
  const record = useRecord()
  const paragraphs = useStore(useDocument().paragraphs)
  const targets = targetsOf(operation).map(({ paragraph }) => paragraph)
  const before = paragraphs
    .filter(({ id }) => targets.includes(id))
    .map(({ wording }) => wordingText(wording?.clauses ?? []))
    .join('\n')
  return (
    <section className="tabled" aria-label={text('proposing.table.change')}>
      <p className="tabled-what">{useSentence(operation)}</p>
      <WordDiff
        before={before}
        after={operation.kind === 'move' ? before : wordsAfter(operation)}
        language={record?.language ?? 'es'}
        removedLabel={text('window.diff.removed')}
        addedLabel={text('window.diff.added')}
      />
    </section>
  )
}

function wordsAfter(operation: Operation): string {
  if ('clauses' in operation) return wordingText(operation.clauses)
  return 'parts' in operation ? operation.parts.map((part) => wordingText(part)).join('\n') : ''
}

function useSentence(operation: Operation): string {
  const text = useText()
  const nameOf = useParagraphName()
  const [first, ...others] = targetsOf(operation).map(({ paragraph }) => nameOf(paragraph))
  const name = first ?? ''
  switch (operation.kind) {
    case 'insert':
      return operation.after === null
        ? text('proposing.sentence.insertFirst')
        : text('proposing.sentence.insert', { name: nameOf(operation.after) })
    case 'move':
      return operation.after === null
        ? text('proposing.sentence.moveFirst', { name })
        : text('proposing.sentence.move', { name, after: nameOf(operation.after) })
    case 'split':
      return text('proposing.sentence.split', { name, count: operation.parts.length })
    case 'merge':
      return text('proposing.sentence.merge', { name, others: others.join(', ') })
    default:
      return text(SENTENCES[operation.kind], { name })
  }
}
