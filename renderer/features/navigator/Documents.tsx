import { FileText } from 'lucide-react'
import {
  useConference,
  useConferenceState,
  usePlace,
  useSelected,
  useSession,
} from '#renderer/session/context.tsx'
import { progressOf } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { moveFocus } from '#renderer/ui/roving.ts'

/** The drafting groups: one for each document; the number is of paragraphs still open. */
export function Documents() {
  const text = useText()
  const { documents, entries } = useConferenceState()
  const current = usePlace((place) => place.doc)
  const networks = new Map(
    entries.filter(({ type }) => type === 'network').map((entry) => [entry.id, entry.title]),
  )
  return (
    <section className="nav-section" aria-label={text('window.nav.groups')}>
      <h2>{text('window.nav.groups')}</h2>
      <ul
        role="presentation"
        onKeyDown={(event) => {
          moveFocus(event, { columns: 1 })
        }}
      >
        {[...documents.values()].map((record) => (
          <li key={record.id}>
            <Group
              doc={record.id}
              title={record.title}
              language={record.language}
              group={
                record.network === null
                  ? text('term.plenary')
                  : (networks.get(record.network) ?? record.network)
              }
              isCurrent={record.id === current}
            />
          </li>
        ))}
      </ul>
      <Pending />
    </section>
  )
}

function Group(props: {
  readonly doc: string
  readonly title: string
  readonly language: string
  readonly group: string
  readonly isCurrent: boolean
}) {
  const text = useText()
  const { view } = useSession()
  const open = useSelected(useConference().document(props.doc).paragraphs, (paragraphs) => {
    const { open: still, blocked } = progressOf(paragraphs)
    return still + blocked
  })
  return (
    <button
      type="button"
      className="nav-row nav-group"
      aria-current={props.isCurrent ? 'page' : undefined}
      tabIndex={props.isCurrent ? 0 : -1}
      title={props.title}
      onClick={() => {
        view.go({ doc: props.doc, paragraph: null, country: null, mode: 'text', screen: null })
      }}
    >
      <FileText size={16} aria-hidden />
      <span className="nav-words">
        {props.group}
        <span className="quiet" lang={props.language}>
          {props.title}
        </span>
      </span>
      {open > 0 && (
        <span className="nav-count numeric">
          {open}
          <span className="unseen"> {text('window.nav.openParagraphs', { count: open })}</span>
        </span>
      )}
    </button>
  )
}

function Pending() {
  const text = useText()
  const count = useConferenceState().documents.size
  return count === 0 ? <p className="nav-none quiet">{text('window.nav.noDocuments')}</p> : null
}
