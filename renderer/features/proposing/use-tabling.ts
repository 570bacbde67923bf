/** What is asked before a proposal is tabled, and the tabling itself. */
import { useState } from 'react'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { placeOf, type Nature } from '#shared/domain/proposal.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import type { Delegation } from '#renderer/session/delegation.tsx'
import type { Tabling } from '#renderer/session/tabling.ts'
import { useOffice } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { useDraft } from './drafts-at.ts'

export function useTabling(tabling: Tabling, { country, target }: Delegation) {
  const { intents, notices, view } = useSession()
  const text = useText()
  const { draft, operation, previous, answers } = tabling
  const office = useOffice(previous === null ? 'table' : 'amendProposal', placeOf(operation))
  const listed = useDraft(draft)
  const before = useSelected(useDocument().facts, ({ proposals }) =>
    proposals.find(({ act }) => act === previous),
  )
  const [nature, setNature] = useState<Nature>(listed?.nature ?? before?.nature ?? 'substantive')
  const [reason, setReason] = useState((listed?.reason ?? '') || (before?.reason ?? ''))
  const [others, setOthers] = useState<readonly CountryCode[]>(() =>
    (before?.proponents ?? []).flatMap((one) =>
      one.country === country || one.state === 'withdrawn' ? [] : [one.country],
    ),
  )
  const table = async (): Promise<boolean> => {
    if (office === null) return false
    const reply = await intents.ask('proposal.table', {
      ...office.target,
      ...{ draft, nature, previous, answers },
      operation: structuredClone(operation) as Input<'proposal.table'>['operation'], // as: a copy nobody else holds
      proponents: COUNTRY_CODES.filter((code) => code === country || others.includes(code)),
      reason: reason.trim(),
      replaces: [],
      huddle: null,
      proposal: null,
    })
    if (!reply.ok) return false
    notices.tell('done', text('proposing.told.tabled'))
    view.go({ pen: null })
    return true
  }
  /** Kept with the draft, for whoever tables it. */
  const describe = async (): Promise<boolean> => {
    if (draft === null) return false
    const words = { nature, reason: reason.trim(), note: '' }
    const reply = await intents.ask('draft.describe', { ...target, draft, ...words })
    if (reply.ok) notices.tell('done', text('proposing.told.described'))
    return reply.ok
  }
  return { office, nature, setNature, reason, setReason, others, setOthers, table, describe }
}
