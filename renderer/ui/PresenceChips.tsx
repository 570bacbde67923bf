import './chip.css'

/** Who is here, as round plates; the label says it in a sentence. */
export function PresenceChips({
  labels,
  label,
}: {
  readonly labels: readonly string[]
  readonly label: string
}) {
  return (
    <ul className="presence" aria-label={label} title={label}>
      {labels.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}
