import { Check, Clock } from 'lucide-react'
import type { CatalogueEntry } from '#shared/ipc/contract.ts'
import { useSession, useStore } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Fingerprint } from '#renderer/ui/Fingerprint.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'

/** The conferences on this device, each with what it has not sent yet. They open without a connection. */
export function Recents() {
  const text = useText()
  const entries = useStore(useSession().catalogue)
  if (entries.length === 0) return null
  return (
    <section className="box" aria-label={text('welcome.recents')}>
      <h2>{text('welcome.recents')}</h2>
      <ul>
        {entries.map((entry) => (
          <Recent key={entry.conf} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function Recent({ entry }: { readonly entry: CatalogueEntry }) {
  const text = useText()
  const language = useLanguage()
  const { openConference } = useSession()
  const names = entry.hats.flatMap(({ member }) =>
    member === null ? [] : [memberTitle(member, language, text)],
  )
  const isPending = names.length === 0
  return (
    <li className="recent">
      <SyncSquare unsent={entry.unsent} isPending={isPending} />
      <div className="recent-words">
        <b>{entry.title}</b>
        {!isPending && <span>{names.join(' · ')}</span>}
        <span className="quiet">
          <Facts entry={entry} isPending={isPending} />
        </span>
        {isPending && <PendingKey entry={entry} />}
      </div>
      <Button
        look={isPending ? 'plain' : 'primary'}
        isDisabled={isPending}
        aria-label={text('welcome.openNamed', { title: entry.title })}
        onPress={() => void openConference(entry.conf)}
      >
        {text('welcome.open')}
      </Button>
    </li>
  )
}

function Facts({ entry, isPending }: { readonly entry: CatalogueEntry; readonly isPending: boolean }) {
  const text = useText()
  const formats = useFormats()
  if (isPending) return text('people.pending')
  return [
    entry.unsent > 0 ? text('welcome.unsent', { count: entry.unsent }) : text('welcome.sent'),
    entry.lastContact === null
      ? text('welcome.noContact')
      : text('welcome.lastContact', { when: formats.when(entry.lastContact) }),
    text('welcome.offlineReady'),
  ].join(' · ')
}

/** What the Secretariat compares before it lets this device in. */
function PendingKey({ entry }: { readonly entry: CatalogueEntry }) {
  const text = useText()
  const key = entry.hats[0]?.key
  return key === undefined ? null : <Fingerprint label={text('people.fingerprint')} value={key} />
}

/** The words beside it say the same. */
function SyncSquare({ unsent, isPending }: { readonly unsent: number; readonly isPending: boolean }) {
  const tone = isPending ? 'pending' : unsent > 0 ? 'unsent' : 'sent'
  return (
    <span className={joinClasses('sync-square', 'numeric', `sync-square-${tone}`)} aria-hidden>
      {isPending ? (
        <Clock size={14} />
      ) : unsent > 0 ? (
        Math.min(unsent, 99)
      ) : (
        <Check size={14} strokeWidth={3.2} />
      )}
    </span>
  )
}
