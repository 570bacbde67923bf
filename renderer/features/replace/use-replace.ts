/** One proposal for each chosen paragraph: tabled at once, or left as a draft of the delegation. */
import { useState } from 'react'
import type { ParagraphState, Wording } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { Nature } from '#shared/domain/proposal.ts'
import { newCopy } from '#renderer/editor/copy.ts'
import { handOver } from '#renderer/editor/hand-over.ts'
import { openRoom } from '#renderer/editor/room.ts'
import { useConference, useSession } from '#renderer/session/context.tsx'
import type { Delegation } from '#renderer/session/delegation.tsx'
import { givenClauses } from '#renderer/session/given.ts'
import { failureWords } from '#renderer/session/intents.ts'
import type { Target } from '#renderer/session/target.ts'

export interface Change {
  readonly paragraph: ParagraphState
  readonly wording: Wording
  readonly clauses: readonly Clause[]
  readonly count: number
}

export interface Description {
  readonly nature: Nature
  readonly reason: string
}

export type ReplaceState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' | 'done'; readonly done: number; readonly of: number }

export function useReplace(delegation: Delegation) {
  const { line, intents, notices, text } = useSession()
  const { conf } = useConference()
  const [state, setState] = useState<ReplaceState>({ kind: 'asking' })
  const { country, target } = delegation

  async function draft({ paragraph, wording, clauses }: Change, described: Description): Promise<boolean> {
    const wanted = { operation: 'amend', after: null, previous: null, answers: null } as const
    const opened = await intents.ask('draft.open', { ...target, ...wanted, targets: [paragraph.id] })
    if (!opened.ok) return false
    const room = await openRoom(opened.value.room, {
      ...{ line, conf, user: { country }, onReset: () => undefined },
      onFailure: (failure) => {
        notices.tell('problem', failureWords(failure, text()))
      },
    })
    if (room === null) return false
    const copy = newCopy(clauses)
    const written = handOver(copy.text, wording.clauses, room.text)
    copy.close()
    room.close()
    if (!written) return false
    const said = { draft: opened.value.draft, ...described, note: '' }
    return (await intents.ask('draft.describe', { ...target, ...said })).ok
  }

  async function table(office: Target, change: Change, described: Description): Promise<boolean> {
    const { paragraph, wording, clauses } = change
    const reply = await intents.ask('proposal.table', {
      ...office,
      ...described,
      operation: {
        kind: 'amend',
        paragraph: paragraph.id,
        hash: wording.hash,
        clauses: givenClauses(clauses),
      },
      ...{ draft: null, previous: null, answers: null, huddle: null, proposal: null },
      ...{ proponents: [country], replaces: [] },
    })
    return reply.ok
  }

  return {
    state,
    /** `office` null: as drafts. One after the other; what fails has been told, and the rest goes on. */
    async run(changes: readonly Change[], described: Description, office: Target | null): Promise<void> {
      let done = 0
      setState({ kind: 'working', done, of: changes.length })
      for (const change of changes) {
        const ok = await (office === null ? draft(change, described) : table(office, change, described))
        if (ok) done++
        setState({ kind: 'working', done, of: changes.length })
      }
      setState({ kind: 'done', done, of: changes.length })
    },
  }
}
