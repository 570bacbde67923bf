/** The keys of the window, as in the office programs diplomats know; what the editor takes, it takes first. */
import { useEffect } from 'react'
import type { EventData } from '#shared/ipc/contract.ts'
import { useDocument, useSession } from '#renderer/session/context.tsx'
import type { DocumentStore } from '#renderer/session/document-store.ts'
import { nextOpen } from '#renderer/session/outline.ts'
import type { View } from '#renderer/session/view.ts'
import { keepFocus } from '#renderer/ui/kept-focus.ts'
import { focusNextRegion } from './regions.ts'

export function useShortcuts(): void {
  const { line, view } = useSession()
  const document = useDocument()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !press(event, view, document)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey)
    const stop = line.on('menu', (command) => {
      choose(command, view, document)
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [line, view, document])
}

function press(event: KeyboardEvent, view: View, document: DocumentStore): boolean {
  const control = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (key === 'F6') {
    focusNextRegion(event.shiftKey ? -1 : 1)
    return true
  }
  if (view.get().question !== null) return false
  if (key === 'F1' || (control && key === '/')) return ask(view, 'shortcuts')
  if (key === 'F5' || (control && key === 'g')) return ask(view, 'goTo')
  if (control && !event.shiftKey && key === 'f') {
    view.go({ find: true, replacing: false, mode: 'text' })
    return true
  }
  if (control && !event.shiftKey && !event.altKey && key === 'h') {
    replace(view, document)
    return true
  }
  if (control && event.shiftKey && key === 'm') {
    show(view, view.get().mode === 'matrix' ? 'text' : 'matrix')
    return true
  }
  if (control && event.shiftKey && key === 'e') {
    view.go({ writing: view.get().writing === 'propose' ? 'read' : 'propose' })
    return true
  }
  if (control && event.shiftKey && key === 's') return ask(view, 'export')
  if (event.altKey && !control && !event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const next = nextOpen(document.paragraphs.get(), view.get().paragraph, key === 'ArrowDown' ? 1 : -1)
    if (next !== null) view.go({ paragraph: next, country: null })
    return true
  }
  return false
}

/** Whoever changes the view from the keyboard goes on in it. */
function show(view: View, mode: 'text' | 'matrix'): void {
  view.go({ mode })
  keepFocus(() =>
    document.querySelector('#region-main [data-stop], #region-main [aria-current="true"] button'),
  )
}

/** In a text that is drafted in its own words, under negotiation by proposals. */
function replace(view: View, document: DocumentStore): void {
  if (document.order.get().length > 0) ask(view, 'replace')
  else view.go({ find: true, replacing: true, mode: 'text' })
}

type Asked =
  'shortcuts' | 'goTo' | 'export' | 'about' | 'import' | 'replace' | 'saveExchange' | 'openExchange'

function ask(view: View, kind: Asked): true {
  view.go({ question: { kind } })
  return true
}

function choose(command: EventData<'menu'>, view: View, document: DocumentStore): void {
  switch (command) {
    case 'about':
    case 'import':
    case 'export':
    case 'shortcuts':
    case 'goTo':
    case 'saveExchange':
    case 'openExchange':
      ask(view, command)
      return
    case 'matrix':
    case 'text':
      show(view, command)
      return
    case 'find':
      view.go({ find: true, replacing: false, mode: 'text' })
      return
    case 'replace':
      replace(view, document)
      return
    // heard where comments are
    case 'comment':
  }
}
