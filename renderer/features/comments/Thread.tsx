import { Check, ChevronDown, ChevronRight, Reply as ReplyIcon, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { CommentState, ThreadState } from '#shared/acts/negotiation-state.ts'
import { useConferenceState, useSession } from '#renderer/session/context.tsx'
import { mayReply } from '#renderer/session/threads.ts'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName, memberTitle } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { joinClasses } from '#renderer/ui/classes.ts'
import { AboutLine } from './AboutLine.tsx'
import { AudienceTag } from './AudienceTag.tsx'
import { CommentText } from './CommentText.tsx'
import { Reply } from './Reply.tsx'
import { useCommentOffice } from './use-offices.ts'

/** One thread, its comments in their order. Resolved, it is kept and folded. */
export function Thread({ thread, waits }: { readonly thread: ThreadState; readonly waits: boolean }) {
  const text = useText()
  const { intents } = useSession()
  const { audience, about, comments, resolved } = thread
  const [unfolded, setUnfolded] = useState(false)
  const [answering, setAnswering] = useState(false)
  const office = useCommentOffice((member) => mayReply(member, audience))
  const resolver = office === null || ['observer', 'guest'].includes(office.member.role) ? null : office
  const who = useWho()
  const folded = resolved !== null && !unfolded
  const isSettled = resolved !== null
  return (
    <li className={joinClasses('thread', `thread-${audience.kind}`, isSettled && 'thread-resolved')}>
      <div className="thread-head">
        <AudienceTag audience={audience} />
        {waits && <span className="thread-waits">{text('comments.waits')}</span>}
      </div>
      <AboutLine about={about} />
      {resolved !== null && (
        <Button
          size="small"
          look="ghost"
          aria-expanded={unfolded}
          icon={unfolded ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
          onPress={() => {
            setUnfolded(!unfolded)
          }}
        >
          {text('comments.resolved', { name: who(resolved.by), count: comments.length })}
        </Button>
      )}
      {!folded && (
        <ol className="thread-comments">
          {comments.map((comment) => (
            <Comment key={comment.act} comment={comment} />
          ))}
        </ol>
      )}
      {!folded && answering && office !== null && (
        <Reply
          thread={thread}
          office={office}
          onClose={() => {
            setAnswering(false)
          }}
        />
      )}
      {!folded && !answering && (
        <div className="thread-foot">
          {office !== null && (
            <Button
              size="small"
              icon={<ReplyIcon size={15} aria-hidden />}
              onPress={() => {
                setAnswering(true)
              }}
            >
              {text('comments.reply')}
            </Button>
          )}
          {resolver !== null && (
            <Button
              size="small"
              look="ghost"
              icon={isSettled ? <RotateCcw size={15} aria-hidden /> : <Check size={15} aria-hidden />}
              onPress={() => void intents.resolveThread(resolver.target, thread.thread, !isSettled)}
            >
              {text(isSettled ? 'comments.reopen' : 'comments.resolve')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function useWho(): (key: string) => string {
  const text = useText()
  const language = useLanguage()
  const { members } = useConferenceState()
  return (key) => {
    const record = members.get(key)
    return record === undefined ? keyName(record, language, text) : memberTitle(record.member, language, text)
  }
}

function Comment({ comment }: { readonly comment: CommentState }) {
  const text = useText()
  const formats = useFormats()
  const who = useWho()
  const { by, received, claimed } = comment
  return (
    <li className="comment">
      <p className="comment-head">
        <strong>{who(by)}</strong>
        <span className="quiet">
          {received === null
            ? text('comments.notSent', { when: formats.when(claimed) })
            : formats.when(received)}
        </span>
      </p>
      <CommentText words={comment.text} />
    </li>
  )
}
