/**
 * What is in the workshops of the delegations that this device may read: each draft as its newest act lists
 * it. Of acts that did not know each other the one that says it was tabled holds, then the one that keeps it.
 */
import type { CountryCode } from '#shared/domain/country.ts'
import type { Payloads } from '#shared/acts/kinds/index.ts'
import type { DraftState } from '#shared/acts/negotiation-state.ts'
import type { Effective } from '#shared/acts/powers.ts'
import { parseScope } from '#shared/acts/scope.ts'
import { Kept } from './kept.ts'
import type { Text } from './text.ts'
import { doneBy, Tips, type Receipts } from './tips.ts'

type Listed = Effective<Payloads['draft']>

const PRECEDENCE: readonly DraftState['state'][] = ['tabled', 'open', 'putAway']

export class Drafts {
  /** By scope and draft. */
  readonly #drafts = new Map<string, Tips<Listed>>()
  readonly #kept = new Kept<DraftState>()

  take(listed: Listed): void {
    const { scope, draft } = listed.payload
    const name = `${scope} ${draft}`
    const tips = this.#drafts.get(name) ?? new Tips<Listed>()
    this.#drafts.set(name, tips)
    tips.take(listed)
  }

  project(text: Text | null, receipts: Receipts): DraftState[] {
    return [...this.#drafts].flatMap(([name, tips]) => {
      const state = PRECEDENCE.find((one) => tips.all.some(({ payload }) => payload.state === one))
      const holding = tips.all.findLast(({ payload }) => payload.state === state)
      const country = holding && countryOf(holding.payload.scope)
      return holding && country ? [this.#kept.same(name, draftState(holding, country, text, receipts))] : []
    })
  }
}

function draftState(listed: Listed, country: CountryCode, text: Text | null, receipts: Receipts): DraftState {
  const { draft, operation, targets, after, previous, answers, nature, reason, note, state, tabled } =
    listed.payload
  const baseChanged = targets.some(({ paragraph, hash }) => !stands(text, paragraph, hash))
  return {
    ...doneBy(listed, receipts),
    ...{ draft, country, operation, targets, after, previous, answers, nature, reason, note, state, tabled },
    baseChanged,
  }
}

function stands(text: Text | null, paragraph: string, hash: string): boolean {
  const current = text?.order.includes(paragraph) ? text.registers.get(paragraph)?.view(null).current : null
  return current?.wording.hash === hash
}

function countryOf(scope: string): CountryCode | null {
  const parsed = parseScope(scope)
  return parsed?.kind === 'delegation' ? parsed.country : null
}
