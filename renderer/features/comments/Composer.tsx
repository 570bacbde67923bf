import { AtSign } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { countriesInOrder, type CountryCode } from '#shared/domain/country.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton } from '#renderer/ui/Menu.tsx'
import { WritingArea } from '#renderer/ui/WritingArea.tsx'
import { mentionAt, offered, withMention } from './mention-list.ts'

const MOST = 8_000

/** Where a comment is written. `@` offers the delegations that will read it; Ctrl+Enter sends. */
export function Composer(props: {
  readonly label: string
  readonly value: string
  readonly mentionable: readonly CountryCode[]
  readonly rows: number
  readonly takesFocus?: boolean
  readonly onChange: (value: string) => void
  readonly onSend: () => void
}) {
  const { value, mentionable, onChange, onSend } = props
  const text = useText()
  const language = useLanguage()
  const list = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState(false)
  const wanted = useRef<number | null>(null)
  const typed = mentionAt(value, caret)
  const offers = typed === null || closed ? [] : offered(typed.words, mentionable, language)
  const chosen = offers[Math.min(at, offers.length - 1)]
  useEffect(() => {
    if (wanted.current === null) return
    area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  }, [value])
  const mention = (code: CountryCode) => {
    const written = withMention(value, area.current?.selectionStart ?? value.length, code)
    wanted.current = written.caret
    setCaret(written.caret)
    onChange(written.text)
    area.current?.focus()
  }
  const follow = () => {
    setCaret(area.current?.selectionStart ?? 0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!takeKey(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const takeKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      onSend()
      return true
    }
    if (chosen === undefined) return false
    if (key === 'Enter' || key === 'Tab') mention(chosen)
    else if (key === 'Escape') setClosed(true)
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1
      setAt((Math.min(at, offers.length - 1) + by + offers.length) % offers.length)
    } else return false
    return true
  }
  return (
    <div className="composer">
      <WritingArea
        ref={area}
        label={props.label}
        value={value}
        maxLength={MOST}
        rows={props.rows}
        takesFocus={props.takesFocus === true}
        list={offers.length > 0 ? list : undefined}
        marked={chosen === undefined ? undefined : `${list}-${chosen}`}
        onChange={(words) => {
          setClosed(false)
          setAt(0)
          onChange(words)
        }}
        onCaret={follow}
        onKeyDown={onKey}
      />
      {offers.length > 0 && (
        <div id={list} className="mention-offers" role="listbox" aria-label={text('comments.mention')}>
          {offers.map((code) => (
            <div
              key={code}
              id={`${list}-${code}`}
              role="option"
              tabIndex={-1}
              aria-selected={code === chosen}
              className="mention-offer"
              onPointerDown={(event) => {
                event.preventDefault()
                mention(code)
              }}
            >
              <b>{code}</b> {country(code, language)}
            </div>
          ))}
        </div>
      )}
      <span className="unseen" role="status">
        {offers.length > 0 && text('comments.mention.offers', { count: offers.length })}
      </span>
      {mentionable.length > 0 && (
        <MenuButton
          label={text('comments.mention')}
          trigger={
            <Button size="small" look="ghost" icon={<AtSign size={15} aria-hidden />}>
              {text('comments.mention')}
            </Button>
          }
          entries={countriesInOrder(language, mentionable).map((key) => ({
            key,
            label: country(key, language),
            hint: key,
          }))}
          onChoose={mention}
        />
      )}
    </div>
  )
}
