import './fingerprint.css'

/** A key's fingerprint in groups that can be read out loud. */
export function Fingerprint(props: {
  readonly value: string
  readonly label?: string
  readonly large?: boolean
}) {
  const groups = props.value.replaceAll(/[^0-9a-zA-Z]/g, '').match(/.{1,4}/g) ?? []
  return (
    <p className={props.large === true ? 'fingerprint fingerprint-large' : 'fingerprint'}>
      {props.label !== undefined && <span className="quiet">{props.label}</span>}
      <code>{groups.join(' ')}</code>
    </p>
  )
}
