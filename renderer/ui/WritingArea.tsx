import './field.css'
import type { KeyboardEvent, Ref } from 'react'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

/** Some lines of text beside which a list of offers may open: it says which one is marked. */
export function WritingArea({
  ref,
  ...props
}: {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly rows: number
  readonly takesFocus: boolean
  /** Id of the list while it is open, and of the offer marked in it. */
  readonly list: string | undefined
  readonly marked: string | undefined
  readonly onChange: (value: string) => void
  /** The caret has moved. */
  readonly onCaret: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  return (
    <TextField
      className="field"
      value={props.value}
      maxLength={props.maxLength}
      {...(props.takesFocus ? { autoFocus: true } : {})}
      onChange={props.onChange}
    >
      <Label className="field-label">{props.label}</Label>
      <TextArea
        ref={ref}
        className="input"
        rows={props.rows}
        aria-autocomplete="list"
        aria-controls={props.list}
        aria-activedescendant={props.marked}
        onSelect={props.onCaret}
        onInput={props.onCaret}
        onKeyDown={props.onKeyDown}
      />
    </TextField>
  )
}
