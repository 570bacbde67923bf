import './field.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'

export function Tick(props: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly isDisabled?: boolean
}) {
  return (
    <CheckboxField
      isSelected={props.checked}
      isDisabled={props.isDisabled ?? false}
      onChange={props.onChange}
    >
      <CheckboxButton className="tick">
        <span className="tick-box" aria-hidden>
          <Check size={14} strokeWidth={3} />
        </span>
        <span>{props.children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
