import './exchange.css'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Input, Output } from '#shared/ipc/contract.ts'
import {
  useConference,
  useConferenceState,
  usePlace,
  useSession,
  useStore,
} from '#renderer/session/context.tsx'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { memberName } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { HatChoice } from '#renderer/ui/HatChoice.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'

type For = Input<'exchange.export'>['for']
type Saved = NonNullable<Output<'exchange.export'>>

/** What a colleague who cannot reach the server is to be given in a file, and for whom it is (rule 36). */
export function SaveExchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const { intents } = useSession()
  const { conf, hats } = useConference()
  const { documents } = useConferenceState()
  const doc = usePlace((place) => place.doc)
  const held = useStore(hats).flatMap(({ key, member }) => (member === null ? [] : [{ key, member }]))
  const [key, setKey] = useState('')
  const [audience, setAudience] = useState<For>('everybody')
  const [extent, setExtent] = useState<'document' | 'all'>(doc === null ? 'all' : 'document')
  const [state, setState] = useState<'asking' | 'working' | Saved>('asking')
  const hat = held.find((one) => one.key === key) ?? held[0]
  if (hat === undefined) return null
  const isDelegate = hat.member.role === 'delegate'
  const name = memberName(hat.member, language, text)
  const readers = isDelegate ? audience : 'everybody'
  const record = doc === null ? undefined : documents.get(doc)
  const save = async () => {
    setState('working')
    const reply = await intents.ask('exchange.export', {
      ...{ conf, hat: hat.key, for: readers, path: null },
      doc: extent === 'all' ? null : doc,
    })
    // null: the member closed the dialog that asks where
    setState(reply.ok && reply.value !== null ? reply.value : 'asking')
  }
  const isSaved = typeof state === 'object'
  return (
    <Dialog
      title={text('exchange.save.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        isSaved ? (
          <Button look="primary" onPress={onClose}>
            {text('window.close')}
          </Button>
        ) : (
          <>
            <HatChoice
              label={text('people.actAs')}
              value={hat.key}
              hats={held.map((one) => ({
                key: one.key,
                label: text('people.as', { name: memberName(one.member, language, text) }),
              }))}
              onChange={setKey}
            />
            <span className="spring" />
            <Button onPress={onClose}>{text('window.cancel')}</Button>
            <Button look="primary" isDisabled={state === 'working'} onPress={() => void save()}>
              {text('exchange.save.confirm')}
            </Button>
          </>
        )
      }
    >
      {isSaved ? (
        <>
          <p className="exchange-done" role="status">
            <CircleCheck size={20} aria-hidden />
            {text('exchange.save.done', { acts: state.acts, blobs: state.blobs })}
          </p>
          <p className="exchange-path">{state.path}</p>
          <p className="quiet">{text(`exchange.for.${readers}.after`, { name })}</p>
        </>
      ) : (
        <>
          <p>{text('exchange.save.explain')}</p>
          {record !== undefined && (
            <Segmented
              label={text('exchange.extent')}
              value={extent}
              segments={[
                { key: 'document', label: text('exchange.extent.document') },
                { key: 'all', label: text('exchange.extent.all') },
              ]}
              onChange={setExtent}
            />
          )}
          {isDelegate && (
            <Segmented
              label={text('exchange.for')}
              value={audience}
              segments={[
                { key: 'everybody', label: text('exchange.for.everybody') },
                { key: 'delegation', label: text('exchange.for.delegation', { name }) },
              ]}
              onChange={setAudience}
            />
          )}
          <p className={`exchange-readers exchange-${readers}`}>
            {text(`exchange.for.${readers}.what`, { name })}
          </p>
          <p role="status">{state === 'working' ? text('exchange.save.working') : ''}</p>
        </>
      )}
    </Dialog>
  )
}
