/** A delegation's workshop in the conference in memory: drafts in rooms, listed by acts, and what is tabled of them. */
import { act } from 'react'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { Body } from '#shared/acts/build.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { Failure } from '#shared/ipc/contract.ts'
import { seedRoom } from '#shared/words/room.ts'
import { readClauses } from '#shared/words/clauses.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { answer } from './answers.ts'
import { SCOPE, type Person } from './harness/ledger.ts'
import type { Mounted } from './mount.tsx'

export interface Workshop {
  /** The next call fails. */
  failOnce(): void
  /** Rooms are filled with these words instead. */
  seedWith(clauses: readonly Clause[] | null): void
  words(draft: string): string
  /** As a colleague opens one. */
  open(person: Person, paragraph: string): string
}

const FAILED: Failure = { code: 'storage', message: 'failure.notSaved', values: {} }

export function workshop(window_: Mounted, country: string): Workshop {
  const { main } = window_
  const { ledger } = main
  let fails = false
  let seed: readonly Clause[] | null = null
  let count = 0
  const room = (draft: string) => main.room(`${SCOPE}/of/${country}/${draft}`)
  const list = (person: Person, body: Body<'draft'>) =>
    ledger.sign(person, 'draft', `${SCOPE}/of/${country}`, body)
  const described = { nature: 'substantive', reason: '', note: '', state: 'open', tabled: null } as const
  const drafts = new Map<string, Body<'draft'>>()
  const begin = (
    person: Person,
    wanted: Pick<Body<'draft'>, 'operation' | 'after' | 'previous' | 'answers'>,
    targets: readonly string[],
  ) => {
    const draft = `d${String(++count)}`
    const wordings = targets.flatMap((id) => ledger.paragraph(id).wording ?? [])
    const fresh: Clause = { id: `new-${draft}`, kind: 'operative', level: 0, suppressed: false, runs: [] }
    const clauses = seed ?? wordings.flatMap((wording) => wording.clauses)
    seedRoom(room(draft), clauses.length === 0 ? [fresh] : clauses)
    const body = {
      ...wanted,
      draft,
      targets: targets.map((paragraph, i) => ({ paragraph, hash: wordings[i]?.hash ?? '' })),
      ...described,
    }
    drafts.set(draft, body)
    list(person, body)
    return draft
  }
  const again = (hat: string, draft: string, change: Partial<Body<'draft'>>) => {
    const before = drafts.get(draft)
    if (before === undefined) throw new Error(`no draft ${draft}`)
    const body = { ...before, ...change }
    drafts.set(draft, body)
    return list(ledger.personOf(hat), body)
  }
  answer(window_, {
    'draft.open': ({ hat, operation, targets, after, previous, answers }) => {
      if (fails) {
        fails = false
        return FAILED
      }
      const draft = begin(ledger.personOf(hat), { operation, after, previous, answers }, targets)
      return { draft, room: `${SCOPE}/of/${country}/${draft}` }
    },
    'draft.putAway': ({ hat, draft }) => ({ act: again(hat, draft, { state: 'putAway' }) }),
    'draft.describe': ({ hat, draft, nature, reason, note }) => ({
      act: again(hat, draft, { nature, reason, note }),
    }),
    'proposal.table': ({
      hat,
      draft,
      operation,
      proponents,
      nature,
      reason,
      previous,
      answers,
      replaces,
    }) => {
      const proposal = `p${String(++count)}`
      const act = ledger.sign(ledger.personOf(hat), 'propose', SCOPE, {
        operation: structuredClone(operation) as Body<'propose'>['operation'], // as: parsed by the contract
        ...{ proposal, version: 1, previous, proponents, nature, reason, answers, replaces },
        huddle: null,
        language: 'es',
      })
      if (draft !== null) again(hat, draft, { state: 'tabled', tabled: act })
      return { act, proposal }
    },
  })
  return {
    failOnce() {
      fails = true
    },
    seedWith(clauses) {
      seed = clauses
    },
    words: (draft) => wordingText(readClauses(room(draft).getText('body'))),
    open: (person, paragraph) =>
      begin(person, { operation: 'amend', after: null, previous: null, answers: null }, [paragraph]),
  }
}

export function pen(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.pen [role=textbox]')
  if (found === null) throw new Error('no pen')
  return found
}

/** TipTap keeps itself at its element; a key press is not drawn in jsdom. */
const editorAt = (element: HTMLElement): Editor =>
  (element as HTMLElement & { readonly editor: Editor }).editor // as: see above

/** Puts the caret behind `after`. */
export function placeCaret(after: string): void {
  const { view } = editorAt(pen())
  const at = view.state.doc.textContent.indexOf(after)
  if (at < 0) throw new Error(`no such words: ${after}`)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + 1 + after.length)))
}

/** One change for each letter, where the caret is, and nothing else meanwhile. */
export async function typeHere(words: string): Promise<void> {
  await act(async () => {
    for (const letter of words) {
      const { view } = editorAt(pen())
      view.dispatch(view.state.tr.insertText(letter))
    }
    await Promise.resolve()
  })
}

export const caretOf = (): number => editorAt(pen()).view.state.selection.head

/** A key that the editor or what is around it takes. */
export async function press({ settle }: Mounted, key: string): Promise<void> {
  await act(async () => {
    pen().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await Promise.resolve()
  })
  await settle()
}
