import './field.css'
import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

/** A line (or, with `rows`, some lines) of text with its label and a word of help below. */
export function Field(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: ReactNode
  readonly rows?: number
  readonly required?: boolean
  readonly maxLength?: number
  /** The dialog that holds the field was opened by the member: the caret belongs in it. */
  readonly takesFocus?: boolean
  readonly type?: 'text' | 'password'
  readonly lang?: string
}) {
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      type={props.type ?? 'text'}
      isRequired={props.required ?? false}
      {...(props.takesFocus === true ? { autoFocus: true } : {})}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className="field-label">{props.label}</Label>
      {props.rows === undefined ? (
        <Input className="input" lang={props.lang} />
      ) : (
        <TextArea className="input" rows={props.rows} lang={props.lang} />
      )}
      {props.help !== undefined && (
        <Text slot="description" className="quiet field-help">
          {props.help}
        </Text>
      )}
    </TextField>
  )
}
