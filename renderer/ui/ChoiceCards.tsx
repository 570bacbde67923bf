import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

/** One of few, each shown whole. */
export function ChoiceCards<K extends string>(props: {
  readonly label: string
  readonly value: K
  readonly options: readonly { readonly key: K; readonly content: ReactNode }[]
  readonly className: string
  readonly optionClassName: string
  readonly onChange: (key: K) => void
}) {
  return (
    <RadioGroup
      className={props.className}
      value={props.value}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.key === key)
        if (chosen !== undefined) props.onChange(chosen.key)
      }}
    >
      <Label className="field-label">{props.label}</Label>
      {props.options.map(({ key, content }) => (
        <RadioField key={key} value={key}>
          <RadioButton className={props.optionClassName}>{content}</RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
