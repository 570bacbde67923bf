import './rounds.css'
import { X } from 'lucide-react'
import { useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { RoundCard } from './RoundCard.tsx'
import { useRounds } from './use-versions.ts'

/** Every round of the document, the newest first: each can be opened for ever. */
export function RoundsPanel() {
  const text = useText()
  const { view } = useSession()
  const rounds = useRounds()
  return (
    <div className="rounds">
      <header className="rounds-head">
        <h2>{text('reading.rounds.title')}</h2>
        <div className="drawer-close">
          <Button
            look="ghost"
            size="small"
            aria-label={text('window.closePanel')}
            icon={<X size={17} aria-hidden />}
            onPress={() => {
              view.go({ drawer: false })
            }}
          />
        </div>
      </header>
      {rounds.length === 0 && <p className="sheet-empty">{text('reading.rounds.none')}</p>}
      <ol className="rounds-list" aria-label={text('reading.rounds.title')}>
        {rounds
          .map((round, i) => <RoundCard key={round.act} round={round} previous={rounds[i - 1] ?? null} />)
          .reverse()}
      </ol>
    </div>
  )
}
