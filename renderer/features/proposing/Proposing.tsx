import './proposing.css'
import { useEffect, useRef, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { useConference, useDocument, usePlace, useSelected, useSession } from '#renderer/session/context.tsx'
import { copiesOf } from './copies.ts'
import { useDelegation, type Delegation } from '#renderer/session/delegation.tsx'
import { HandOver } from './HandOver.tsx'
import { OpenDrafts } from './OpenDrafts.tsx'
import { ProposeMenu } from './ProposeMenu.tsx'
import { PenHere } from './PenHere.tsx'

/** Around the words of a paragraph: a delegate who clicks into them writes a proposal of their country there. */
export function Proposing({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const delegation = useDelegation()
  return delegation === null ? (
    <div className="words">{children}</div>
  ) : (
    <Words id={id} delegation={delegation}>
      {children}
    </Words>
  )
}

interface WordsProps {
  readonly id: string
  readonly delegation: Delegation
  readonly children: ReactNode
}

function Words({ id, delegation, children }: WordsProps) {
  const document = useDocument()
  const { view } = useSession()
  const copies = copiesOf(useConference(), document.id)
  const kept = useSelected(copies.all, (all) => all.get(id))
  const hasPen = usePlace(({ pen }) => pen?.paragraph === id)
  const isCurrent = usePlace((place) => place.paragraph === id && place.writing === 'propose')
  const box = useRef<HTMLDivElement>(null)
  /** Of the box, when the pointer went down: the paragraph may be brought into view before the click. */
  const top = useRef(0)
  useEnter(id, box, isCurrent && !hasPen)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    top.current = event.clientY - event.currentTarget.getBoundingClientRect().top
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { writing } = view.get()
    const consent = document.paragraph(id).get()?.consent ?? false
    if (writing !== 'propose' || !consent || isForSomethingElse(event)) return
    view.go({ paragraph: id, pen: { paragraph: id, draft: null, at: { x: event.clientX, y: top.current } } })
  }
  if (hasPen) {
    return (
      <PenHere id={id} delegation={delegation}>
        {children}
      </PenHere>
    )
  }
  return (
    <>
      <div ref={box} className="words" role="presentation" onPointerDown={onPointerDown} onClick={onClick}>
        {children}
      </div>
      {kept !== undefined && <HandOver id={id} kept={kept} delegation={delegation} />}
      <OpenDrafts id={id} country={delegation.country} />
      {isCurrent && <ProposeMenu id={id} />}
    </>
  )
}

/** Words are being selected, or something among them is pressed. */
function isForSomethingElse({ target }: MouseEvent): boolean {
  const selects = window.getSelection()?.isCollapsed === false
  return selects || (target instanceof Element && target.closest('button, a, input') !== null)
}

/** Enter at the number of the paragraph in view goes into its words. */
function useEnter(id: string, box: { readonly current: HTMLElement | null }, isOn: boolean): void {
  const { view } = useSession()
  const document = useDocument()
  useEffect(() => {
    const row = isOn ? box.current?.closest<HTMLElement>('.row') : null
    if (row === null || row === undefined) return
    const onKey = (event: KeyboardEvent) => {
      const isNumber = event.target instanceof Element && event.target.closest('.row-number') !== null
      const consent = document.paragraph(id).get()?.consent ?? false
      if (event.key !== 'Enter' || !isNumber || !consent) return
      event.preventDefault()
      view.go({ pen: { paragraph: id, draft: null, at: null } })
    }
    row.addEventListener('keydown', onKey)
    return () => {
      row.removeEventListener('keydown', onKey)
    }
  }, [id, box, isOn, view, document])
}
