import './search.css'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { Button } from './Button.tsx'

/** Find: Enter goes on, Shift+Enter back, Escape leaves. */
export function SearchBar(props: {
  readonly label: string
  readonly previousLabel: string
  readonly nextLabel: string
  readonly closeLabel: string
  readonly value: string
  readonly result: string
  readonly onChange: (value: string) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly onClose: () => void
}) {
  const step = (direction: 1 | -1) => () => {
    props.onStep(direction)
  }
  return (
    <div className="search" role="search">
      <SearchField
        aria-label={props.label}
        value={props.value}
        {...{ autoFocus: true }}
        onChange={props.onChange}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onStep(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') props.onClose()
          else event.continuePropagation()
        }}
      >
        <Input className="input search-input" />
      </SearchField>
      <span className="quiet numeric" role="status">
        {props.result}
      </span>
      <Button
        size="small"
        look="ghost"
        aria-label={props.previousLabel}
        icon={<ChevronUp size={16} aria-hidden />}
        onPress={step(-1)}
      />
      <Button
        size="small"
        look="ghost"
        aria-label={props.nextLabel}
        icon={<ChevronDown size={16} aria-hidden />}
        onPress={step(1)}
      />
      <Button
        size="small"
        look="ghost"
        aria-label={props.closeLabel}
        icon={<X size={16} aria-hidden />}
        onPress={props.onClose}
      />
    </div>
  )
}
