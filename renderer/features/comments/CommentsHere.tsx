/** Wherever the member is in the document: the key that begins a comment, and word of a mention as it comes. */
import { useEffect, useRef } from 'react'
import type { CommentState } from '#shared/acts/negotiation-state.ts'
import { useConferenceState, useSession } from '#renderer/session/context.tsx'
import { isCommentKey } from '#renderer/session/keys.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { keyName } from '#renderer/i18n/names.ts'
import { useBeginComment } from './use-begin.ts'
import { anyMember, useCommentOffice } from './use-offices.ts'
import { useWaitingMentions, type WaitingMention } from './use-threads.ts'

export function CommentsHere() {
  useCommentKey()
  useMentionNews()
  return null
}

function useCommentKey(): void {
  const { line, view } = useSession()
  const begin = useBeginComment()
  const may = useCommentOffice(anyMember) !== null
  useEffect(() => {
    const ask = () => {
      if (may && view.get().question === null) begin()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isCommentKey(event)) return
      event.preventDefault()
      ask()
    }
    window.addEventListener('keydown', onKey)
    const stop = line.on('menu', (command) => {
      if (command === 'comment') ask()
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [line, view, begin, may])
}

/** What was there before the window came to the document is told by the tab alone. */
function useMentionNews(): void {
  const text = useText()
  const language = useLanguage()
  const { notices } = useSession()
  const { members } = useConferenceState()
  const waiting = useWaitingMentions()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set([...(before ?? []), ...waiting.map(({ act }) => act)])
    if (before === null) return
    const news = waiting.filter(({ act }) => !before.has(act))
    const [first] = news
    if (first === undefined) return
    const by = commentOf(first)?.by ?? ''
    notices.tell(
      'done',
      text('comments.news', { count: news.length, name: keyName(members.get(by), language, text) }),
    )
  }, [waiting, members, notices, text, language])
}

const commentOf = ({ act, thread }: WaitingMention): CommentState | undefined =>
  thread.comments.find((comment) => comment.act === act)
