/**
 * Composing the PDF, from the question to the file. A refusal is told and leaves the question open; whoever
 * cancels, or closes the dialog, ends the work, and what it may still answer is of no interest.
 */
import { useEffect, useRef, useState } from 'react'
import type { UiLanguage } from '#shared/domain/language.ts'
import type { ExportStep, Output } from '#shared/ipc/contract.ts'
import { useConference, useDocument, useSession } from '#renderer/session/context.tsx'

export type SavedFile = NonNullable<Output<'export.final'>>

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working'; readonly step: ExportStep }
  | { readonly kind: 'saved'; readonly saved: SavedFile }

export function useExport() {
  const { line, intents } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const [state, setState] = useState<ExportState>({ kind: 'asking' })
  /** Which export is wanted: each has its number, and none when it was cancelled. */
  const wanted = useRef<number | null>(null)
  const count = useRef(0)
  useEffect(() => {
    void line.call('export.prepare', null)
    const stop = line.on('export.step', (told) => {
      if (told.conf !== conf || told.doc !== doc) return
      setState((now) => (now.kind === 'working' ? { kind: 'working', step: told.step } : now))
    })
    return () => {
      stop()
      if (wanted.current !== null) void line.call('export.cancel', { conf, doc })
      wanted.current = null
    }
  }, [line, conf, doc])
  const run = async (language: UiLanguage, draft: boolean) => {
    const mine = ++count.current
    wanted.current = mine
    setState({ kind: 'working', step: 'preparing' })
    const reply = await intents.ask('export.final', { conf, doc, language, draft, path: null })
    if (wanted.current !== mine) return
    wanted.current = null
    // null: the member closed the dialog that asks where
    const saved = reply.ok ? reply.value : null
    setState(saved === null ? { kind: 'asking' } : { kind: 'saved', saved })
  }
  const cancel = () => {
    wanted.current = null
    setState({ kind: 'asking' })
    void line.call('export.cancel', { conf, doc })
  }
  const again = () => {
    setState({ kind: 'asking' })
  }
  return { state, run, cancel, again }
}
