import { Fragment } from 'react'
import type { BlockRole, CompiledBlock, Piece, Who } from '#shared/print/compiled.ts'
import { useRecord } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { joinClasses } from '#renderer/ui/classes.ts'
import { Tag } from '#renderer/ui/Tag.tsx'

const ROLE_WORDS = {
  text: 'reading.block.text',
  insertion: 'reading.block.insertion',
  alternative: 'reading.block.alternative',
  deletion: 'reading.block.deletion',
  move: 'reading.block.move',
  split: 'reading.block.split',
  merge: 'reading.block.merge',
} as const satisfies Record<BlockRole, string>

/** A part of the compilation: the text with what is in brackets, or what stands beside it. `clean`: as if accepted. */
export function Block({ block, clean }: { readonly block: CompiledBlock; readonly clean: boolean }) {
  const text = useText()
  const formats = useFormats()
  const language = useRecord()?.language ?? 'es'
  const { label, role, pieces, who, numbers } = block
  const isText = role === 'text'
  return (
    <div className={joinClasses('block', `block-${role}`)}>
      {!isText && (
        <p className="block-head">
          {label !== '' && <b className="numeric">{label}</b>}
          <Tag tone="alt">{text(ROLE_WORDS[role])}</Tag>
          {who !== null && <Behind who={who} />}
        </p>
      )}
      {role === 'move' && (
        <p className="block-note">
          {numbers.length === 0
            ? text('reading.block.moveFirst')
            : text('reading.block.moveAfter', { number: numbers.join() })}
        </p>
      )}
      {role === 'merge' && (
        <p className="block-note">{text('reading.block.mergeOf', { numbers: formats.list(numbers) })}</p>
      )}
      {pieces.length > 0 && (
        <p className="block-words" lang={language}>
          {pieces.map((piece, i) => (
            // pieces have no identity of their own: their place is it
            <Fragment key={i}>
              <Words piece={piece} clean={clean} tagged={isText} />
            </Fragment>
          ))}
        </p>
      )}
    </div>
  )
}

/** In full for a screen reader, by code for the eye. */
function Behind({ who }: { readonly who: Who }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const chair = who.chair ? [text('people.presidency')] : []
  return (
    <span className="behind">
      <span aria-hidden>{[...(who.chair ? ['PPT'] : []), ...who.countries].join(', ')}</span>
      <span className="unseen">
        {formats.list([...chair, ...who.countries.map((code) => country(code, language))])}
      </span>
    </span>
  )
}

const [OPEN, CLOSE, DASH, BLANK] = ['[', ']', ' — ', ' ']

function Words(props: { readonly piece: Piece; readonly clean: boolean; readonly tagged: boolean }) {
  const { piece, clean, tagged } = props
  const text = useText()
  if (piece.kind === 'same') return piece.text
  if (clean) return piece.kind === 'bracket' ? piece.text : piece.added
  return (
    <span className={joinClasses('words-mark', piece.kind === 'bracket' && 'words-bracket')}>
      {OPEN}
      {piece.kind === 'bracket' && (
        <>
          <span className="unseen">{said(text('reading.mark.bracket'))}</span>
          {piece.text}
        </>
      )}
      {piece.kind === 'change' && piece.removed !== '' && (
        <del>
          <span className="unseen">{said(text('window.diff.removed'))}</span>
          {piece.removed}
        </del>
      )}
      {piece.kind === 'change' && piece.removed !== '' && piece.added !== '' && BLANK}
      {piece.kind === 'change' && piece.added !== '' && (
        <ins>
          <span className="unseen">{said(text('window.diff.added'))}</span>
          {piece.added}
        </ins>
      )}
      {tagged && (
        <>
          {DASH}
          <Behind who={piece.who} />
        </>
      )}
      {CLOSE}
    </span>
  )
}

/** What a screen reader that does not tell insertions from deletions reads before the words. */
const said = (label: string) => `${label}: `
