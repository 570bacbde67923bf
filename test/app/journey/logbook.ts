/** What a journey leaves behind: numbered pictures of every step and window, and a summary of what held. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from './desk.ts'

export interface StepRecord {
  readonly number: number
  readonly title: string
  readonly asserted: readonly string[]
  readonly pictures: readonly string[]
  readonly milliseconds: number
  readonly held: boolean
}

export interface Summary {
  readonly held: boolean
  readonly versions: Readonly<Record<string, string>>
  readonly milliseconds: number
  readonly steps: readonly StepRecord[]
  readonly final: { readonly sha256: string; readonly pages: number } | null
}

/** Says what was seen; throws when it was not. */
export type Assert = (claim: string, check: () => Promise<unknown>) => Promise<void>

export class Logbook {
  readonly #out: string
  readonly #steps: StepRecord[] = []
  readonly #begun = performance.now()
  readonly #tell: (line: string) => void

  constructor(out: string, tell: (line: string) => void) {
    this.#out = out
    this.#tell = tell
  }

  /** `desks` are asked for at the end: who sits there then is pictured. */
  async step(
    title: string,
    desks: () => readonly Desk[],
    run: (assert: Assert) => Promise<void>,
  ): Promise<void> {
    const number = this.#steps.length + 1
    const begun = performance.now()
    const asserted: string[] = []
    let held = false
    try {
      await run(async (claim, check) => {
        await check().catch((error: unknown) => {
          throw new Error(`step ${String(number)}, «${title}»: not so: ${claim}`, { cause: error })
        })
        asserted.push(claim)
      })
      held = true
    } finally {
      const pictures = await this.#pictures(number, desks())
      const milliseconds = Math.round(performance.now() - begun)
      this.#steps.push({ number, title, asserted, pictures, milliseconds, held })
      this.#tell(`${held ? '✓' : '✗'} ${String(number).padStart(2)} ${title} (${String(milliseconds)} ms)`)
    }
  }

  async write(rest: Pick<Summary, 'versions' | 'final'>): Promise<Summary> {
    const steps = [...this.#steps]
    const held = steps.length > 0 && steps.every((step) => step.held)
    const summary = { held, ...rest, milliseconds: Math.round(performance.now() - this.#begun), steps }
    await writeFile(join(this.#out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    return summary
  }

  async #pictures(number: number, desks: readonly Desk[]): Promise<string[]> {
    await mkdir(this.#out, { recursive: true })
    const names: string[] = []
    for (const desk of desks) {
      const name = `${String(number).padStart(2, '0')}-${desk.name}.png`
      const taken = await desk.app.screenshot(join(this.#out, name)).then(
        () => true,
        () => false, // a window that a step killed has no picture
      )
      if (taken) names.push(name)
    }
    return names
  }
}
