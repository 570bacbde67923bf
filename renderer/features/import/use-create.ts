/** Making the document out of the draft, in the name of whoever may register one. */
import { useState } from 'react'
import { powersOf } from '#renderer/session/powers.ts'
import { useConference, useConferenceState, useSession, useStore } from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberName } from '#renderer/i18n/names.ts'
import type { ImportDraft } from './import-draft.ts'

export function useCreate(onDone: () => void) {
  const text = useText()
  const language = useLanguage()
  const { intents, notices, view } = useSession()
  const { conf, hats } = useConference()
  const state = useConferenceState()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // registering belongs to the conference, not to a document: neither its stage nor the day matters
  const worn = powersOf(useStore(hats), state, '', { stage: 'preparation', suspended: false, today: '' })
  const able = worn.holds('registerDocument')
  const hat = able.find(({ key }) => key === chosen) ?? able[0]

  const create = async ({ fileName: _, ...draft }: ImportDraft) => {
    if (hat === undefined) return
    setBusy(true)
    const reply = await intents.ask('document.create', {
      ...draft,
      conf,
      hat: hat.key,
      title: draft.title.trim(),
      symbol: draft.symbol.trim(),
      draftingGroup: [...draft.draftingGroup],
      clauses: draft.clauses.map((clause) => ({ ...clause })),
    })
    setBusy(false)
    if (!reply.ok) return
    notices.tell('done', text('import.created', { title: draft.title.trim() }))
    onDone()
    view.go({ doc: reply.value.doc, mode: 'text', paragraph: null, country: null })
  }
  const creator =
    hat === undefined
      ? null
      : {
          label: text('people.actAs'),
          value: hat.key,
          hats: able.map(({ key, member, label }) => ({
            key,
            label: text('people.as', { name: member === null ? label : memberName(member, language, text) }),
          })),
          onChange: setChosen,
        }
  return { creator, isBusy, create }
}
