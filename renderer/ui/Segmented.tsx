import './segmented.css'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

export interface Segment<K extends string> {
  readonly key: K
  readonly label: ReactNode
  /** Where the label is an abbreviation or an icon. */
  readonly name?: string
  readonly lang?: string
}

/** One of a few: always exactly one is chosen. */
export function Segmented<K extends string>(props: {
  readonly label: string
  readonly value: K
  readonly segments: readonly Segment<K>[]
  readonly onChange: (key: K) => void
}) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.segments.find((segment) => keys.has(segment.key))
        if (chosen !== undefined) props.onChange(chosen.key)
      }}
    >
      {props.segments.map((segment) => (
        <ToggleButton
          key={segment.key}
          id={segment.key}
          className="segment"
          {...(segment.name === undefined ? {} : { 'aria-label': segment.name })}
          {...(segment.lang === undefined ? {} : { lang: segment.lang })}
        >
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
