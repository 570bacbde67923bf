import { useConference, useDocument, useSelected, useSession, useStore } from '#renderer/session/context.tsx'
import { documentSync } from '#renderer/session/conference-store.ts'
import { useFormats, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { SyncShown } from './sync-words.ts'

const NEVER = '—'

/** What is safe where, and what can be done about it. */
export function SyncDetail({ shown }: { readonly shown: SyncShown }) {
  const text = useText()
  const formats = useFormats()
  const { intents } = useSession()
  const { conf, sync } = useConference()
  const { id, facts } = useDocument()
  const state = useStore(sync)
  const { unsent, lastContact } = documentSync(state, id)
  const trouble = useSelected(facts, (value) => value.trouble)
  const gaps = trouble.missing.length + trouble.gaps.length + trouble.missingBlobs.length
  const chosen = state.link.kind === 'offline' && state.link.chosen
  return (
    <>
      <p>{text(`window.sync.explain.${shown.kind}`)}</p>
      <dl className="facts">
        <dt>{text('window.sync.unsent')}</dt>
        <dd className="numeric">{unsent}</dd>
        <dt>{text('window.sync.lastContact')}</dt>
        <dd className="numeric">{lastContact === null ? NEVER : formats.when(lastContact)}</dd>
      </dl>
      {gaps > 0 && <p className="facts-trouble">{text('window.sync.gaps', { count: gaps })}</p>}
      {trouble.forks.length > 0 && <p className="facts-trouble">{text('window.sync.forks')}</p>}
      <Button onPress={() => void intents.ask('link.setOffline', { conf, offline: !chosen })}>
        {text(chosen ? 'window.offline.return' : 'window.offline.choose')}
      </Button>
    </>
  )
}
