/** Composing the PDF, from the question to the file. A refusal is told and leaves the question open. */
import { useState } from 'react'
import type { UiLanguage } from '#shared/domain/language.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useConference, useDocument, useSession } from '#renderer/session/context.tsx'

export type SavedFile = NonNullable<Output<'export.final'>>

export type ExportState =
  { readonly kind: 'asking' | 'working' } | { readonly kind: 'saved'; readonly saved: SavedFile }

export function useExport() {
  const { intents } = useSession()
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const [state, setState] = useState<ExportState>({ kind: 'asking' })
  const run = async (language: UiLanguage, draft: boolean) => {
    setState({ kind: 'working' })
    const reply = await intents.ask('export.final', { conf, doc, language, draft, path: null })
    // null: the member closed the dialog that asks where
    const saved = reply.ok ? reply.value : null
    setState(saved === null ? { kind: 'asking' } : { kind: 'saved', saved })
  }
  const again = () => {
    setState({ kind: 'asking' })
  }
  return { state, run, again }
}
