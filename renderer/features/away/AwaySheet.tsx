import './away.css'
import { X } from 'lucide-react'
import { isNothing } from '#renderer/session/away.ts'
import { useVisit } from '#renderer/session/use-visit.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { AwayNews } from './AwayNews.tsx'
import { useAway } from './use-away.ts'

/** On return, once: what happened meanwhile. It stands above the text and holds nobody up. */
export function AwaySheet() {
  const { offered } = useVisit()
  return offered ? <Offered /> : null
}

function Offered() {
  const text = useText()
  const formats = useFormats()
  const { since, putAway } = useVisit()
  const away = useAway()
  if (since === null || isNothing(away)) return null
  return (
    <section className="away" aria-label={text('term.whileAway')}>
      <header className="away-head">
        <h2>{text('term.whileAway')}</h2>
        <p className="quiet">{text('reading.away.since', { when: formats.when(since) })}</p>
        <span className="spring" />
        <Button
          look="ghost"
          size="small"
          aria-label={text('reading.away.close')}
          icon={<X size={17} aria-hidden />}
          onPress={putAway}
        />
      </header>
      <AwayNews away={away} />
    </section>
  )
}
