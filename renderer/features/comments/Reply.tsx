import { useState } from 'react'
import type { ThreadState } from '#shared/acts/negotiation-state.ts'
import { useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import { audiencesFor, mentionsIn, readersOf } from '#renderer/session/threads.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { readersWords } from './audience.ts'
import { Composer } from './Composer.tsx'
import type { CommentOffice } from './use-offices.ts'

/** An answer, read by whoever reads the thread: its audience never changes. */
export function Reply(props: {
  readonly thread: ThreadState
  readonly office: CommentOffice
  readonly onClose: () => void
}) {
  const { thread, office, onClose } = props
  const text = useText()
  const language = useLanguage()
  const { intents } = useSession()
  const { country: own } = usePowers()
  const [words, setWords] = useState('')
  const { audience } = thread
  const isInside = audiencesFor(office.member).length > 1
  const mentionable = isInside ? readersOf(audience).filter((code) => code !== own) : []
  const isReady = words.trim() !== ''
  const send = () => {
    if (!isReady) return
    onClose()
    void intents.writeComment(office.target, {
      about: { kind: 'document' },
      thread: thread.thread,
      audience: audience.kind,
      country: 'country' in audience ? audience.country : null,
      text: words.trim(),
      mentions: mentionsIn(words, mentionable),
    })
  }
  return (
    <div className="reply">
      <p className="quiet">{readersWords(audience, language, text)}</p>
      <Composer
        label={text('comments.reply')}
        value={words}
        rows={3}
        mentionable={mentionable}
        takesFocus
        onChange={setWords}
        onSend={send}
      />
      <div className="thread-foot">
        <HatLine office={office} />
        <span className="spring" />
        <Button size="small" onPress={onClose}>
          {text('window.cancel')}
        </Button>
        <Button size="small" look="primary" isDisabled={!isReady} onPress={send}>
          {text('comments.send')}
        </Button>
      </div>
    </div>
  )
}
