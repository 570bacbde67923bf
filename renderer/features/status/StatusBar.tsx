import './status-bar.css'
import {
  useConference,
  useDocument,
  usePlace,
  useSelected,
  useSession,
  useStore,
} from '#renderer/session/context.tsx'
import { documentSync } from '#renderer/session/conference-store.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Key } from '#renderer/ui/Key.tsx'
import { Panel } from '#renderer/ui/Panel.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import { SyncDetail } from './SyncDetail.tsx'
import { SyncLabel } from './SyncLabel.tsx'
import { syncShown, TONES } from './sync-words.ts'

const NEXT = ['Alt', '↓'] as const

export function StatusBar() {
  return (
    <>
      <SyncStatus />
      <span className="spring" />
      <Hats />
      <Where />
    </>
  )
}

function SyncStatus() {
  const text = useText()
  const { intents } = useSession()
  const { conf, sync } = useConference()
  const { id } = useDocument()
  const state = useStore(sync)
  const shown = syncShown(state.link, documentSync(state, id))
  return (
    <>
      <Panel
        label={text('window.sync.detail')}
        className={`sync sync-${TONES[shown.kind]}`}
        trigger={<SyncLabel shown={shown} />}
      >
        <SyncDetail shown={shown} />
      </Panel>
      {shown.kind === 'synced' && <span className="status-saved">{text('window.sync.savedBoth')}</span>}
      {shown.kind === 'offline' && (
        <Button size="small" onPress={() => void intents.ask('link.retry', { conf })}>
          {text('window.offline.retry')}
        </Button>
      )}
      {/* A change of state is said once; the seconds beside it are not. */}
      <span role="status" className="unseen">
        {text(`window.sync.said.${shown.kind}`)}
      </span>
    </>
  )
}

function Hats() {
  const text = useText()
  const language = useLanguage()
  const hats = useStore(useConference().hats)
  const names = hats.flatMap(({ member }) => (member === null ? [] : [memberTitle(member, language, text)]))
  if (names.length === 0) return <span>{text('people.pending')}</span>
  const observes = hats.every(({ member }) => member?.role === 'observer' || member?.role === 'guest')
  return (
    <span>
      {text('people.you')} <strong>{names.join(' · ')}</strong>
      {observes && <Tag>{text('people.readOnly')}</Tag>}
    </span>
  )
}

function Where() {
  const text = useText()
  const { order, paragraph } = useDocument()
  const count = useSelected(order, (ids) => ids.length)
  const current = usePlace((place) => place.paragraph)
  const number = useSelected(paragraph(current ?? ''), (state) => state?.number ?? '')
  if (count === 0) return null
  return (
    <>
      {number !== '' && <span className="numeric">{text('window.paragraph.short', { number })}</span>}
      <span className="status-keys">
        {text('window.nextOpen')}
        {NEXT.map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </span>
    </>
  )
}
