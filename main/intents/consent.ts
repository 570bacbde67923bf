/** Positions of countries, prepared and taken, and the Chair's "agreed" and "re-opened" (rules 13-22). */
import { needsReason } from '#shared/domain/position.ts'
import { missingForAgreement } from '#shared/domain/consensus.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Missing, ParagraphState } from '#shared/acts/state.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { asDone, documentOf, mayDo, paragraphAt } from './standing.ts'

type Done = Promise<Outcome<{ act: string }>>

const blank = (reason: string | null): boolean => reason === null || reason.trim() === ''

/** One act for each paragraph; the first that cannot be taken stops the rest, and says so. */
export async function takePosition(
  conference: Conference,
  input: Input<'position.take'>,
): Promise<Outcome<{ acts: string[] }>> {
  const { doc, hat, paragraphs, value, reason } = input
  if (needsReason(value) && blank(reason)) return failed('invalidInput', 'failure.reasonNeeded')
  const acts: string[] = []
  for (const { paragraph: id, hash } of paragraphs) {
    const at = documentOf(conference, doc)
    if (!at.ok) return at
    const may = mayDo(conference, hat, 'takePosition', at.value, id)
    if (!may.ok) return may
    const found = paragraphAt(at.value, id, hash)
    if (!found.ok) return found
    if (!found.value.paragraph.consent) return failed('invalidInput', 'failure.invalidInput')
    const signed = await conference.signing.sign(hat, `doc/${doc}`, 'position', {
      paragraph: id,
      hash,
      wording: wordingText(found.value.wording.clauses),
      language: at.value.record.language,
      value,
      reason: blank(reason) ? null : reason,
    })
    if (!signed.ok) return signed
    acts.push(signed.value)
  }
  return succeeded({ acts })
}

export async function preparePosition(conference: Conference, input: Input<'position.prepare'>): Done {
  const { doc, hat, paragraph: id, hash, value, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'preparePosition', at.value, id)
  if (!may.ok) return may
  const { member } = may.value
  const country = member.role === 'delegate' ? member.country : input.country
  if (country === undefined) return failed('invalidInput', 'failure.invalidInput')
  const found = paragraphAt(at.value, id, hash)
  if (!found.ok) return found
  const scope = member.role === 'delegate' ? `doc/${doc}/of/${country}` : `doc/${doc}`
  return asDone(
    await conference.signing.sign(hat, scope, 'prepare', {
      country,
      paragraph: id,
      hash,
      wording: wordingText(found.value.wording.clauses),
      value,
      reason: blank(reason) ? null : reason,
    }),
  )
}

export async function agree(conference: Conference, input: Input<'paragraph.agree'>): Done {
  const { doc, hat, paragraph: id, hash, lastCall = null } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'agree', at.value, id)
  if (!may.ok) return may
  const found = paragraphAt(at.value, id, hash)
  if (!found.ok) return found
  const { paragraph, wording } = found.value
  const missing = stillMissing(paragraph, at.value.state.parties, lastCall)
  if (missing.length > 0) return failed('refused', 'failure.gateNotMet', { missing: named(missing) })
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'agree', {
      paragraph: id,
      hash,
      wording: wordingText(wording.clauses),
      lastCall:
        lastCall === null
          ? null
          : { meeting: lastCall.meeting, attendance: [...new Set(lastCall.attendance)].sort() },
    }),
  )
}

function stillMissing(
  paragraph: ParagraphState,
  parties: Parameters<typeof missingForAgreement>[1],
  lastCall: NonNullable<Input<'paragraph.agree'>['lastCall']> | null,
): readonly Missing[] {
  if (lastCall === null) return paragraph.missing
  const facts = {
    wording: paragraph.wording,
    suppressed: paragraph.status === 'suppressed',
    disputed: paragraph.status === 'disputed',
    agreement: null,
    positions: paragraph.positions,
    open: paragraph.missing.flatMap((one) => ('act' in one ? [one] : [])),
  }
  return missingForAgreement(facts, parties, lastCall)
}

/** By code, each country once; the window says the causes in words. */
function named(missing: readonly Missing[]): string {
  return [...new Set(missing.map((item) => ('country' in item ? item.country : item.kind)))].join(', ')
}

export async function reopen(conference: Conference, input: Input<'paragraph.reopen'>): Done {
  const { doc, hat, paragraph: id, reason } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'reopen', at.value, id)
  if (!may.ok) return may
  const paragraph = at.value.state.paragraphs.find((candidate) => candidate.id === id)
  if (paragraph === undefined) return notHere
  if (paragraph.agreement === null) return failed('refused', 'failure.notAgreed')
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'reopen', {
      paragraph: id,
      agreement: paragraph.agreement.act,
      reason,
    }),
  )
}
