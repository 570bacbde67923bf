import type { LogEntry } from '#shared/acts/state.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Signed } from './Signed.tsx'

const DECIDED: Readonly<Record<string, MessageId>> = {
  agree: 'reading.history.agree',
  reopen: 'reading.history.reopen',
  bracket: 'reading.history.bracket',
  lift: 'reading.history.lift',
  move: 'reading.history.move',
  split: 'reading.history.split',
  decline: 'reading.history.decline',
}

/** Agreed, re-opened, bracketed: what was decided without touching a word. */
export function Decision({ entry }: { readonly entry: LogEntry }) {
  const text = useText()
  return (
    <>
      <p className="past-title">{text(DECIDED[entry.kind] ?? 'reading.history.other')}</p>
      <Signed entry={entry} />
    </>
  )
}
