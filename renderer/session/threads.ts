/**
 * Threads of comments as a view needs them: which are wanted, whom they wait for, who reads and who may write
 * in them. The relay asks the same of every act; what a member may not read is not on this device at all.
 */
import type { About, Audience, ThreadState } from '#shared/acts/negotiation-state.ts'
import type { MemberRecord } from '#shared/acts/state.ts'
import { COUNTRY_CODES, isCountryCode, type CountryCode } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'

export interface ThreadFilter {
  readonly where: 'here' | 'everywhere'
  readonly open: boolean
  readonly mentioned: boolean
}
export const FIRST_THREADS: ThreadFilter = { where: 'here', open: false, mentioned: false }

export type AudienceKind = Audience['kind']

/** What a new thread is about, as it is asked for. */
export type CommentAbout =
  | { readonly kind: 'document' }
  | { readonly kind: 'paragraph'; readonly paragraph: string }
  | {
      readonly kind: 'words'
      readonly paragraph: string
      readonly hash: string
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'proposal'; readonly proposal: string }

/** To whom one may write: the narrowest first, which is what a new comment begins with. */
export function audiencesFor({ role }: Member): readonly AudienceKind[] {
  switch (role) {
    case 'delegate':
      return ['delegation', 'audience', 'all', 'observers']
    case 'presidency':
    case 'secretariat':
      return ['bureau', 'audience', 'all', 'observers']
    case 'observer':
    case 'guest':
      return ['observers']
  }
}

/** The last one chosen holds as long as the hat has it. */
export function audienceToBegin(member: Member, last: AudienceKind | undefined): AudienceKind {
  const [first = 'observers', ...others] = audiencesFor(member)
  return [first, ...others].find((kind) => kind === last) ?? first
}

/** Whether a member of that kind takes part in the thread. */
export function mayReply(member: Member, audience: Audience): boolean {
  if (!audiencesFor(member).includes(audience.kind)) return false
  if (member.role !== 'delegate' || !('country' in audience)) return true
  return member.country === audience.country
}

/** The delegations that read it. */
export function readersOf(audience: Audience): readonly CountryCode[] {
  if (audience.kind === 'bureau') return []
  return 'country' in audience ? [audience.country] : COUNTRY_CODES
}

/** `@CO`, with nothing of a word right before or behind. */
const MENTION = /(?<![\p{L}\p{N}@])@([A-Z]{2})(?![\p{L}\p{N}])/gu

export interface Passage {
  readonly text: string
  readonly country: CountryCode | null
}

/** The text in passages; those that mention a delegation are its sign alone. */
export function passagesOf(text: string): readonly Passage[] {
  const passages: Passage[] = []
  let done = 0
  for (const match of text.matchAll(MENTION)) {
    const code = match[1] ?? ''
    if (!isCountryCode(code)) continue
    if (match.index > done) passages.push({ text: text.slice(done, match.index), country: null })
    passages.push({ text: match[0], country: code })
    done = match.index + match[0].length
  }
  if (done < text.length) passages.push({ text: text.slice(done), country: null })
  return passages
}

export function mentionsIn(text: string, among: readonly CountryCode[]): readonly CountryCode[] {
  const mentioned = new Set(passagesOf(text).map(({ country }) => country))
  return among.filter((code) => mentioned.has(code))
}

/** The act that mentioned the delegation and that nobody of it has answered; null in a thread that is resolved. */
export function waitingMention(
  { comments, resolved }: ThreadState,
  country: CountryCode,
  members: ReadonlyMap<string, MemberRecord>,
): string | null {
  if (resolved !== null) return null
  const isOwn = (by: string) => {
    const member = members.get(by)?.member
    return member?.role === 'delegate' && member.country === country
  }
  const answered = comments.findLastIndex(({ by }) => isOwn(by))
  return comments.find(({ mentions }, i) => i > answered && mentions.includes(country))?.act ?? null
}

export interface Place {
  readonly paragraph: string | null
  readonly country: CountryCode | null
}

/** Those wanted: the open ones first, of them that with the newest word. */
export function wantedThreads(
  threads: readonly ThreadState[],
  { where, open, mentioned }: ThreadFilter,
  { paragraph, country }: Place,
  paragraphOf: (about: About) => string | null,
): readonly ThreadState[] {
  const wanted = threads.filter(
    (thread) =>
      (where === 'everywhere' || paragraph === null || paragraphOf(thread.about) === paragraph) &&
      (!open || thread.resolved === null) &&
      (!mentioned ||
        (country !== null && thread.comments.some(({ mentions }) => mentions.includes(country)))),
  )
  const newest = ({ comments }: ThreadState) =>
    comments.reduce((last, { received, claimed }) => {
      const at = received ?? claimed
      return at > last ? at : last
    }, '')
  return wanted.toSorted((one, other) => {
    const byState = Number(one.resolved !== null) - Number(other.resolved !== null)
    return byState !== 0 ? byState : newest(other).localeCompare(newest(one))
  })
}
