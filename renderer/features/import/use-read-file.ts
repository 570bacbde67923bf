/** Reading a file through main: chosen in the system's dialog, or dropped. A refusal is words to show. */
import { useState } from 'react'
import type { Failure, ImportedClause } from '#shared/ipc/contract.ts'
import { useConferenceState, useSession } from '#renderer/session/context.tsx'
import { failureWords } from '#renderer/session/intents.ts'
import { newDraft, type ImportDraft } from './import-draft.ts'

export type ReadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly name: string | null }
  | { readonly kind: 'refused'; readonly words: string }

/** The largest file that main takes; a larger one need not be carried there. */
const LARGEST_MB = 20

export function useReadFile(onRead: (draft: ImportDraft) => void) {
  const { line, text } = useSession()
  const { edition, documents } = useConferenceState()
  const [state, setState] = useState<ReadState>({ kind: 'waiting' })

  const refuse = (words: string) => {
    setState({ kind: 'refused', words })
  }
  const refuseFor = (failure: Failure) => {
    refuse(failureWords(failure, text()))
  }
  const done = (name: string, clauses: readonly ImportedClause[]) => {
    setState({ kind: 'waiting' })
    onRead(newDraft(name, clauses, { edition, types: [...documents.values()].map(({ type }) => type) }))
  }
  return {
    state,
    refuse,
    async choose() {
      setState({ kind: 'reading', name: null })
      const reply = await line.call('import.choose', null)
      if (!reply.ok) refuseFor(reply.error)
      else if (reply.value === null) setState({ kind: 'waiting' })
      else done(reply.value.name, reply.value.clauses)
    },
    async read(file: File) {
      if (file.size > LARGEST_MB * 1024 * 1024) {
        refuse(text()('papers.refused.docxTooLarge', { megabytes: LARGEST_MB }))
        return
      }
      setState({ kind: 'reading', name: file.name })
      const content = new Uint8Array(await file.arrayBuffer())
      const reply = await line.call('import.read', { name: file.name.slice(0, 255), content })
      if (reply.ok) done(file.name, reply.value)
      else refuseFor(reply.error)
    },
  }
}
