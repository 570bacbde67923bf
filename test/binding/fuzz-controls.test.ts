// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { prepareDom } from '#test/kit/dom.ts'
import { kindsOf, play, type PlayOptions } from '#test/kit/peers-play.ts'
import { isFlat, takeFlatSeat, takeFlatSeatIn } from '#test/kit/peers.ts'

beforeAll(prepareDom)

/** Damage that the fuzz must report. */
const damage = (sabotage: PlayOptions, firstSeed = 5000): string[] =>
  kindsOf(play(firstSeed, 12, { sabotage: () => undefined, ...sabotage }), [
    'words lost',
    'undo removed others',
    'the view is not the text',
    'texts differ',
    'wrote while receiving',
  ])

describe('the fuzz notices', { timeout: 600_000 }, () => {
  it('nothing when nothing is wrong', () => {
    expect(damage({})).toEqual([])
  })

  it('words that are deleted silently', () => {
    const sabotage: PlayOptions['sabotage'] = ({ peers, random }) => {
      const { seat } = random.pick(peers)
      if (isFlat(seat) && random.chance(0.1) && seat.text.length > 6)
        seat.text.delete(seat.text.length - 5, 5)
    }
    expect(damage({ sabotage })).toContain('words lost')
  })

  it('an undo that takes back what others wrote', () => {
    const takeSeat: PlayOptions['takeSeat'] = (options) => {
      const seat = takeFlatSeat(options)
      const everything = new Y.UndoManager(seat.text, {
        trackedOrigins: new Set(['received']),
        captureTimeout: 0,
      })
      return { ...seat, view: seat.view, undo: () => everything.undo() }
    }
    expect(damage({ takeSeat })).toContain('undo removed others')
  })

  it('a write behind the binding', () => {
    const origins = new Map<Y.Doc, unknown>()
    const takeSeat: PlayOptions['takeSeat'] = (options) => {
      const seat = takeFlatSeat(options)
      seat.doc.on('beforeTransaction', ({ origin }: Y.Transaction) => {
        if (typeof origin === 'object') origins.set(seat.doc, origin)
      })
      return seat
    }
    const sabotage: PlayOptions['sabotage'] = ({ peers, random }) => {
      const { seat } = random.pick(peers)
      // in the binding's own name, so that the binding takes it for its own
      if (isFlat(seat) && origins.has(seat.doc) && random.chance(0.1)) {
        seat.doc.transact(() => {
          seat.text.insert(0, 'q')
        }, origins.get(seat.doc))
      }
    }
    expect(damage({ takeSeat, sabotage })).toContain('the view is not the text')
  })

  it('updates that are withheld', () => {
    const sabotage: PlayOptions['sabotage'] = (trial) => {
      trial.withholds = () => trial.random.chance(0.1)
    }
    expect(damage({ sabotage })).toContain('texts differ')
  })

  it('[W3.a] that Yjs writes on receiving, where the text is not the quiet one of a room', () => {
    const takeSeat: PlayOptions['takeSeat'] = (options) => {
      const doc = new Y.Doc({ gc: false })
      doc.clientID = options.clientId
      return takeFlatSeatIn(doc, options)
    }
    expect(damage({ takeSeat }, 5040)).toContain('wrote while receiving')
  })
})
