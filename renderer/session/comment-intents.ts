/** What a member can ask for about comments. */
import type { CountryCode } from '#shared/domain/country.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { CallName, Input } from '#shared/ipc/contract.ts'
import type { Target } from './target.ts'
import type { AudienceKind, CommentAbout } from './threads.ts'

export interface NewComment {
  readonly audience: AudienceKind
  /** The delegation that the bureau writes to. */
  readonly country: CountryCode | null
  readonly about: CommentAbout
  /** null: begins one. */
  readonly thread: string | null
  readonly text: string
  readonly mentions: readonly CountryCode[]
}

export interface CommentIntents {
  writeComment(target: Target, comment: NewComment): Promise<boolean>
  resolveThread(target: Target, thread: string, resolved: boolean): Promise<boolean>
}

type Act = <K extends CallName>(name: K, input: Input<K>, done: MessageId) => Promise<boolean>

export function createCommentIntents(act: Act): CommentIntents {
  return {
    writeComment: (target, { country, about, mentions, ...comment }) =>
      act(
        'comment.write',
        {
          ...target,
          ...comment,
          ...(country === null ? {} : { country }),
          about: { ...about },
          mentions: [...mentions],
        },
        `comments.told.${comment.audience}`,
      ),
    resolveThread: (target, thread, resolved) =>
      act(
        'comment.resolve',
        { ...target, thread, resolved },
        resolved ? 'comments.told.resolved' : 'comments.told.reopened',
      ),
  }
}
