/**
 * One trial of the fuzz: three to five people, some offline, one of them perhaps only reading, write
 * into one text; updates arrive late, in part and out of order. After each step every editor must show
 * its own text, and whenever all have everything: all equal, and no word gone that nobody deleted.
 */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { guardUpdate } from '#shared/words/guard.ts'
import { RoomClock } from '#shared/words/room-clock.ts'
import { Ledger, type OtherKind } from './peers-ledger.ts'
import { act, chooseKind, selectBoundary, typeOn, WEIGHTS, type Hand, type Kind } from './peers-operations.ts'
import type { Seat, TakeSeat } from './peers.ts'
import { randomFrom, type Random } from './random.ts'

export interface TrialOptions {
  readonly seed: number
  readonly takeSeat: TakeSeat
  /** Two moves of one clause double it (rule W6.b), so moves have trials of their own. */
  readonly moves?: boolean
  /** Input methods, readers and the guard, where the binding knows about them. */
  readonly house?: boolean
  /** Content of a newer version, put in once by somebody who has it; the guard would refuse it here. */
  readonly foreign?: (seat: Seat, newToken: () => string) => void
  /** Runs before each operation; a negative control does its damage here. */
  readonly sabotage?: (trial: Trial) => void
}

export interface Peer {
  readonly name: string
  readonly seat: Seat
  readonly hand: Hand
  readonly canWrite: boolean
  inbox: Uint8Array[]
  online: boolean
  composing: boolean
}

/** Each editor has a schema of its own, so documents of two are compared by what they hold. */
const shown = (doc: Node): string => JSON.stringify(doc.toJSON())

const RECEIVED = 'received'
const NAMES = ['a', 'b', 'c', 'd', 'e']

export class Trial {
  readonly random: Random
  readonly ledger = new Ledger()
  readonly peers: Peer[] = []
  /** For a control that keeps updates back. */
  withholds: (from: Peer) => boolean = () => false
  operations = 0
  received = 0
  held = 0
  readonly #options: TrialOptions
  readonly #relay = new RoomClock()
  #receiving = false
  #opening = true

  constructor(options: TrialOptions) {
    this.#options = options
    this.random = randomFrom(options.seed)
  }

  /** The problems found; empty when all is well. */
  run(): ReadonlyMap<string, string> {
    try {
      this.#play()
    } catch (error) {
      this.ledger.note('exception', error instanceof Error ? (error.stack ?? error.message) : String(error))
    } finally {
      for (const peer of this.peers) peer.seat.close()
    }
    return this.ledger.problems
  }

