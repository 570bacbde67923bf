import { useRef } from 'react'
import { useDocument, useRecord, useSelected } from '#renderer/session/context.tsx'
import type { CommentAbout } from '#renderer/session/threads.ts'
import { useTextAccess } from '#renderer/session/text-access.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { useParagraphName, usePublished, useWords } from './use-paragraph.ts'

interface AboutProps {
  readonly about: CommentAbout
  readonly onChange: (about: CommentAbout) => void
}

/** What the comment is about. Words of a paragraph are chosen by selecting them, with the keyboard too. */
export function AboutChoice({ about, onChange }: AboutProps) {
  const text = useText()
  const access = useTextAccess()
  if (about.kind === 'proposal') return <OfProposal act={about.proposal} />
  if (access === 'published') return <OfPublished about={about} onChange={onChange} />
  if (about.kind === 'document') return <p>{text('comments.about.document')}</p>
  return <OfParagraph about={about} onChange={onChange} />
}

function OfProposal({ act }: { readonly act: string }) {
  const text = useText()
  const language = useLanguage()
  const proposal = useSelected(useDocument().facts, ({ proposals }) =>
    proposals.find((one) => one.act === act),
  )
  const from = proposal?.proponents[0]?.country
  return (
    <p>
      {text('comments.about.proposal', {
        name: from === undefined ? text('people.presidency') : country(from, language),
      })}
    </p>
  )
}

const DOCUMENT = ''

function OfPublished({ about, onChange }: AboutProps) {
  const text = useText()
  const published = usePublished()
  const name = useParagraphName()
  const id = 'paragraph' in about ? about.paragraph : DOCUMENT
  return (
    <Choice
      label={text('comments.about.label')}
      value={id}
      options={[
        { key: DOCUMENT, label: text('comments.about.document') },
        ...published.map((one) => ({ key: one.id, label: `${name(one.id)} · ${one.words}` })),
      ]}
      onChange={(key) => {
        onChange(key === DOCUMENT ? { kind: 'document' } : { kind: 'paragraph', paragraph: key })
      }}
    />
  )
}

function OfParagraph({
  about,
  onChange,
}: AboutProps & { readonly about: Extract<CommentAbout, { readonly paragraph: string }> }) {
  const text = useText()
  const record = useRecord()
  const name = useParagraphName()
  const words = useWords(about.paragraph)
  const area = useRef<HTMLTextAreaElement>(null)
  const whole = { kind: 'paragraph', paragraph: about.paragraph } as const
  const quote = about.kind === 'words' && words !== null ? words.text.slice(about.from, about.to) : null
  const follow = () => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    if (words === null || selectionStart === selectionEnd) return
    const part = words.text.slice(selectionStart, selectionEnd)
    if (part.trim() === '') return
    onChange({
      ...{ kind: 'words', paragraph: about.paragraph, hash: words.hash },
      from: selectionStart + part.length - part.trimStart().length,
      to: selectionEnd - (part.length - part.trimEnd().length),
    })
  }
  return (
    <div className="comment-about">
      {words !== null && (
        <label className="field">
          <span className="field-label">
            {text('comments.about.words', { paragraph: name(about.paragraph) })}
          </span>
          <textarea
            ref={area}
            className="input comment-wording"
            readOnly
            rows={4}
            lang={record?.language}
            value={words.text}
            onSelect={follow}
          />
        </label>
      )}
      <p className="comment-chosen">
        <span role="status">
          {quote === null
            ? text('comments.about.whole', { paragraph: name(about.paragraph) })
            : text('comments.about.quote', { paragraph: name(about.paragraph), quote })}
        </span>
        {quote !== null && (
          <Button
            size="small"
            onPress={() => {
              onChange(whole)
            }}
          >
            {text('comments.about.clear')}
          </Button>
        )}
      </p>
    </div>
  )
}
