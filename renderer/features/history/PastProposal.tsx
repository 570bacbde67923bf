import type { ProposalStatus } from '#shared/domain/proposal.ts'
import { useConferenceState } from '#renderer/session/context.tsx'
import { countriesBehind } from '#renderer/session/reading.ts'
import type { StoryItem } from '#renderer/session/story.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country, keyName } from '#renderer/i18n/names.ts'
import { Tag } from '#renderer/ui/Tag.tsx'
import { Signed } from './Signed.tsx'

const BECAME = {
  pending: 'reading.history.pending',
  incorporated: 'reading.history.incorporated',
  declined: 'reading.history.declined',
  withdrawn: 'reading.history.withdrawn',
  superseded: 'reading.history.superseded',
  fallen: 'reading.history.fallen',
  afterAgreement: 'reading.history.afterAgreement',
  suppressedMeanwhile: 'reading.history.suppressedMeanwhile',
} as const satisfies Record<ProposalStatus, string>

/** A proposal on the paragraph: whose, and what became of it, by whom and when. */
export function PastProposal({ item }: { readonly item: Extract<StoryItem, { readonly kind: 'proposal' }> }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { members } = useConferenceState()
  const { entry, proposal } = item
  const { status, decision, version } = proposal
  const names = countriesBehind(proposal).map((code) => country(code, language))
  return (
    <>
      <p className="past-title">
        {text('reading.history.proposal', {
          countries: names.length === 0 ? text('people.presidency') : formats.list(names),
          version,
        })}
      </p>
      <Signed entry={entry}>
        <Tag tone={status === 'incorporated' ? 'ok' : status === 'pending' ? 'alt' : 'plain'}>
          {text(BECAME[status])}
        </Tag>
      </Signed>
      {decision !== null && (
        <p className="quiet">
          {text('consensus.stamp.by', {
            name: keyName(members.get(decision.by), language, text),
            when: formats.when(decision.received ?? decision.claimed),
          })}
        </p>
      )}
      {decision !== null && decision.reason !== '' && (
        <p className="past-reason">{text('reading.history.reason', { reason: decision.reason })}</p>
      )}
    </>
  )
}
