import './field.css'
import './menu.css'
import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'

export interface Option<K extends string> {
  readonly key: K
  readonly label: string
}

/** One of many, in a list that opens. `small` puts the label where only a screen reader meets it. */
export function Choice<K extends string>(props: {
  readonly label: string
  readonly value: K
  readonly options: readonly Option<K>[]
  readonly onChange: (key: K) => void
  readonly small?: boolean
  readonly isDisabled?: boolean
}) {
  const small = props.small === true
  return (
    <Select
      className={small ? 'field-small' : 'field'}
      value={props.value}
      isDisabled={props.isDisabled ?? false}
      {...(small ? { 'aria-label': props.label } : {})}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.key === key)
        if (chosen !== undefined) props.onChange(chosen.key)
      }}
    >
      {!small && <Label className="field-label">{props.label}</Label>}
      <Button className={small ? 'choose choose-small' : 'choose'}>
        <SelectValue />
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="choices">
          {props.options.map((option) => (
            <ListBoxItem key={option.key} id={option.key} className="menu-item" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
