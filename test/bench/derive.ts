/**
 * How long it takes to derive a document from 5,000 acts, and again after one more. Signing and checking
 * signatures is not counted: that happens once, off the main thread, when an act arrives.
 */
import { deriveDocument, DocumentDeriver } from '#shared/acts/derive-document.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { POSITION_VALUES } from '#shared/domain/position.ts'
import { clause, conference, DOC, documentOptions, type World } from '#test/kit/acts.ts'
import { randomFrom } from '#test/kit/random.ts'

const PARAGRAPHS = 30

export interface DeriveFigures {
  readonly acts: number
  /** Medians of processor time, in milliseconds: on a busy machine the clock on the wall says little. */
  readonly wholeMs: number
  readonly oneMoreMs: number
}

export function measureDerive(acts = 5_000, rounds = 9): DeriveFigures {
  const world = negotiated(acts)
  const options = documentOptions(world.blobs)
  const whole = times(rounds, () => deriveDocument(world.set, DOC, options))
  const deriver = new DocumentDeriver(world.set, DOC)
  deriver.derive(options)
  const oneMore: number[] = []
  for (let round = 0; round < rounds; round++) {
    world.position('PE', `op${String(round % PARAGRAPHS)}`, 'agree')
    oneMore.push(...times(1, () => deriver.derive(options)))
  }
  return { acts: world.set.size, wholeMs: median(whole), oneMoreMs: median(oneMore) }
}

/** Mostly positions, now and then a changed word, an agreement, a re-opening, a closed round. */
function negotiated(acts: number): World {
  const random = randomFrom(acts)
  const world = conference()
  world.sign('PPT', 'parties', { parties: ['AR', 'CL', 'PE'], basis: 'present' })
  const words = 'Acuerdan promover una migración segura, ordenada y regular '.repeat(8)
  world.openNegotiation(
    Array.from({ length: PARAGRAPHS }, (_, index) =>
      clause(`op${String(index)}`, `${words} ${String(index)}`),
    ),
  )
  while (world.set.size < acts) {
    const id = `op${String(random.int(PARAGRAPHS))}`
    const dice = random.next()
    if (dice < 0.92) world.position(random.pick(COUNTRY_CODES), id, random.pick(POSITION_VALUES))
    else if (dice < 0.96) world.incorporate('PPT', id, `${words} ${String(world.set.size)}`)
    else if (dice < 0.98) world.agree('PPT', id, [...COUNTRY_CODES])
    else if (dice > 0.998) world.closeRound()
    else if (world.paragraph(id).agreement) world.reopen('PPT', id)
  }
  return world
}

export function times(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
