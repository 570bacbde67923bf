import './rounds.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { compareVersions, isChanged, nextChange, type ComparedParagraph } from '#renderer/session/compare.ts'
import { usePlace, useSession } from '#renderer/session/context.tsx'
import { useText } from '#renderer/i18n/language.tsx'
import { ComparedRow } from './ComparedRow.tsx'
import { CompareTools } from './CompareTools.tsx'
import { RoundText } from './RoundText.tsx'
import { useChosen, useVersion } from './use-versions.ts'

/** "Comparar": any two versions of the text word by word, or one round as it was frozen, for ever (rule 25). */
export function RoundsView() {
  const text = useText()
  const { from, to } = useChosen()
  const [before, after] = [useVersion(from), useVersion(to)]
  const [onlyChanges, setOnlyChanges] = useState(false)
  const compared = useMemo(
    () => (typeof before === 'string' || typeof after === 'string' ? [] : compareVersions(before, after)),
    [before, after],
  )
  const reads = from === null
  const unread = [before, after].find((version) => typeof version === 'string')
  useSteps(compared)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // nothing in it takes the focus: it scrolls by the keys when it is a stop of the Tab key itself
    if (scroller.current !== null) scroller.current.tabIndex = 0
  }, [])
  return (
    <>
      <CompareTools compared={compared} onlyChanges={onlyChanges} onOnlyChanges={setOnlyChanges} />
      <div className="scroll" ref={scroller}>
        <article
          className="page page-plain"
          aria-label={text(reads ? 'reading.rounds.text' : 'reading.compare.text')}
        >
          {unread !== undefined && (
            <p className="page-empty">
              {text(unread === 'opening' ? 'window.text.opening' : 'reading.rounds.damaged')}
            </p>
          )}
          {unread === undefined && reads && typeof after !== 'string' && <RoundText version={after} />}
          {unread === undefined && !reads && <Rows compared={compared} onlyChanges={onlyChanges} />}
        </article>
      </div>
    </>
  )
}

function Rows(props: { readonly compared: readonly ComparedParagraph[]; readonly onlyChanges: boolean }) {
  const text = useText()
  const current = usePlace((place) => place.paragraph)
  const shown = props.onlyChanges ? props.compared.filter(isChanged) : props.compared
  if (shown.length === 0) return <p className="page-empty">{text('reading.compare.same')}</p>
  return shown.map((paragraph) => (
    <ComparedRow key={paragraph.id} paragraph={paragraph} isCurrent={paragraph.id === current} />
  ))
}

/** Alt with the arrow keys goes from change to change, as it goes from one open paragraph to the next in the text. */
function useSteps(compared: readonly ComparedParagraph[]): void {
  const { view } = useSession()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event
      if (!altKey || ctrlKey || metaKey || shiftKey || view.get().question !== null) return
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      const next = nextChange(compared, view.get().paragraph, key === 'ArrowDown' ? 1 : -1)
      if (next === null) return
      event.preventDefault()
      event.stopPropagation()
      view.go({ paragraph: next })
      document.getElementById(`c-${next}`)?.focus()
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
    }
  }, [compared, view])
}
