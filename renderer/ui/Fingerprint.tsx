import './fingerprint.css'

/** A key's fingerprint in groups that can be read out loud. */
export function Fingerprint(props: {
  readonly value: string
  readonly label?: string
  readonly large?: boolean
}) {
  const { value } = props
  const shown = /^[0-9a-f]+$/i.test(value) ? (value.match(/.{1,4}/g) ?? []).join(' ') : value
  return (
    <p className={props.large === true ? 'fingerprint fingerprint-large' : 'fingerprint'}>
      {props.label !== undefined && <span className="quiet">{props.label}</span>}
      <code>{shown}</code>
    </p>
  )
}
