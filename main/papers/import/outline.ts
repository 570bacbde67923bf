import type { ClauseLevel } from '#shared/domain/clause.ts'
import type { LabelForm } from './labels.ts'

/** Follows the nesting of labels: a form that is open stands for its level, a new one goes one deeper. */
export class Outline {
  readonly #open: LabelForm[] = []

  reset(): void {
    this.#open.length = 0
  }

  /** `least`: the shallowest level the form may have here. */
  place(form: LabelForm, least: number): ClauseLevel {
    const known = this.#open.lastIndexOf(form)
    const level = known >= least ? known : Math.max(least, this.#open.length)
    const bounded = Math.min(level, 3)
    this.#open.length = bounded
    while (this.#open.length < bounded) this.#open.push('number')
    this.#open.push(form)
    return bounded as ClauseLevel // 0 to 3 by the two lines above
  }

  /** Level at which the form is open, or -1. */
  levelOf(form: LabelForm): number {
    return this.#open.lastIndexOf(form)
  }
}
