import './comments.css'
import { useState } from 'react'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { useDocument, usePlace, useSession } from '#renderer/session/context.tsx'
import { HatLine } from '#renderer/session/HatLine.tsx'
import {
  audiencesFor,
  audienceToBegin,
  mentionsIn,
  readersOf,
  type CommentAbout,
} from '#renderer/session/threads.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AboutChoice } from './AboutChoice.tsx'
import { AudienceChoice } from './AudienceChoice.tsx'
import { Composer } from './Composer.tsx'
import { anyMember, useCommentOffice } from './use-offices.ts'

/** Begins a thread: about what, who reads it, and its first words. */
export function CommentDialog(props: { readonly about: CommentAbout; readonly onClose: () => void }) {
  const { onClose } = props
  const text = useText()
  const { view, intents } = useSession()
  const { id: doc } = useDocument()
  const { country: own } = usePowers()
  const last = usePlace(({ audiences }) => audiences[doc])
  const office = useCommentOffice(anyMember)
  const [about, setAbout] = useState(props.about)
  const [words, setWords] = useState('')
  const [to, setTo] = useState<CountryCode>(COUNTRY_CODES[0])
  if (office === null) return null
  const { member } = office
  const kind = audienceToBegin(member, last)
  const isDelegate = member.role === 'delegate'
  const country = isDelegate ? member.country : to
  const readers = readersOf(kind === 'delegation' || kind === 'audience' ? { kind, country } : { kind })
  const mentionable = audiencesFor(member).length > 1 ? readers.filter((code) => code !== own) : []
  const isReady = words.trim() !== ''
  const send = () => {
    if (!isReady) return
    onClose()
    view.go({ sheet: 'comments', drawer: true })
    void intents.writeComment(office.target, {
      about,
      thread: null,
      audience: kind,
      country: !isDelegate && kind === 'audience' ? to : null,
      text: words.trim(),
      mentions: mentionsIn(words, mentionable),
    })
  }
  return (
    <Dialog
      wide
      title={text('comments.new.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        <>
          <HatLine office={office} />
          <span className="spring" />
          <Button onPress={onClose}>{text('window.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={send}>
            {text('comments.send')}
          </Button>
        </>
      }
    >
      <AboutChoice about={about} onChange={setAbout} />
      <AudienceChoice
        kinds={audiencesFor(member)}
        value={kind}
        country={country}
        isBureau={!isDelegate}
        onChange={(chosen) => {
          view.go({ audiences: { ...view.get().audiences, [doc]: chosen } })
        }}
        onCountry={setTo}
      />
      <Composer
        label={text('comments.words')}
        value={words}
        rows={4}
        mentionable={mentionable}
        takesFocus
        onChange={setWords}
        onSend={send}
      />
    </Dialog>
  )
}
