/** One line for each intent of the negotiation; what they do is in main/intents. */
import { agree, preparePosition, reopen, takePosition } from '#main/intents/consent.ts'
import { createDocument, setParties, setStage } from '#main/intents/documents.ts'
import { closeRound, openNegotiation } from '#main/intents/rounds.ts'
import { openScreen } from '#main/intents/screen.ts'
import { incorporate, move, split, suppress } from '#main/intents/text.ts'
import { onConference, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names =
  | 'document.create'
  | 'parties.set'
  | 'stage.set'
  | 'negotiation.open'
  | 'round.close'
  | 'text.incorporate'
  | 'text.suppress'
  | 'text.move'
  | 'text.split'
  | 'position.take'
  | 'position.prepare'
  | 'paragraph.agree'
  | 'paragraph.reopen'
  | 'screen.open'

export function negotiationHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'document.create': (input) => onConference(desk, input, createDocument),
    'parties.set': (input) => onConference(desk, input, setParties),
    'stage.set': (input) => onConference(desk, input, setStage),
    'negotiation.open': (input) => onConference(desk, input, openNegotiation),
    'round.close': (input) => onConference(desk, input, closeRound),
    'text.incorporate': (input) => onConference(desk, input, incorporate),
    'text.suppress': (input) => onConference(desk, input, suppress),
    'text.move': (input) => onConference(desk, input, move),
    'text.split': (input) => onConference(desk, input, split),
    'position.take': (input) => onConference(desk, input, takePosition),
    'position.prepare': (input) => onConference(desk, input, preparePosition),
    'paragraph.agree': (input) => onConference(desk, input, agree),
    'paragraph.reopen': (input) => onConference(desk, input, reopen),
    'screen.open': (input) => onConference(desk, input, openScreen),
  }
}
