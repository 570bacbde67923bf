import './reading.css'
import { memo, useMemo, useRef, type ReactNode } from 'react'
import type { LogEntry, ParagraphState } from '#shared/acts/state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { compileParagraph, insertedBlock, type PlannedParagraph } from '#shared/print/compilation.ts'
import { useDocument, useParagraph, useRecord, useSelected } from '#renderer/session/context.tsx'
import { wordingAt } from '#renderer/session/reading.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { useSeen } from '#renderer/ui/use-seen.ts'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { Block } from './Block.tsx'
import { useReadingHere } from './reading-context.tsx'

/** Stands in for the words of a paragraph: the words themselves, or what the chosen view makes of them. */
export function ReadingWords({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const reading = useReadingHere()
  const paragraph = useParagraph(id)
  const isFirst = useSelected(useDocument().order, (order) => order[0] === id)
  const planned = reading?.plan.paragraphs[id]
  if (reading === null || paragraph === undefined || planned === undefined) return children
  const { show, since, log, plan } = reading
  const clean = show.kind === 'accepted'
  return (
    <>
      {isFirst &&
        plan.first.map((one) => <Block key={one.proposal.act} block={insertedBlock(one)} clean={clean} />)}
      {show.kind === 'sinceVisit' ? (
        <SinceVisit paragraph={paragraph} planned={planned} since={since} log={log}>
          {children}
        </SinceVisit>
      ) : (
        <Compiled paragraph={paragraph} planned={planned} clean={clean}>
          {children}
        </Compiled>
      )}
    </>
  )
}

const isUntouched = ({ proposals, brackets, inserted }: PlannedParagraph) =>
  proposals.length === 0 && brackets.length === 0 && inserted.length === 0

interface CompiledProps {
  readonly paragraph: ParagraphState
  readonly planned: PlannedParagraph
  readonly clean: boolean
  readonly children: ReactNode
}

function Compiled(props: CompiledProps) {
  const place = useRef<HTMLDivElement>(null)
  const seen = useSeen(place)
  if (isUntouched(props.planned)) return props.children
  return <div ref={place}>{seen ? <Blocks {...props} /> : props.children}</div>
}

const Blocks = memo(function Blocks({ paragraph, planned, clean, children }: CompiledProps) {
  const blocks = useMemo(() => compileParagraph(paragraph, planned), [paragraph, planned])
  return (
    <>
      {paragraph.wording === null && children}
      {blocks.map((block) =>
        // the Chair's words keep their form where nothing stands among them
        block.role === 'text' && block.pieces.every(({ kind }) => kind === 'same') ? (
          <div key={block.key}>{children}</div>
        ) : (
          <Block key={block.key} block={block} clean={clean} />
        ),
      )}
    </>
  )
})

/** The words against those of the last visit, then what has been proposed since. */
function SinceVisit(props: {
  readonly paragraph: ParagraphState
  readonly planned: PlannedParagraph
  readonly since: string | null
  readonly log: ReadonlyMap<string, LogEntry>
  readonly children: ReactNode
}) {
  const { paragraph, planned, since, log, children } = props
  const text = useText()
  const language = useRecord()?.language ?? 'es'
  const { wording } = paragraph
  const before = since === null ? wording : wordingAt(paragraph, log, since)
  if (wording === null || before?.hash === wording.hash) {
    return (
      <Compiled paragraph={paragraph} planned={planned} clean={false}>
        {children}
      </Compiled>
    )
  }
  return (
    <>
      <p className="reading-note">{text(before === null ? 'reading.since.new' : 'reading.since.changed')}</p>
      <div className="compare-words">
        <WordDiff
          before={before === null ? '' : wordingText(before.clauses)}
          after={wordingText(wording.clauses)}
          language={language}
          removedLabel={text('window.diff.removed')}
          addedLabel={text('window.diff.added')}
        />
      </div>
      {!isUntouched(planned) && (
        <Compiled paragraph={paragraph} planned={planned} clean={false}>
          {null}
        </Compiled>
      )}
    </>
  )
}
