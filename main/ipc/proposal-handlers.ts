/** One line for each intent on proposals, brackets, comments and contact groups. */
import { backProposal, declineProposal, joinProposal, withdrawProposal } from '#main/intents/backings.ts'
import { liftBracket, openBracket } from '#main/intents/brackets.ts'
import { resolveThread, writeComment } from '#main/intents/comments.ts'
import { describeDraft, openDraft, putDraftAway } from '#main/intents/drafts.ts'
import { allowAdvisers, enterHuddle, setHuddle } from '#main/intents/huddles.ts'
import { tableProposal } from '#main/intents/proposals.ts'
import { onConference, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names =
  | 'draft.open'
  | 'draft.describe'
  | 'draft.putAway'
  | 'proposal.table'
  | 'proposal.join'
  | 'proposal.back'
  | 'proposal.withdraw'
  | 'proposal.decline'
  | 'bracket.open'
  | 'bracket.lift'
  | 'comment.write'
  | 'comment.resolve'
  | 'huddle.set'
  | 'huddle.enter'
  | 'delegation.allow'

export function proposalHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'draft.open': (input) => onConference(desk, input, openDraft),
    'draft.describe': (input) => onConference(desk, input, describeDraft),
    'draft.putAway': (input) => onConference(desk, input, putDraftAway),
    'proposal.table': (input) => onConference(desk, input, tableProposal),
    'proposal.join': (input) => onConference(desk, input, joinProposal),
    'proposal.back': (input) => onConference(desk, input, backProposal),
    'proposal.withdraw': (input) => onConference(desk, input, withdrawProposal),
    'proposal.decline': (input) => onConference(desk, input, declineProposal),
    'bracket.open': (input) => onConference(desk, input, openBracket),
    'bracket.lift': (input) => onConference(desk, input, liftBracket),
    'comment.write': (input) => onConference(desk, input, writeComment),
    'comment.resolve': (input) => onConference(desk, input, resolveThread),
    'huddle.set': (input) => onConference(desk, input, setHuddle),
    'huddle.enter': (input) => onConference(desk, input, enterHuddle),
    'delegation.allow': (input) => onConference(desk, input, allowAdvisers),
  }
}
