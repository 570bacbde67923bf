import { PenLine } from 'lucide-react'
import type { ParagraphState } from '#shared/acts/state.ts'
import { useDocument, useParagraph, useSelected, useSession } from '#renderer/session/context.tsx'
import { useBeginDraft } from '#renderer/session/begin-draft.ts'
import type { WantedDraft } from '#renderer/session/tabling.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/Menu.tsx'
import { whyClosed } from './why-closed.ts'

const ACTIONS = ['amend', 'alternative', 'insert', 'delete', 'move', 'split', 'merge'] as const
type Action = (typeof ACTIONS)[number]

/** Every kind of proposal that can be made at a paragraph. */
export function ProposeMenu({ id }: { readonly id: string }) {
  const text = useText()
  const { view } = useSession()
  const paragraph = useParagraph(id)
  const next = useNextToMerge(paragraph)
  const begin = useBeginDraft()
  if (paragraph === undefined || begin === null) return null
  const closed = whyClosed(paragraph)
  const entries = ACTIONS.filter((action) => paragraph.consent || action === 'insert').map(
    (action): MenuEntry<Action> => ({
      key: action,
      label: text(`proposing.action.${action}`),
      ...hintOf(action),
    }),
  )
  function hintOf(action: Action): { readonly hint?: string; readonly isDisabled?: boolean } {
    if (action === 'insert') return {}
    if (closed !== null) return { hint: text(closed), isDisabled: true }
    return action === 'merge' && next === null
      ? { hint: text('proposing.action.merge.none'), isDisabled: true }
      : {}
  }
  const draft = (wanted: Pick<WantedDraft, 'operation'> & Partial<WantedDraft>) =>
    void begin({ targets: [id], after: null, previous: null, answers: null, ...wanted })
  const choose = (action: Action) => {
    const hash = paragraph.wording?.hash ?? ''
    switch (action) {
      case 'amend':
        view.go({ writing: 'propose', pen: { paragraph: id, draft: null, at: null } })
        return
      case 'insert':
        draft({ operation: action, targets: [], after: id })
        return
      case 'alternative':
      case 'split':
        draft({ operation: action })
        return
      case 'merge':
        draft({ operation: action, targets: [id, ...(next === null ? [] : [next])] })
        return
      case 'move':
        view.go({ question: { kind: 'moveParagraph', paragraph: id } })
        return
      case 'delete':
        view.go({
          question: {
            kind: 'table',
            tabling: {
              draft: null,
              operation: { kind: action, paragraph: id, hash },
              previous: null,
              answers: null,
            },
          },
        })
    }
  }
  return (
    <div className="row-actions">
      <MenuButton
        label={text('proposing.action.label')}
        trigger={
          <Button size="small" icon={<PenLine size={15} aria-hidden />}>
            {text('proposing.action.menu')}
          </Button>
        }
        entries={entries}
        onChoose={choose}
      />
    </div>
  )
}

/** The paragraph right after it, of the same kind and not closed; null: there is none to merge with. */
function useNextToMerge(paragraph: ParagraphState | undefined): string | null {
  return useSelected(useDocument().paragraphs, (all) => {
    const next = all[all.findIndex(({ id }) => id === paragraph?.id) + 1]
    return next?.kind === paragraph?.kind && next !== undefined && whyClosed(next) === null ? next.id : null
  })
}
