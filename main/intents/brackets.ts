/** Words put into brackets and taken out of them (rule 8). */
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import { actHere } from './acts-here.ts'
import { asDone, documentOf, inOrder, mayDo, paragraphAt } from './standing.ts'
import { cleanProse } from './wordings.ts'

type Done = Promise<Outcome<{ act: string }>>

/** The words between two places of a paragraph's text with one line a clause. */
export function quoted(clauses: readonly Clause[], from: number, to: number): Outcome<string> {
  const quote = wordingText(clauses).slice(from, to)
  const isWhole = quote.length === to - from && quote.trim() !== ''
  // Half of a character is none.
  const isCut = hasRefusedCharacter(quote.replace(/[\n\uFFFC]/gu, ''))
  return isWhole && !isCut ? succeeded(quote) : failed('invalidInput', 'failure.noWords')
}

export async function openBracket(conference: Conference, input: Input<'bracket.open'>): Done {
  const { doc, hat, paragraph: id, hash, from, to, reason = '' } = input
  const byChair = input.countries !== null
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const may = mayDo(conference, hat, byChair ? 'placeInBrackets' : 'openBracket', at.value, id)
  if (!may.ok) return may
  const { member } = may.value
  const countries = input.countries ?? (member.role === 'delegate' ? [member.country] : [])
  const found = paragraphAt(at.value, id, hash)
  if (!found.ok) return found
  if (found.value.paragraph.agreement !== null) return failed('refused', 'failure.agreedParagraph')
  const quote = quoted(found.value.wording.clauses, from, to)
  if (!quote.ok) return quote
  const said = cleanProse(reason)
  if (!said.ok) return said
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'bracket', {
      anchor: { paragraph: id, hash, from, to, quote: quote.value },
      countries: inOrder(countries),
      byChair,
      reason,
    }),
  )
}

export async function liftBracket(conference: Conference, input: Input<'bracket.lift'>): Done {
  const { doc, hat, bracket, meeting } = input
  const at = documentOf(conference, doc)
  if (!at.ok) return at
  const opened = actHere(conference, `doc/${doc}`, 'bracket', bracket)
  if (opened === undefined) return notHere
  const action = meeting === null ? 'liftOwnBracket' : 'liftBrackets'
  const may = mayDo(conference, hat, action, at.value, opened.anchor.paragraph)
  if (!may.ok) return may
  const { member } = may.value
  if (meeting === null && !(member.role === 'delegate' && opened.countries.includes(member.country)))
    return failed('forbidden', 'failure.notAuthorised')
  const known = at.value.state.brackets.find(({ act }) => act === bracket)
  const own = known?.countries.find(({ country }) => 'country' in member && country === member.country)
  const isLifted = (one: { readonly lifted: unknown } | undefined) => (one?.lifted ?? null) !== null
  if (isLifted(known) || (meeting === null && isLifted(own)))
    return failed('refused', 'failure.bracketLifted')
  return asDone(
    await conference.signing.sign(hat, `doc/${doc}`, 'lift', {
      bracket,
      meeting: meeting === null ? null : { ...meeting, attendance: inOrder(meeting.attendance) },
    }),
  )
}
