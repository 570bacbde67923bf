/** Begins a comment where the member is: on the words they selected, else on the paragraph, else on the document. */
import { useCallback } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import type { DocumentStore } from '#renderer/session/document-store.ts'
import type { CommentAbout } from '#renderer/session/threads.ts'
import { placeInWording } from '#renderer/ui/wording-range.ts'

export function useBeginComment(): () => void {
  const { view } = useSession()
  const document = useDocument()
  return useCallback(() => {
    const { paragraph } = view.get()
    const about = selectedWords(document) ?? (paragraph === null ? { kind: 'document' } : null)
    view.go({
      question: { kind: 'comment', about: about ?? { kind: 'paragraph', paragraph: paragraph ?? '' } },
    })
  }, [view, document])
}

/** Of one paragraph, where its words stand as they are. */
function selectedWords(store: DocumentStore): CommentAbout | null {
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { startContainer } = range
  const at = startContainer instanceof Element ? startContainer : startContainer.parentElement
  const row = at?.closest('.row')
  const paragraph = row?.id.slice('p-'.length) ?? ''
  const wording = row?.querySelector('.row-text .wording') ?? null
  const inForce = store.paragraph(paragraph).get()?.wording ?? null
  if (wording === null || inForce === null) return null
  const place = placeInWording(range, wording, wordingText(inForce.clauses))
  return place === null ? null : { kind: 'words', paragraph, hash: inForce.hash, ...place }
}
