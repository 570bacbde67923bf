import { useMemo, useSyncExternalStore } from 'react'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { ParagraphState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { newCopyFor, writeOver } from '#renderer/editor/copy.ts'
import type { OpenRoom } from '#renderer/editor/room.ts'
import { useConference, useDocument, useRecord, useSession } from '#renderer/session/context.tsx'
import type { Delegation } from '#renderer/session/delegation.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { copiesOf } from './copies.ts'
import { useStale } from './stale.ts'
import { useOpenDraft, usePutAway } from './use-drafts.ts'

interface RebaseProps {
  readonly paragraph: ParagraphState
  readonly delegation: Delegation
  readonly room: OpenRoom
  readonly listed: DraftState
}

/** The text changed under a draft: then, now and mine side by side. Nothing is brought along by itself (rule 33). */
export function Rebase({ paragraph, delegation, room, listed }: RebaseProps) {
  const text = useText()
  const { view } = useSession()
  const copies = copiesOf(useConference(), useDocument().id)
  const open = useOpenDraft(delegation)
  const putAway = usePutAway(delegation)
  const stale = useStale(listed, paragraph, useWords(room))
  if (stale === null) return null
  const { before, now, mine, rebased } = stale
  const merged = rebased !== null && 'clauses' in rebased ? rebased.clauses : null
  const { id } = paragraph
  /** A draft on the text as it is; the one before is put away once the new one has its words. */
  const beginAgain = async (words: readonly Clause[]) => {
    const { operation, previous, answers } = listed
    const draft = await open({ operation, targets: [id], after: null, previous, answers })
    if (draft === null || !copies.bring(id, newCopyFor(words), draft)) return
    view.go({ pen: { paragraph: id, draft: null, at: null } })
    if (words !== now) await putAway(listed.draft)
  }
  const bring = (words: readonly Clause[]) => {
    if (listed.baseChanged) void beginAgain(words)
    else writeOver(room, words)
  }
  return (
    <section className="rebase" aria-label={text('proposing.rebase.label')}>
      <p>{text(merged === null ? 'proposing.rebase.byHand' : 'proposing.rebase.explain')}</p>
      <div className="rebase-columns">
        {before !== null && <Column title={text('proposing.rebase.before')} before={before} after={before} />}
        <Column title={text('proposing.rebase.now')} before={before ?? now} after={now} />
        <Column title={text('proposing.rebase.mine')} before={before ?? mine} after={mine} />
      </div>
      {merged !== null && (
        <>
          <Column title={text('proposing.rebase.merged')} before={now} after={merged} />
          <Button
            size="small"
            onPress={() => {
              bring(merged)
            }}
          >
            {text('proposing.rebase.bring')}
          </Button>
        </>
      )}
      {merged === null && listed.baseChanged && (
        <Button size="small" onPress={() => void beginAgain(now)}>
          {text('proposing.rebase.begin')}
        </Button>
      )}
    </section>
  )
}

function Column(props: {
  readonly title: string
  readonly before: readonly Clause[]
  readonly after: readonly Clause[]
}) {
  const text = useText()
  const record = useRecord()
  return (
    <div>
      <h4>{props.title}</h4>
      <WordDiff
        before={wordingText(props.before)}
        after={wordingText(props.after)}
        language={record?.language ?? 'es'}
        removedLabel={text('window.diff.removed')}
        addedLabel={text('window.diff.added')}
      />
    </div>
  )
}

/** The clauses of the draft; the same array while nobody writes. */
function useWords(room: OpenRoom): readonly Clause[] {
  const written = useSyncExternalStore(
    (listener) => room.onWords(listener),
    () => JSON.stringify(room.clauses()),
  )
  return useMemo(() => JSON.parse(written) as readonly Clause[], [written]) // as: it has just been made of them
}
