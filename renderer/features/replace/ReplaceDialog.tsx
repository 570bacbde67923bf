import './replace.css'
import { useMemo, useState } from 'react'
import { hasRefusedCharacter } from '#shared/domain/characters.ts'
import { NATURES, type Nature } from '#shared/domain/proposal.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useStore } from '#renderer/session/context.tsx'
import { useOwnDelegation, type Delegation } from '#renderer/session/delegation.tsx'
import { replaceIn } from '#renderer/session/replace.ts'
import { usePowers } from '#renderer/session/use-powers.ts'
import { useLanguage, useText } from '#renderer/i18n/language.tsx'
import { country as nameOf } from '#renderer/i18n/names.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Choice } from '#renderer/ui/Choice.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Problem } from '#renderer/ui/Problem.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Tick } from '#renderer/ui/Tick.tsx'
import { ReplaceList } from './ReplaceList.tsx'
import { useReplace, type Change } from './use-replace.ts'

const NATURE_WORDS = {
  substantive: 'proposing.nature.substantive',
  editorial: 'proposing.nature.editorial',
  translation: 'proposing.nature.translation',
  technical: 'proposing.nature.technical',
} as const satisfies Record<Nature, string>

/** Find and replace under negotiation: nothing changes in the text, each paragraph gets a proposal (rule 2). */
export function ReplaceDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const delegation = useOwnDelegation()
  if (delegation === null)
    return (
      <Dialog title={text('replace.title')} closeLabel={text('window.close')} onClose={onClose}>
        <p>{text('replace.notHere')}</p>
      </Dialog>
    )
  return <Replace delegation={delegation} onClose={onClose} />
}

function Replace({ delegation, onClose }: { readonly delegation: Delegation; readonly onClose: () => void }) {
  const text = useText()
  const language = useLanguage()
  const [search, setSearch] = useState({ find: '', replace: '', isCaseExact: false, isAccentExact: false })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [nature, setNature] = useState<Nature>('editorial')
  const [reason, setReason] = useState('')
  const [how, setHow] = useState<'draft' | 'table'>('draft')
  const { changes, settled } = useChanges(search)
  const speaking =
    usePowers()
      .may('table')
      .find(({ member }) => member?.role === 'delegate') ?? null
  const { state, run } = useReplace(delegation)
  const chosen = changes.filter(({ paragraph }) => !left.has(paragraph.id))
  const isRefused = hasRefusedCharacter(search.replace)
  const isReady = chosen.length > 0 && !isRefused && state.kind === 'asking'
  const office = how === 'table' && speaking !== null ? { ...delegation.target, hat: speaking.key } : null
  const change = (part: Partial<typeof search>) => {
    setSearch({ ...search, ...part })
  }
  return (
    <Dialog
      wide
      title={text('replace.title')}
      closeLabel={text('window.close')}
      onClose={onClose}
      footer={
        state.kind === 'done' ? (
          <Button look="primary" onPress={onClose}>
            {text('window.close')}
          </Button>
        ) : (
          <>
            <p className="hat">{text('people.as', { name: nameOf(delegation.country, language) })}</p>
            <span className="spring" />
            <Button onPress={onClose}>{text('window.cancel')}</Button>
            <Button
              look="primary"
              isDisabled={!isReady}
              onPress={() => void run(chosen, { nature, reason: reason.trim() }, office)}
            >
              {text(office === null ? 'replace.confirmDrafts' : 'replace.confirmTable', {
                count: chosen.length,
              })}
            </Button>
          </>
        )
      }
    >
      {state.kind === 'asking' ? (
        <>
          <p>{text('replace.explain')}</p>
          <div className="replace-fields">
            <Field
              label={text('replace.find')}
              value={search.find}
              takesFocus
              maxLength={200}
              onChange={(find) => {
                change({ find })
              }}
            />
            <Field
              label={text('replace.with')}
              value={search.replace}
              maxLength={200}
              onChange={(replace) => {
                change({ replace })
              }}
            />
          </div>
          <Problem words={isRefused && text('refusal.badCharacter')} />
          <div className="replace-options">
            <Tick
              checked={search.isCaseExact}
              onChange={(isCaseExact) => {
                change({ isCaseExact })
              }}
            >
              {text('replace.case')}
            </Tick>
            <Tick
              checked={search.isAccentExact}
              onChange={(isAccentExact) => {
                change({ isAccentExact })
              }}
            >
              {text('replace.accents')}
            </Tick>
          </div>
          <p role="status">
            {search.find === '' ? '' : text('replace.found', { count: changes.length, settled })}
          </p>
          <ReplaceList changes={changes} left={left} onLeft={setLeft} />
          <Choice
            label={text('proposing.nature.label')}
            value={nature}
            options={NATURES.map((key) => ({ key, label: text(NATURE_WORDS[key]) }))}
            onChange={setNature}
          />
          <Field
            label={text('proposing.reason.label')}
            value={reason}
            rows={2}
            maxLength={4000}
            onChange={setReason}
          />
          {speaking !== null && (
            // what hides its overflow would be made smaller where the dialog is full
            <div>
              <Segmented
                label={text('replace.how')}
                value={how}
                segments={[
                  { key: 'draft', label: text('replace.asDrafts') },
                  { key: 'table', label: text('replace.atOnce') },
                ]}
                onChange={setHow}
              />
            </div>
          )}
        </>
      ) : (
        <p role="status">
          {text(
            state.kind === 'working'
              ? 'replace.working'
              : office === null
                ? 'replace.drafted'
                : 'replace.tabled',
            {
              done: state.done,
              of: state.of,
            },
          )}
        </p>
      )}
    </Dialog>
  )
}

/** What is agreed is left alone until it is re-opened, and what would be left without words. */
function useChanges(search: Parameters<typeof replaceIn>[1]): {
  readonly changes: readonly Change[]
  readonly settled: number
} {
  const paragraphs = useStore(useDocument().paragraphs)
  return useMemo(() => {
    let settled = 0
    const changes = paragraphs.flatMap((paragraph): readonly Change[] => {
      const { consent, wording, agreement, status } = paragraph
      if (!consent || wording === null || status === 'suppressed') return []
      const { clauses, count } = replaceIn(wording.clauses, search)
      const words = wordingText(clauses)
      if (count === 0 || words.trim() === '' || words === wordingText(wording.clauses)) return []
      if (agreement === null) return [{ paragraph, wording, clauses, count }]
      settled++
      return []
    })
    return { changes, settled }
  }, [paragraphs, search])
}
