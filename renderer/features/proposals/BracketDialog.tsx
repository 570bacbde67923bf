import { useRef, useState } from 'react'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useParagraph, useRecord, useSelected, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { useBracketOffice } from '#renderer/session/bracket-choice.ts'
import type { WordPlace } from '#renderer/session/view.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { useNames } from './use-names.ts'

/** Puts words into brackets (rule 8): a Speaker for its country, the Chair for those who asked for it. */
export function BracketDialog(props: {
  readonly paragraph: string
  readonly words: WordPlace | null
  readonly onClose: () => void
}) {
  const { paragraph: id, onClose } = props
  const text = useText()
  const names = useNames()
  const { intents } = useSession()
  const paragraph = useParagraph(id)
  const office = useBracketOffice(id)
  const [words, setWords] = useState(props.words)
  const [countries, setCountries] = useState<readonly CountryCode[]>([])
  const [reason, setReason] = useState('')
  const wording = paragraph?.wording ?? null
  if (office === null || wording === null) return null
  const whole = wordingText(wording.clauses)
  const chosen = words === null ? '' : whole.slice(words.from, words.to)
  const byChair = office.hat.member?.role !== 'delegate'
  const isReady = chosen.trim() !== '' && (!byChair || countries.length > 0)
  const open = () => {
    if (words === null) return
    onClose()
    const sorted = COUNTRY_CODES.filter((code) => countries.includes(code))
    const { hash } = wording
    void intents.openBracket(
      office.target,
      { paragraph: id, hash, ...words },
      byChair ? sorted : null,
      reason.trim(),
    )
  }
  return (
    <Dialog
      title={text('proposals.bracket.title', { name: names.paragraph(id) })}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={open}>
            {text('proposals.bracket.confirm')}
          </Button>
        </>
      }
    >
      <ChooseWords whole={whole} words={words} onChoose={setWords} />
      <p className="bracket-chosen" role="status">
        {chosen.trim() === ''
          ? text('proposals.bracket.noWords')
          : text('proposals.bracket.words', { words: chosen })}
      </p>
      {byChair && <Countries chosen={countries} onChange={setCountries} />}
      <Field
        label={text('consensus.reason.optional')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={4000}
      />
    </Dialog>
  )
}

/** The paragraph's words, to be selected with the mouse or with Shift and the arrow keys. */
function ChooseWords(props: {
  readonly whole: string
  readonly words: WordPlace | null
  readonly onChoose: (words: WordPlace | null) => void
}) {
  const text = useText()
  const record = useRecord()
  const { whole, words, onChoose } = props
  const first = useRef(words)
  return (
    <label className="field">
      <span className="field-label">{text('proposals.bracket.choose')}</span>
      <textarea
        className="input bracket-text"
        lang={record?.language}
        // a field that is read-only has no caret to select with: this one takes no change instead
        aria-readonly
        rows={7}
        value={whole}
        onChange={keepsWords}
        ref={(field) => {
          // once: what was selected in the text is selected here
          if (field === null || first.current === null) return
          field.setSelectionRange(first.current.from, first.current.to)
          field.focus()
          first.current = null
        }}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          onChoose(wholeWords(whole, selectionStart, selectionEnd))
        }}
      />
      <span className="quiet field-help">{text('proposals.bracket.help')}</span>
    </label>
  )
}

/** The words stay what they are, whatever is typed. */
const keepsWords = () => undefined

/** Words are bracketed whole, without the blanks beside them. */
function wholeWords(text: string, from: number, to: number): WordPlace | null {
  const words = text.slice(from, to)
  if (words.trim() === '') return null
  const start = from + words.length - words.trimStart().length
  const end = from + words.trimEnd().length
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, start))?.[0] ?? ''
  const after = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end))?.[0] ?? ''
  const [opens, closes] = [isLetter(text.charAt(start)), isLetter(text.charAt(end - 1))]
  return { from: start - (opens ? before.length : 0), to: end + (closes ? after.length : 0) }
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character)

function Countries(props: {
  readonly chosen: readonly CountryCode[]
  readonly onChange: (chosen: readonly CountryCode[]) => void
}) {
  const text = useText()
  const language = useLanguage()
  const parties = useSelected(useDocument().facts, (facts) => facts.parties)
  const { chosen } = props
  return (
    <div className="bracket-countries" role="group" aria-label={text('proposals.bracket.for')}>
      <p className="field-label">{text('proposals.bracket.for')}</p>
      {COUNTRY_CODES.filter((code) => parties.includes(code) || chosen.includes(code)).map((code) => (
        <Tick
          key={code}
          checked={chosen.includes(code)}
          onChange={(on) => {
            const others = chosen.filter((other) => other !== code)
            props.onChange(on ? [...others, code] : others)
          }}
        >
          {country(code, language)}
        </Tick>
      ))}
    </div>
  )
}
