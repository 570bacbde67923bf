import { useSession } from '#renderer/session/context.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { Request } from './Request.tsx'
import { RootKey } from './RootKey.tsx'
import { useEnrolments, type Enrolment } from './use-enrolments.ts'
import { useRoot } from './use-root.ts'

/** Devices that presented an invitation: a code alone gives nothing, the Secretariat compares and decides. */
export function Requests() {
  const text = useText()
  const language = useLanguage()
  const { notices } = useSession()
  const { list, settle } = useEnrolments()
  const root = useRoot()
  const pending = list?.filter(({ state }) => state === 'pending') ?? []
  const settled = list?.filter(({ state }) => state !== 'pending') ?? []
  const decide = async ({ id, member }: Enrolment, approve: boolean) => {
    const name = memberTitle(member, language, text)
    if (await settle(id, approve, root.passphrase)) {
      if (approve) root.setPassphrase('')
      notices.tell('done', text(approve ? 'people.approved' : 'people.refused', { name }))
    }
  }
  return (
    <section className="people-section" aria-label={text('people.requests')}>
      <h3>
        {text('people.requests')}
        {pending.length > 0 && <Tag tone="warn">{pending.length}</Tag>}
      </h3>
      <p className="quiet">{text('people.requestsExplain')}</p>
      {list === null && <p role="status">{text('people.requestsLoading')}</p>}
      {list !== null && pending.length === 0 && <p>{text('people.requestsNone')}</p>}
      {pending.length > 0 && <RootKey root={root} />}
      <ul className="requests">
        {pending.map((one) => (
          <Request
            key={one.id}
            enrolment={one}
            canApprove={root.isReady}
            onSettle={(approve) => decide(one, approve)}
          />
        ))}
      </ul>
      {settled.length > 0 && <Settled list={settled} />}
    </section>
  )
}

function Settled({ list }: { readonly list: readonly Enrolment[] }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  return (
    <details className="settled">
      <summary>
        {text('people.settledBefore')}
        <Tag>{list.length}</Tag>
      </summary>
      <ul>
        {list.map(({ id, member, label, requested, state }) => (
          <li key={id}>
            <Tag tone={state === 'approved' ? 'ok' : 'warn'}>
              {text(state === 'approved' ? 'people.settledApproved' : 'people.settledRefused')}
            </Tag>
            {memberTitle(member, language, text)}
            <span className="quiet">{[label, formats.when(requested)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
