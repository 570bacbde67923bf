import { useMemo } from 'react'
import type { MemberRecord } from '#shared/acts/state.ts'
import { useConferenceState } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberTitle } from '#renderer/i18n/names.ts'
import { Fingerprint } from '#renderer/ui/Fingerprint.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import { inMemberOrder } from './member-order.ts'

/** Every accredited device, which every member may check against the list read out at the opening session. */
export function Members({ ownKeys }: { readonly ownKeys: readonly string[] }) {
  const text = useText()
  const language = useLanguage()
  const { members } = useConferenceState()
  const list = useMemo(
    () =>
      inMemberOrder([...members.values()], (record) => memberTitle(record.member, language, text), language),
    [members, language, text],
  )
  return (
    <section className="people-section" aria-label={text('people.members')}>
      <h3>{text('people.members')}</h3>
      <p className="quiet">{text('people.membersCount', { count: list.length })}</p>
      <table className="members">
        <thead>
          <tr>
            <th scope="col">{text('people.column.member')}</th>
            <th scope="col">{text('people.column.office')}</th>
            <th scope="col">{text('people.column.key')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((record) => (
            <Row key={record.key} record={record} isOwn={ownKeys.includes(record.key)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ record, isOwn }: { readonly record: MemberRecord; readonly isOwn: boolean }) {
  const text = useText()
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">
        <span className="members-name">
          {memberTitle(record.member, language, text)}
          {isOwn && <Tag>{text('people.thisDevice')}</Tag>}
          {record.closed !== null && <Tag tone="object">{text('people.closed')}</Tag>}
        </span>
      </th>
      <td>{record.label}</td>
      <td>
        <Fingerprint value={record.key} />
      </td>
    </tr>
  )
}
