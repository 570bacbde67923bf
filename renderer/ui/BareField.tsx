import './field.css'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'

/** A line of text in a row of tools: its label is heard, and seen while the line is empty. */
export function BareField(props: {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly className: string
  readonly onChange: (value: string) => void
}) {
  const { label, value, maxLength, onChange } = props
  return (
    <TextField aria-label={label} value={value} maxLength={maxLength} onChange={onChange}>
      <Input className={props.className} placeholder={label} />
    </TextField>
  )
}
