import type { DraftState } from '#shared/acts/negotiation-state.ts'
import { useConferenceState, useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { useOwnDelegation, type Delegation } from '#renderer/session/delegation.tsx'
import { useFormats, useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf, memberTitle } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { placeOfDraft } from './drafts-at.ts'
import { useParagraphName } from './paragraph-name.ts'
import { usePutAway } from './use-drafts.ts'
import { OPERATION_WORDS } from './words.ts'

/** What the own delegation drafts and has not tabled, in the order in which it was begun. */
export function OwnDrafts() {
  const text = useText()
  const language = useLanguage()
  const delegation = useOwnDelegation()
  const drafts = useSelected(useDocument().facts, (facts) => facts.drafts)
  if (delegation === null) return null
  const own = drafts.filter(({ country, state }) => country === delegation.country && state === 'open')
  if (own.length === 0) return null
  const title = text('proposing.list.title', { country: nameOf(delegation.country, language) })
  return (
    <section className="own-drafts" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {own.map((draft) => (
          <li key={draft.draft}>
            <OwnDraft draft={draft} delegation={delegation} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnDraft({ draft, delegation }: { readonly draft: DraftState; readonly delegation: Delegation }) {
  const text = useText()
  const language = useLanguage()
  const formats = useFormats()
  const { view } = useSession()
  const { order } = useDocument()
  const { members } = useConferenceState()
  const nameOfParagraph = useParagraphName()
  const putAway = usePutAway(delegation)
  const record = members.get(draft.by)
  const place = placeOfDraft(draft)
  const what = text(OPERATION_WORDS[draft.operation])
  return (
    <>
      <p>
        {place === null
          ? text('proposing.list.first', { what })
          : text('proposing.list.at', { what, name: nameOfParagraph(place) })}
      </p>
      <p className="quiet">
        {text('proposing.list.since', {
          who: record === undefined ? text('people.unknownKey') : memberTitle(record.member, language, text),
          when: formats.when(draft.received ?? draft.claimed),
        })}
      </p>
      {draft.baseChanged && <p className="quiet">{text('proposing.base.changed')}</p>}
      <div className="pen-buttons">
        <Button
          size="small"
          onPress={() => {
            const paragraph = place ?? order.get()[0]
            if (paragraph === undefined) return
            const pen = { paragraph, draft: draft.draft, at: null }
            view.go({ mode: 'text', writing: 'propose', paragraph, country: null, pen })
          }}
        >
          {text('proposing.draft.open')}
        </Button>
        <Button size="small" onPress={() => void putAway(draft.draft)}>
          {text('proposing.list.putAway')}
        </Button>
      </div>
    </>
  )
}
