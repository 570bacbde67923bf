/**
 * The texts for people, one file per language and area, joined here. Spanish is the source: its ids are
 * the ids there are, and a test holds the other two to the same ids and the same arguments.
 */
import type { UiLanguage } from '#shared/domain/language.ts'
import enComments from './messages/en/comments.json' with { type: 'json' }
import enConsensus from './messages/en/consensus.json' with { type: 'json' }
import enMain from './messages/en/main.json' with { type: 'json' }
import enPapers from './messages/en/papers.json' with { type: 'json' }
import enPeople from './messages/en/people.json' with { type: 'json' }
import enProposals from './messages/en/proposals.json' with { type: 'json' }
import enReading from './messages/en/reading.json' with { type: 'json' }
import enTerms from './messages/en/terms.json' with { type: 'json' }
import enWindow from './messages/en/window.json' with { type: 'json' }
import esComments from './messages/es/comments.json' with { type: 'json' }
import esConsensus from './messages/es/consensus.json' with { type: 'json' }
import esMain from './messages/es/main.json' with { type: 'json' }
import esPapers from './messages/es/papers.json' with { type: 'json' }
import esPeople from './messages/es/people.json' with { type: 'json' }
import esProposals from './messages/es/proposals.json' with { type: 'json' }
import esReading from './messages/es/reading.json' with { type: 'json' }
import esTerms from './messages/es/terms.json' with { type: 'json' }
import esWindow from './messages/es/window.json' with { type: 'json' }
import ptComments from './messages/pt/comments.json' with { type: 'json' }
import ptConsensus from './messages/pt/consensus.json' with { type: 'json' }
import ptMain from './messages/pt/main.json' with { type: 'json' }
import ptPapers from './messages/pt/papers.json' with { type: 'json' }
import ptPeople from './messages/pt/people.json' with { type: 'json' }
import ptProposals from './messages/pt/proposals.json' with { type: 'json' }
import ptReading from './messages/pt/reading.json' with { type: 'json' }
import ptTerms from './messages/pt/terms.json' with { type: 'json' }
import ptWindow from './messages/pt/window.json' with { type: 'json' }

const es = {
  ...esTerms,
  ...esWindow,
  ...esConsensus,
  ...esPeople,
  ...esPapers,
  ...esMain,
  ...esProposals,
  ...esReading,
  ...esComments,
}
const pt = {
  ...ptTerms,
  ...ptWindow,
  ...ptConsensus,
  ...ptPeople,
  ...ptPapers,
  ...ptMain,
  ...ptProposals,
  ...ptReading,
  ...ptComments,
}
const en = {
  ...enTerms,
  ...enWindow,
  ...enConsensus,
  ...enPeople,
  ...enPapers,
  ...enMain,
  ...enProposals,
  ...enReading,
  ...enComments,
}

export type MessageId = keyof typeof es
export type Messages = Readonly<Record<string, string>>

const CATALOGUES: Readonly<Record<UiLanguage, Messages>> = { es, pt, en }

/** Every message of one language, by id. */
export function messages(language: UiLanguage): Messages {
  return CATALOGUES[language]
}

/** For ids that arrive as strings, such as the message of a failure. */
export function isMessageId(id: string): id is MessageId {
  return Object.hasOwn(es, id)
}
