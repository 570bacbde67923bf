/** Comments, each in the scope of those who may read it; an observer's is a contribution in the observers' channel. */
import { parseScope, scopeName } from '#shared/acts/scope.ts'
import type { Body } from '#shared/acts/build.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { canWriteScope } from '#shared/sync/access.ts'
import { roomName } from '#shared/sync/rooms.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { bodyOf } from '#shared/words/room.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere } from './acts-here.ts'
import { quoted } from './brackets.ts'
import { asDone, documentOf, inOrder, mayDo, type DocumentAt } from './standing.ts'
import { cleanProse, hashOf } from './wordings.ts'

type Done = Promise<Outcome<{ act: string }>>
type About = Body<'comment'>['about']

export async function writeComment(conference: Conference, input: Input<'comment.write'>): Done {
  const { doc, hat, thread, text, mentions } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const isOutside = ['observer', 'guest'].includes(roleOf(conference, hat))
  const may = mayDo(conference, hat, isOutside ? 'contribute' : 'comment', at.value)
  if (!may.ok) return may
  const scope = scopeOf(may.value, input)
  const view = conference.replica.view()
  if (scope === null || view === null || !canWriteScope(view, hat, scope))
    return failed('forbidden', 'failure.notAuthorised')
  const about =
    thread === null ? aboutOf(conference, at.value, input.about) : aboutThread(conference, scope, thread)
  if (!about.ok) return about
  const said = cleanProse(text)
  if (!said.ok) return said
  if (text.trim() === '') return failed('invalidInput', 'failure.emptyComment')
  const words = { thread, about: about.value, text }
  return asDone(
    isOutside
      ? await conference.signing.sign(hat, scope, 'contribution', words)
      : await conference.signing.sign(hat, scope, 'comment', { ...words, mentions: inOrder(mentions) }),
  )
}

const roleOf = (conference: Conference, hat: string): string =>
  conference.replica.conference()?.members.get(hat)?.member.role ?? ''

/** null: this hat has no such audience. */
function scopeOf({ member }: Actor, { doc, audience, country }: Input<'comment.write'>): string | null {
  const own: CountryCode | undefined = member.role === 'delegate' ? member.country : undefined
  switch (audience) {
    case 'all':
      return scopeName({ kind: 'document', doc })
    case 'delegation':
      return own === undefined ? null : scopeName({ kind: 'delegation', doc, country: own })
    case 'audience': {
      const of = own ?? country
      return of === undefined ? null : scopeName({ kind: 'audience', doc, country: of })
    }
    case 'bureau':
      return scopeName({ kind: 'bureau', doc })
    case 'observers':
      return scopeName({ kind: 'observers', doc })
  }
}

/** A reply says again what its thread is about. */
function aboutThread(conference: Conference, scope: string, thread: string): Outcome<About> {
  const began =
    actHere(conference, scope, 'comment', thread) ?? actHere(conference, scope, 'contribution', thread)
  return began?.thread === null ? succeeded(began.about) : notHere
}

function aboutOf(
  conference: Conference,
  at: DocumentAt,
  given: Input<'comment.write'>['about'],
): Outcome<About> {
  switch (given.kind) {
    case 'document':
      return succeeded(given)
    case 'paragraph':
      // An observer comments on what was published and need not hold the text itself.
      return at.state.paragraphs.length === 0 || wordingOf(conference, at, given.paragraph) !== null
        ? succeeded(given)
        : notHere
    case 'words': {
      const { paragraph, hash, from, to } = given
      const clauses = wordingOf(conference, at, paragraph)
      if (clauses === null) return notHere
      if (hashOf(clauses) !== hash) return failed('refused', 'failure.wordingChanged')
      const quote = quoted(clauses, from, to)
      return quote.ok
        ? succeeded({ kind: 'words', anchor: { paragraph, hash, from, to, quote: quote.value } })
        : quote
    }
    case 'proposal':
      return actHere(conference, `doc/${at.record.id}`, 'propose', given.proposal) === undefined
        ? notHere
        : succeeded(given)
  }
}

/** In negotiation as the acts have it, before it as the drafting room does. */
function wordingOf(
  conference: Conference,
  { record, state }: DocumentAt,
  id: string,
): readonly Clause[] | null {
  if (state.rounds.length > 0)
    return state.paragraphs.find((paragraph) => paragraph.id === id)?.wording?.clauses ?? null
  const room = roomName({ kind: 'text', doc: record.id, language: record.language, phase: state.phase })
  const replica = conference.replica.room(room)
  if (replica === undefined) return null
  return groupParagraphs(readClauses(bodyOf(replica.doc))).find((found) => found.id === id)?.clauses ?? null
}

export async function resolveThread(conference: Conference, input: Input<'comment.resolve'>): Done {
  const { doc, hat, thread, resolved } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, 'comment', at.value)
  if (!may.ok) return may
  const scope = conference.replica.acts.set.node(thread)?.act.payload.scope ?? ''
  const parsed = parseScope(scope)
  if (parsed === null || parsed.kind === 'conference' || parsed.doc !== doc) return notHere
  const began = aboutThread(conference, scope, thread)
  if (!began.ok) return began
  return asDone(await conference.signing.sign(hat, scope, 'resolve', { thread, resolved }))
}
