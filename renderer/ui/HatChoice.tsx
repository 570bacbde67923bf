import './hat.css'
import { Segmented } from './Segmented.tsx'

/** In whose name an act is made: said when there is one way, chosen when there are more. */
export function HatChoice(props: {
  readonly label: string
  readonly hats: readonly { readonly key: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (key: string) => void
}) {
  const [only, ...others] = props.hats
  if (only === undefined) return null
  if (others.length === 0) return <p className="hat">{only.label}</p>
  return (
    <Segmented
      label={props.label}
      value={props.value}
      segments={props.hats.map(({ key, label }) => ({ key, label }))}
      onChange={props.onChange}
    />
  )
}
