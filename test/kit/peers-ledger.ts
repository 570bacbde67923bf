/** Who wrote which token and what has happened to it since: what the fuzz judges by. */
import type { Node } from '@tiptap/pm/model'
import type { Kind } from './peers-operations.ts'
import { countTokens, token } from './peers-tokens.ts'

export type OtherKind = 'seed' | 'compose' | 'foreign'

interface Writer {
  readonly name: string
  readonly canWrite: boolean
}

export class Ledger {
  readonly problems = new Map<string, string>()
  readonly #author = new Map<string, string>()
  #made = 0
  /** Not yet seen on their author's screen. */
  #new: string[] = []
  readonly #deleted = new Set<string>()
  readonly #restoredBy = new Map<string, Set<string>>()
  readonly #moved = new Set<string>()

  note(problem: string, detail = ''): void {
    if (!this.problems.has(problem)) this.problems.set(problem, detail)
  }

  newToken(author: string): string {
    const made = token(this.#made++)
    this.#new.push(made)
    this.#author.set(made, author)
    return made
  }

  /** A person's own operation, seen on their own screen. */
  record({ name, canWrite }: Writer, kind: Kind | OtherKind, before: Node, after: Node): void {
    const [had, has] = [countTokens(before), countTokens(after)]
    for (const each of this.#new) {
      if (has.has(each)) continue
      if (canWrite) this.note('what was typed did not appear', `${kind} ${each}`)
      this.#author.delete(each)
    }
    this.#new = []
    for (const [each, count] of had) {
      if ((has.get(each) ?? 0) >= count) continue
      const gone = !has.has(each) && !this.#moved.has(each)
      if (kind === 'undo' && gone && this.#author.get(each) !== name)
        this.note('undo removed others\u2019 words', name)
      this.#deleted.add(each)
    }
    if (kind === 'undo' || kind === 'redo') {
      for (const [each, count] of has) if ((had.get(each) ?? 0) < count) this.#restored(each).add(name)
    }
    // any token may have been re-inserted by a move
    if (kind === 'move') for (const each of has.keys()) this.#moved.add(each)
  }

  /** When everybody has everything. */
  checkWords(doc: Node): void {
    const counts = countTokens(doc)
    for (const each of this.#author.keys()) {
      const count = counts.get(each) ?? 0
      if (count === 0 && !this.#deleted.has(each)) this.note('words lost', each)
      // Yjs restores one deletion twice when two people undo it apart; a move is a copy
      const mayDouble = this.#moved.has(each) || this.#restored(each).size > 1
      if (count > 1 && !mayDouble) this.note('words doubled', each)
    }
  }

  #restored(each: string): Set<string> {
    const known = this.#restoredBy.get(each) ?? new Set<string>()
    this.#restoredBy.set(each, known)
    return known
  }
}