  #play(): void {
    const { random } = this
    const count = 3 + random.int(3)
    for (const name of NAMES.slice(0, count)) this.#join(name)
    this.#opening = false
    if (this.#options.house !== true || random.chance(0.75)) this.#seed()
    this.#deliverAll()
    const [first] = this.peers
    const { foreign } = this.#options
    if (first !== undefined && foreign !== undefined) {
      this.#local(first, 'foreign', () => {
        foreign(first.seat, first.hand.newToken)
      })
      this.#deliverAll()
    }
    for (let round = 0; round < 4; round++) {
      for (const peer of this.peers) peer.online = random.chance(0.67)
      const moments = 3 + random.int(8)
      for (let i = 0; i < moments; i++) {
        this.#options.sabotage?.(this)
        this.#moment(random.pick(this.peers))
        if (random.chance(0.33)) this.#deliverSome(random.pick(this.peers))
      }
      for (const peer of this.peers) while (peer.composing) this.#compose(peer)
      this.#deliverAll()
      this.#checkTogether()
    }
    const repairs = this.peers.reduce((sum, peer) => sum + peer.seat.repairs(), 0)
    if (repairs > 0) this.ledger.note('repair used', String(repairs))
  }

  #join(name: string): void {
    const { random } = this
    const index = NAMES.indexOf(name)
    const canWrite = this.#options.house !== true || index < 3 || random.chance(0.6)
    const seat = this.#options.takeSeat({
      name,
      clientId: 1000 + random.int(1e6) * 8 + index,
      editable: canWrite,
    })
    const newToken = (): string => this.ledger.newToken(name)
    const hand = { seat, random, newToken }
    const peer: Peer = { name, seat, hand, canWrite, inbox: [], online: true, composing: false }
    seat.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== RECEIVED) this.#sent(peer, update)
    })
    this.peers.push(peer)
  }

  #sent(peer: Peer, update: Uint8Array): void {
    if (this.#options.house === true) {
      if (this.#receiving) this.ledger.note('wrote while receiving', peer.name)
      if (this.#opening) this.ledger.note('wrote while opening', peer.name)
      if (!peer.canWrite) this.ledger.note('a reader wrote', peer.name)
    }
    if (this.withholds(peer)) return
    if (
      this.#options.house === true &&
      this.#options.foreign === undefined &&
      this.#options.sabotage === undefined
    ) {
      const verdict = guardUpdate(update, peer.name, peer.canWrite, this.#relay)
      if (verdict.ok) this.#relay.accept(verdict.update, peer.name)
      else this.ledger.note('refused by the guard', verdict.detail)
    }
    for (const other of this.peers) if (other !== peer) other.inbox.push(update)
  }

  #seed(): void {
    const [first] = this.peers
    if (first === undefined) return
    const { seat } = first
    const { schema, doc } = seat.view.state
    const clauses = Array.from({ length: 5 }, (_, i) => {
      const words = Array.from({ length: 4 }, first.hand.newToken).join(' ')
      return schema.node('clause', { id: `c${String(i)}`, level: i % 3 }, schema.text(words))
    })
    this.#local(first, 'seed', () => {
      seat.view.dispatch(seat.view.state.tr.replaceWith(0, doc.content.size, clauses))
    })
    seat.clearHistory()
  }

  #moment(peer: Peer): void {
    if (this.#options.house === true && peer.canWrite && (peer.composing || this.random.chance(0.06))) {
      this.#compose(peer)
      return
    }
    const kind = chooseKind(this.random, this.#options.moves === true ? { ...WEIGHTS, move: 5 } : WEIGHTS)
    this.#local(peer, kind, () => {
      act(peer.hand, kind)
    })
  }

  /** An input method begins, goes on or ends; between its moments updates arrive. */
  #compose(peer: Peer): void {
    const { view } = peer.seat
    const fire = (type: string): void => {
      view.dom.dispatchEvent(new Event(type, { bubbles: true }))
    }
    this.#local(peer, 'compose', () => {
      if (!peer.composing) {
        selectBoundary(peer.hand)
        fire('compositionstart')
        peer.composing = true
        typeOn(peer.hand)
      } else if (this.random.chance(0.5)) {
        typeOn(peer.hand)
      } else {
        fire('compositionend')
        peer.composing = false
        peer.seat.settle()
      }
    })
  }

  #local(peer: Peer, kind: Kind | OtherKind, operate: () => void): void {
    const before = peer.seat.view.state.doc
    operate()
    this.operations++
    this.ledger.record(peer, kind, before, peer.seat.view.state.doc)
    if (!peer.canWrite && !before.eq(peer.seat.view.state.doc))
      this.ledger.note('a reader changed the view', peer.name)
    this.#checkView(peer, kind)
  }

  #deliverAll(): void {
    while (this.peers.some((peer) => peer.inbox.length > 0)) {
      for (const peer of this.peers) this.#deliver(peer, peer.inbox.length)
    }
  }

  #deliverSome(peer: Peer): void {
    if (peer.online) this.#deliver(peer, this.random.int(peer.inbox.length + 1))
  }

  #deliver(peer: Peer, count: number): void {
    const waiting = this.random.shuffle(peer.inbox)
    peer.inbox = waiting.slice(count)
    const taken = waiting.slice(0, count)
    if (taken.length > 1 && this.random.chance(0.3)) {
      // as the window does: what arrived since the last frame in one transaction
      this.#receive(peer, taken)
    } else {
      for (const update of taken) this.#receive(peer, [update])
    }
  }

  #receive(peer: Peer, updates: readonly Uint8Array[]): void {
    const { doc } = peer.seat
    this.#receiving = true
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, RECEIVED)
    }, RECEIVED)
    this.#receiving = false
    this.received += updates.length
    this.#checkView(peer, 'received')
  }

  #checkView(peer: Peer, after: string): void {
    const expected = peer.seat.expected()
    if (expected === null) this.held++
    if (expected === null || expected.eq(peer.seat.view.state.doc)) return
    this.ledger.note(
      'the view is not the text',
      `after ${after}:\n${String(expected)}\n${String(peer.seat.view.state.doc)}`,
    )
  }

  #checkTogether(): void {
    const [first] = this.peers
    if (first === undefined) return
    if (new Set(this.peers.map((peer) => peer.seat.content())).size > 1) this.ledger.note('texts differ')
    for (const { seat, name } of this.peers) {
      const { doc } = seat.view.state
      doc.check()
      if (shown(doc) !== shown(first.seat.view.state.doc)) this.ledger.note('views differ', name)
      const ids = doc.content.content.map((clause) => clause.attrs['id'] as string | null) // schema.ts
      if (new Set(ids).size < ids.length) this.ledger.note('an id twice', ids.join())
      if (this.#options.house === true && ids.lastIndexOf(null) > 0)
        this.ledger.note('a clause without id', ids.join())
    }
    this.ledger.checkWords(first.seat.view.state.doc)
  }
}
