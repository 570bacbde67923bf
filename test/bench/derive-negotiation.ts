/**
 * How long a large negotiation takes to derive: 3,000 clauses with 2,000 proposals, 400 brackets and 1,000
 * comments. One more act is mostly a comment, a backing or a bracket on one of them.
 */
import { deriveDocument, DocumentDeriver } from '#shared/acts/derive-document.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { BACKINGS } from '#shared/domain/proposal.ts'
import { clause, conference, DOC, documentOptions, hashOf, type World } from '#test/kit/acts.ts'
import { table } from '#test/kit/acts-proposals.ts'
import { median, times } from '#test/bench/derive.ts'
import { randomFrom } from '#test/kit/random.ts'

export interface NegotiationFigures {
  readonly acts: number
  /** Medians of processor time, in milliseconds. */
  readonly wholeMs: number
  readonly oneMoreMs: number
}

export interface Size {
  readonly clauses: number
  readonly proposals: number
  readonly brackets: number
  readonly comments: number
}

const QUOTE = 'segura'

export function measureNegotiation(size: Size, rounds = 9): NegotiationFigures {
  const random = randomFrom(size.clauses)
  const world = conference()
  const words = (index: number) => `Acuerdan promover una migración ${QUOTE} y ordenada ${String(index)}`
  const text = Array.from({ length: size.clauses }, (_, index) => clause(`op${String(index)}`, words(index)))
  world.openNegotiation(text)
  const targets = text.map((one, index) => ({ paragraph: one.id, hash: hashOf(one), wording: words(index) }))
  const proposals = Array.from({ length: size.proposals }, () => {
    const { paragraph, hash, wording } = random.pick(targets)
    const clauses = [clause(paragraph, wording.replace('ordenada', 'regular'))]
    return table(world, random.pick(COUNTRY_CODES), { kind: 'amend', paragraph, hash, clauses })
  })
  const anchor = () => {
    const { paragraph, hash, wording } = random.pick(targets)
    const from = wording.indexOf(QUOTE)
    return { paragraph, hash, from, to: from + QUOTE.length, quote: QUOTE }
  }
  for (let index = 0; index < size.brackets; index++) {
    const country = random.pick(COUNTRY_CODES)
    const body = { countries: [country], byChair: false, reason: 'Pending' }
    world.sign(country, 'bracket', { ...body, anchor: anchor() })
  }
  const say = (thread: string | null) => {
    const about = { kind: 'words', anchor: anchor() } as const
    return world.sign(random.pick(COUNTRY_CODES), 'comment', { thread, about, text: 'Sí', mentions: [] })
  }
  for (let index = 0; index < size.comments; index++) say(null)
  const more = [
    () => say(null),
    () => {
      const proposal = random.pick(proposals).id
      world.sign(random.pick(COUNTRY_CODES), 'back', { proposal, value: random.pick(BACKINGS), reason: null })
    },
    () => {
      const { paragraph, hash, wording } = random.pick(targets)
      const clauses = [clause(paragraph, wording.replace('ordenada', 'regular'))]
      table(world, random.pick(COUNTRY_CODES), { kind: 'amend', paragraph, hash, clauses })
    },
  ]
  return figures(world, rounds, () => {
    random.pick(more)()
  })
}

function figures(world: World, rounds: number, oneMore: () => void): NegotiationFigures {
  const options = documentOptions(world.blobs)
  const acts = world.set.size
  const wholeMs = median(times(rounds, () => deriveDocument(world.set, DOC, options)))
  const deriver = new DocumentDeriver(world.set, DOC)
  deriver.derive(options)
  const each = Array.from({ length: rounds * 9 }, () => {
    oneMore()
    return times(1, () => deriver.derive(options))
  })
  return { acts, wholeMs, oneMoreMs: median(each.flat()) }
}
