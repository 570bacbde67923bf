/** Drafts in, papers out. A path comes from a dialog, never from the window, unless the program plays a demonstration. */
import type { ExportStep, ImportedClause } from '#shared/ipc/contract.ts'
import { failed, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import { documentOf } from '#main/intents/standing.ts'
import { sha256Hex } from '#main/store/blob-store.ts'
import { onConference, type AppPort, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names = 'import.choose' | 'import.read' | 'export.prepare' | 'export.cancel' | 'export.final'

export interface PapersDesk extends Pick<Desk, 'profile' | 'papers' | 'namedPaths' | 'writeFile'> {
  readonly app: Pick<AppPort, 'chooseDraft' | 'choosePdf'>
}

export function papersHandlers(desk: PapersDesk): Pick<Handlers, Names> {
  const read = async (name: string, content: Uint8Array): Promise<Outcome<ImportedClause[]>> => {
    const draft = await desk.papers.readDraft(name, content)
    return draft.ok ? succeeded([...draft.clauses]) : failed('refused', draft.message, draft.values)
  }
  /** By conference and document; another export of the same document takes its place. */
  const running = new Map<string, AbortController>()
  return {
    'import.choose': async () => {
      const file = await desk.app.chooseDraft()
      if (file === null) return succeeded(null)
      const clauses = await read(file.name, file.content)
      return clauses.ok ? succeeded({ name: file.name, clauses: clauses.value }) : clauses
    },
    'import.read': ({ name, content }) => read(name, content),
    'export.prepare': () => {
      desk.papers.warm()
      return succeeded(null)
    },
    'export.cancel': ({ conf, doc }) => {
      running.get(`${conf}/${doc}`)?.abort()
      return succeeded(null)
    },
    'export.final': (input) =>
      onConference(desk, input, async (conference) => {
        const { conf, doc, language, draft, path } = input
        const at = documentOf(conference, doc)
        if (!at.ok) return at
        const state = conference.replica.conference()
        if (state === null) return failed('notFound', 'failure.notFound')
        const { record } = at.value
        if (path !== null && !desk.namedPaths) return failed('forbidden', 'failure.pathNotAllowed')
        const work = new AbortController()
        const { signal } = work
        const isCancelled = () => signal.aborted
        running.get(`${conf}/${doc}`)?.abort()
        running.set(`${conf}/${doc}`, work)
        const onStep = (step: ExportStep) => {
          if (!isCancelled()) desk.papers.tellStep(conf, doc, step)
        }
        try {
          // Composed before a place is asked for: nobody chooses a name for a paper that cannot be made.
          const paper = await desk.papers.makePdf(
            { ...{ conference: state, record, language, draft }, state: at.value.state },
            { signal, onStep },
          )
          if (isCancelled()) return succeeded(null)
          if (!paper.ok) return failed('refused', paper.message, paper.values)
          onStep('saving')
          const target = path ?? (await desk.app.choosePdf(record.title))
          if (target === null || isCancelled()) return succeeded(null)
          if (!(await desk.writeFile(target, paper.pdf))) return notSaved
          return succeeded({ path: target, sha256: sha256Hex(paper.pdf), pages: paper.pages })
        } finally {
          if (running.get(`${conf}/${doc}`) === work) running.delete(`${conf}/${doc}`)
        }
      }),
  }
}
