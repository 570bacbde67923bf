import { useMemo } from 'react'
import { closingOf } from '#renderer/session/closing.ts'
import { useDocument, useRecord, useStore } from '#renderer/session/context.tsx'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'

/** What becomes whole again and which numbers change, before the round is closed (rules 9 and 11). */
export function Closing(props: {
  readonly join: readonly string[]
  readonly onJoin: (join: readonly string[]) => void
}) {
  const { join, onJoin } = props
  const text = useText()
  const formats = useFormats()
  const paragraphs = useStore(useDocument().paragraphs)
  const layout = useRecord()?.layout ?? 'gerund'
  const closing = useMemo(() => closingOf(paragraphs, layout, join), [paragraphs, layout, join])
  const partsOf = (whole: string) =>
    formats.list(paragraphs.filter(({ part }) => part?.paragraph === whole).map(({ number }) => number))
  return (
    <>
      {closing.ready.map((whole) => (
        <p key={whole}>{text('chair.closing.joined', { parts: partsOf(whole) })}</p>
      ))}
      {closing.split.map((whole) => (
        <Tick
          key={whole}
          checked={join.includes(whole)}
          onChange={(joined) => {
            onJoin(joined ? [...join, whole] : join.filter((one) => one !== whole))
          }}
        >
          {text('chair.closing.join', { parts: partsOf(whole) })}
        </Tick>
      ))}
      {closing.renumbered.length > 0 && (
        <p className="quiet">
          {text('chair.closing.renumbered', {
            numbers: formats.list(closing.renumbered.map(({ from, to }) => `${from} → ${to}`)),
          })}
        </p>
      )}
    </>
  )
}
