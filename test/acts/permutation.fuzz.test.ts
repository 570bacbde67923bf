import { describe, expect, test } from 'vitest'
import type { Place } from '#shared/acts/causal-order.ts'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { deriveDocument, DocumentDeriver } from '#shared/acts/derive-document.ts'
import { Course } from '#shared/acts/document/course.ts'
import { DocumentFold } from '#shared/acts/document/fold.ts'
import { powersOf } from '#shared/acts/powers.ts'
import { ActSet } from '#shared/acts/set.ts'
import { DOC, documentOptions, type World } from '#test/kit/acts.ts'
import { randomHistory } from '#test/kit/acts-history.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'
import { randomFrom, type Random } from '#test/kit/random.ts'

const HISTORIES = 300
const ORDERS = 20
const STEPS = 40
const BLOCKS = 6

function stateOf(set: ActSet, world: World): string {
  const conference = deriveConference(set)
  return JSON.stringify([
    deriveDocument(set, DOC, documentOptions(world.blobs)),
    { ...conference, members: [...conference.members].sort(), documents: [...conference.documents] },
  ])
}

/** The same acts in another order; receipts with them or afterwards. */
function shuffled(all: World, random: Random, look?: (set: ActSet) => void): ActSet {
  const set = new ActSet(all.set.conf, nodeCrypto)
  const later: string[] = []
  for (const { act } of random.shuffle(all.set.placed)) {
    const receipt = all.set.receiptOf(act.id)
    if (receipt && random.chance(0.3)) later.push(act.id)
    set.add(act, later.includes(act.id) ? null : receipt)
    look?.(set)
  }
  for (const id of random.shuffle(later)) {
    const receipt = all.set.receiptOf(id)
    if (receipt) set.addReceipt(id, receipt)
    look?.(set)
  }
  return set
}

describe('histories of many devices with partial knowledge', () => {
  const perBlock = HISTORIES / BLOCKS
  test.each(Array.from({ length: BLOCKS }, (_, block) => block))(
    '[A5.a] any order of arrival gives one state (block %i of seeds)',
    (block) => {
      for (let seed = block * perBlock; seed < (block + 1) * perBlock; seed++) {
        const { all } = randomHistory(seed, STEPS, seed % 2 === 1)
        const random = randomFrom(seed + 1_000_000)
        const expected = stateOf(all.set, all)
        for (let order = 0; order < ORDERS; order++) {
          const set = shuffled(all, random)
          expect(stateOf(set, all) === expected, `seed ${String(seed)}, order ${String(order)}`).toBe(true)
        }
      }
    },
    240_000,
  )

  test('[A5.b] what is kept up to date act by act equals what is derived at once', () => {
    for (let seed = 500; seed < 530; seed++) {
      const { all } = randomHistory(seed, STEPS, seed % 2 === 1)
      const random = randomFrom(seed)
      const options = documentOptions(all.blobs)
      let deriver: DocumentDeriver | null = null
      shuffled(all, random, (set) => {
        deriver ??= new DocumentDeriver(set, DOC)
        if (!random.chance(0.3)) return
        const message = `seed ${String(seed)}, ${String(set.size)} acts`
        expect(
          JSON.stringify(deriver.derive(options)) === JSON.stringify(deriveDocument(set, DOC, options)),
          message,
        ).toBe(true)
      })
    }
  }, 240_000)

  test('[A5.a] these histories move, split and join paragraphs, and say things beside the text', () => {
    const effective = new Set<string>()
    let joins = 0
    for (let seed = 1; seed < 60; seed += 2) {
      const { all } = randomHistory(seed, STEPS, true)
      const { log, rounds } = all.state()
      for (const { kind, noEffect } of log) if (noEffect === null) effective.add(kind)
      for (const { act, mismatch } of rounds) {
        const payload = all.set.get(act)?.payload
        const named =
          payload && 'rejoins' in payload && Array.isArray(payload.rejoins) ? payload.rejoins.length : 0
        if (named > 0 && !mismatch) joins++
      }
    }
    expect([...effective]).toEqual(
      expect.arrayContaining(['move', 'split', 'huddle', 'comment', 'contribution', 'resolve', 'draft']),
    )
    expect(joins).toBeGreaterThan(3)
  })

  test('[A5.a] negative control: where arrival stands for knowledge, the same acts give several states', () => {
    const differing = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => {
      const { all } = randomHistory(seed, STEPS)
      const random = randomFrom(seed)
      return foldedAsTheyCame(shuffled(all, random), all) !== foldedAsTheyCame(shuffled(all, random), all)
    })
    expect(differing.length).toBeGreaterThan(5)
  })

  test('[A5.a] negative control: moves, splits and words beside the text too, where arrival stands for knowledge', () => {
    const differing = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => {
      const { all } = randomHistory(seed, STEPS, true)
      const random = randomFrom(seed)
      return besideAsTheyCame(shuffled(all, random), all) !== besideAsTheyCame(shuffled(all, random), all)
    })
    expect(differing.length).toBeGreaterThan(5)
  })
})

/** Every act is taken to know all that came in before it: what a set without the causal order would do. */
function foldedAsTheyCame(set: ActSet, world: World): string {
  const fold = foldAsItCame(set, world)
  const wordings = fold.text.order.map((id) => fold.text.registers.get(id)?.view(null).current?.wording.hash)
  const verdicts = fold.judged.map(({ node, noEffect }) => `${node.act.id} ${String(noEffect)}`)
  return JSON.stringify([fold.text.order, wordings, verdicts.sort()])
}

function besideAsTheyCame(set: ActSet, world: World): string {
  const { text, threads, huddles, drafts } = foldAsItCame(set, world)
  const receipts = { receivedAt: () => null }
  const beside = [threads.project(text, receipts), huddles.project(receipts), drafts.project(text, receipts)]
  return JSON.stringify([text.order.map((id) => [id, text.parts.partOf(id)]), beside])
}

function foldAsItCame(set: ActSet, world: World): DocumentFold {
  const powers = powersOf(set)
  const course = new Course(powers)
  const nodes = set.placed
    .filter(({ act }) => act.payload.scope.startsWith('doc/'))
    .map(({ act }, index) => ({ act, place: placeByArrival(index + 1) }))
  for (const node of nodes) course.take(node)
  const fold = new DocumentFold({ doc: DOC, powers, course, ...documentOptions(world.blobs) })
  for (const node of nodes) fold.take(node)
  return fold
}

function placeByArrival(index: number): Place {
  const knew = new Int32Array(500).fill(1_000_000)
  knew[499] = index
  return { line: 499, position: index, knew, depth: index }
}
