import './comments.css'
import { MessageSquarePlus } from 'lucide-react'
import { useMemo } from 'react'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { wantedThreads } from '#renderer/session/threads.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx'
import { Thread } from './Thread.tsx'
import { useAnchorMarks } from './use-anchor-marks.ts'
import { useBeginComment } from './use-begin.ts'
import { anyMember, useCommentOffice } from './use-offices.ts'
import { useParagraphOf, useThreads, useWaitingMentions } from './use-threads.ts'

/** Threads of comments that this member may read, and the way to begin one. */
export function CommentsSheet() {
  const text = useText()
  const { view } = useSession()
  const filter = usePlace(({ threads }) => threads)
  const paragraph = usePlace((place) => place.paragraph)
  const { country } = usePowers()
  const threads = useThreads()
  const paragraphOf = useParagraphOf()
  const waiting = useWaitingMentions()
  const office = useCommentOffice(anyMember)
  const begin = useBeginComment()
  const wanted = useMemo(
    () => wantedThreads(threads, filter, { paragraph, country }, paragraphOf),
    [threads, filter, paragraph, country, paragraphOf],
  )
  useAnchorMarks(threads)
  return (
    <div className="sheet">
      {office !== null && (
        <Button
          look="primary"
          icon={<MessageSquarePlus size={16} aria-hidden />}
          onPress={() => {
            begin()
          }}
        >
          {text('comments.begin')}
        </Button>
      )}
      {paragraph !== null && (
        <Segmented
          label={text('comments.filter.where')}
          value={filter.where}
          segments={[
            { key: 'here', label: text('comments.filter.here') },
            { key: 'everywhere', label: text('comments.filter.everywhere') },
          ]}
          onChange={(where) => {
            view.go({ threads: { ...filter, where } })
          }}
        />
      )}
      <div className="thread-filters">
        <ToggleChip
          on={filter.open}
          onChange={(open) => {
            view.go({ threads: { ...filter, open } })
          }}
        >
          {text('comments.filter.open')}
        </ToggleChip>
        {country !== null && (
          <ToggleChip
            on={filter.mentioned}
            onChange={(mentioned) => {
              view.go({ threads: { ...filter, mentioned } })
            }}
          >
            {text('comments.filter.mentioned', { count: waiting.length })}
          </ToggleChip>
        )}
      </div>
      {wanted.length === 0 && (
        <p className="sheet-empty">
          {text(threads.length === 0 ? 'comments.none' : 'comments.noneHere', { count: threads.length })}
        </p>
      )}
      <ul className="threads" aria-label={text('comments.tab')}>
        {wanted.map((thread) => (
          <Thread
            key={thread.thread}
            thread={thread}
            waits={waiting.some((one) => one.thread.thread === thread.thread)}
          />
        ))}
      </ul>
    </div>
  )
}
