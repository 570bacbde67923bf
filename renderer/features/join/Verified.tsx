import { BadgeCheck } from 'lucide-react'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country, memberName } from '#renderer/i18n/names.ts'
import { CAPACITY_WORDS, ROLE_WORDS } from '#renderer/i18n/words.ts'
import type { Invitation } from './use-invitation.ts'

/** What the invitation says, once main has read it. */
export function Verified({ invitation }: { readonly invitation: Invitation }) {
  const text = useText()
  const language = useLanguage()
  const { member } = invitation
  const states = member.role === 'delegate' || member.role === 'presidency'
  const role =
    member.role === 'delegate' ? text(CAPACITY_WORDS[member.capacity]) : text(ROLE_WORDS[member.role])
  return (
    <div className="verified" role="status">
      <p className="verified-title">
        <BadgeCheck size={20} aria-hidden />
        {text('join.read', { title: invitation.title })}
      </p>
      <dl>
        <dt>{text(states ? 'join.delegation' : 'join.organisation')}</dt>
        <dd>{states ? country(member.country, language) : memberName(member, language, text)}</dd>
        <dt>{text('join.role')}</dt>
        <dd>{role}</dd>
        <dt>{text('join.server')}</dt>
        <dd>{invitation.host}</dd>
      </dl>
      <p className="quiet">{text('join.fixed')}</p>
    </div>
  )
}
