/**
 * Which of this member's hats may do what to the document in view: the same predicates that main and
 * the relay ask. Where the stage forbids it the hat does not appear; what else stands in the way, such
 * as a missing connection, is said beside the button.
 */
import type { ConferenceState, ParagraphState } from '#shared/acts/state.ts'
import { isSpeaker, type Actor, type Context } from '#shared/domain/actor.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { can, holdsPower, type Action } from '#shared/domain/rights.ts'
import type { Stage } from '#shared/domain/stage.ts'
import type { Hat } from '#shared/ipc/contract.ts'

export interface Powers {
  /** States this country's positions. */
  readonly speaker: Hat | null
  /** Prepares positions for this country's Speaker. */
  readonly adviser: Hat | null
  readonly country: CountryCode | null
  readonly secretariat: Hat | null
  /** Observer or guest: reads what is published, writes nothing here. */
  readonly observes: boolean
  /** The hats that may, at a paragraph of that section or, without one, anywhere in the text. */
  may(action: Action, section?: string | null): readonly Hat[]
  /** Likewise, whatever the stage of the document. */
  holds(action: Action): readonly Hat[]
}

interface Moment {
  readonly stage: Stage
  readonly suspended: boolean
  /** ISO date, for guests whose stay ends. */
  readonly today: string
}

export function powersOf(
  hats: readonly Hat[],
  conference: ConferenceState,
  doc: string,
  { stage, suspended, today }: Moment,
): Powers {
  const record = conference.documents.get(doc)
  const context = (section: string | null, actor: Actor | null = null): Context => ({
    document: {
      id: doc,
      stage,
      suspended,
      draftingGroup: record?.draftingGroup ?? [],
      openToObservers: record?.openToObservers ?? false,
      advisersTable: actor !== null && letsAdvisersTable(actor, conference),
    },
    section,
    delegations: [],
    today,
  })
  const anywhere = context(null)
  const worn = hats.flatMap((hat) => {
    const actor = actorOf(hat, conference)
    return actor === null ? [] : [{ hat, actor }]
  })
  const first = (holds: (actor: Actor) => boolean) => worn.find(({ actor }) => holds(actor))?.hat ?? null
  const speaker = first((actor) => isSpeaker(actor, anywhere))
  const adviser = first(({ member }) => member.role === 'delegate' && member.capacity === 'adviser')
  return {
    speaker,
    adviser,
    country: countryOf(speaker ?? adviser),
    secretariat: first(({ member }) => member.role === 'secretariat'),
    observes: worn.length > 0 && worn.every(({ actor }) => ['observer', 'guest'].includes(actor.member.role)),
    may: (action, section = null) =>
      worn.filter(({ actor }) => can(actor, action, context(section, actor))).map(({ hat }) => hat),
    holds: (action) =>
      worn.filter(({ actor }) => holdsPower(actor, action, context(null, actor))).map(({ hat }) => hat),
  }
}

/** Whether one of the hats may begin a document; no document is needed to say so. */
export const mayRegister = (hats: readonly Hat[]): boolean =>
  hats.some(
    ({ member }) =>
      member !== null &&
      can({ member, facilitates: [] }, 'registerDocument', {
        document: null,
        section: null,
        delegations: [],
        today: '',
      }),
  )

function actorOf({ key, member }: Hat, { facilitations }: ConferenceState): Actor | null {
  if (member === null) return null
  return { member, facilitates: facilitations.filter((facilitation) => facilitation.key === key) }
}

const letsAdvisersTable = ({ member }: Actor, { advisersTable }: ConferenceState): boolean =>
  member.role === 'delegate' && advisersTable.includes(member.country)

const countryOf = (hat: Hat | null): CountryCode | null =>
  hat?.member?.role === 'delegate' ? hat.member.country : null

/** The heading a paragraph stands under; a heading stands under itself. */
export function sectionOf(paragraphs: readonly ParagraphState[], id: string): string | null {
  let section: string | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') section = paragraph.id
    if (paragraph.id === id) return section
  }
  return null
}
