/** While the sheet is open, words with open threads have a dotted underline in the text. */
import { useEffect } from 'react'
import type { ThreadState } from '#shared/acts/negotiation-state.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { useDocument, usePlace, useStore } from '#renderer/session/context.tsx'
import { markRanges } from '#renderer/ui/highlight.ts'
import { rangeInWording } from '#renderer/ui/wording-range.ts'

export function useAnchorMarks(threads: readonly ThreadState[]): void {
  const paragraphs = useStore(useDocument().paragraphs)
  const show = usePlace((place) => place.show)
  const pen = usePlace((place) => place.pen)
  useEffect(() => {
    const ranges = threads.flatMap(({ about, resolved }) => {
      if (about.kind !== 'words' || about.place === null || resolved !== null) return []
      const clauses = paragraphs.find(({ id }) => id === about.paragraph)?.wording?.clauses
      const wording = document.querySelector(`#p-${CSS.escape(about.paragraph)} .row-text .wording`)
      if (clauses === undefined || wording === null) return []
      return rangeInWording(about.place, wording, wordingText(clauses)) ?? []
    })
    return markRanges('commented', ranges)
  }, [threads, paragraphs, show, pen])
}
