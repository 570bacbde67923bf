/**
 * One room kept in step with the relay: y-websocket's provider over a socket that answers the challenge.
 * Guarantees: "acknowledged" is said only when the relay has given back everything that was sent and has
 * nothing we lack; words it refuses are handed to `refused`, never dropped, never sent again and again.
 *
 * When to connect is decided above (acts-link.ts knows whether there is a relay at all).
 */
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { createAckTracker } from '#shared/sync/ack-tracker.ts'
import type { EnvelopeMessage, FromRelay, Refusal } from '#shared/sync/protocol.ts'
import { decodeFrame, decodePresence, encodePresence, type PresenceEntry } from '#shared/sync/wire.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import type { RoomReplica } from '#main/replica/room-replica.ts'
import { createBackOff, type BackOff } from './back-off.ts'
import type { Pin } from './certificate.ts'
import { ChallengedSocket, type Challenge, type SocketHooks } from './challenged-socket.ts'

export interface RoomLinkOptions {
  readonly conf: string
  readonly relayKey: string
  readonly pin: Pin
  readonly replica: RoomReplica
  readonly answer: (challenge: Challenge, clients: readonly number[]) => readonly EnvelopeMessage[]
  readonly random: () => number
  readonly changed: () => void
  readonly authors: (authors: readonly { readonly client: number; readonly key: string }[]) => void
  readonly awareness: (update: Uint8Array) => void
  /** The relay refuses words of ours, or the right to be here. */
  readonly refused: (code: Refusal) => void
}

export type RoomContact =
  | { readonly kind: 'apart' }
  /** Open, but not everything has gone to and fro. */
  | { readonly kind: 'syncing' }
  | { readonly kind: 'synced' }

/** Refusals that say something of the connection, not of the words. */
const OF_CONNECTION: ReadonlySet<Refusal> = new Set<Refusal>([
  'tooFast',
  'storage',
  'notChallenged',
  'badAnswer',
])

export class RoomLink {
  readonly #options: RoomLinkOptions
  readonly #awareness: Awareness
  readonly #backOff
  readonly #tracker = createAckTracker((bytes) => nodeCrypto.sha256(bytes))
  #provider: WebsocketProvider | null = null
  #windowClients = new Set<number>()
  /** What the window that shows the room last said of itself: said again on each new connection. */
  #said: PresenceEntry | null = null
  /** Each time a connection ends the relay signs its client off with a newer clock: this goes beyond that. */
  #later = 0
  #writable = false
  /** This connection has been given everything we hold. */
  #offered = false
  #wanted = false
  #retry: NodeJS.Timeout | undefined
  /** After a refusal: however often it is asked for, no connection is made before this is over. */
  #rest: NodeJS.Timeout | undefined
  readonly #refusals: BackOff
  #address = ''

  constructor(options: RoomLinkOptions) {
    this.#options = options
    this.#backOff = createBackOff(options.random)
    this.#refusals = createBackOff(options.random)
    this.#awareness = new Awareness(options.replica.doc)
    // Main itself is nobody; the windows are.
    this.#awareness.setLocalState(null)
    this.#awareness.on('update', this.#onAwareness)
  }

  /** `address`: of the relay; the room's own is made from it. */
  connect(address: string): void {
    this.#wanted = true
    this.#address = address
    if (this.#rest !== undefined) return
    clearTimeout(this.#retry)
    if (this.#provider === null) this.#provider = this.#newProvider(address)
    this.#provider.serverUrl = address
    this.#provider.connect()
  }

  disconnect(): void {
    this.#wanted = false
    clearTimeout(this.#retry)
    this.#provider?.disconnect()
    this.#options.changed()
  }

  /** After new clientIDs have to be declared. */
  reconnect(): void {
    if (!this.#wanted) return
    this.#provider?.disconnect()
    this.connect(this.#address)
  }

  contact(): RoomContact {
    const provider = this.#provider
    if (provider === null || !provider.wsconnected) return { kind: 'apart' }
    return provider.synced && this.#tracker.waiting() === 0 ? { kind: 'synced' } : { kind: 'syncing' }
  }

  writable(): boolean {
    return this.#writable
  }

  /** From a window: goes to the others, is not stored. */
  applyAwareness(client: number, update: Uint8Array): void {
    this.#windowClients.add(client)
    const said = decodePresence(update)?.find((entry) => entry.client === client)
    if (said === undefined) return
    this.#said = said
    this.#present(said)
  }

  #present({ client, clock, state }: PresenceEntry): void {
    const update = encodePresence([{ client, clock: clock + this.#later, state }])
    applyAwarenessUpdate(this.#awareness, update, this)
  }

  presence(): Uint8Array | null {
    const others = [...this.#awareness.getStates().keys()].filter((id) => !this.#windowClients.has(id))
    return others.length === 0 ? null : encodeAwarenessUpdate(this.#awareness, others)
  }

  close(): void {
    this.#wanted = false
    clearTimeout(this.#retry)
    clearTimeout(this.#rest)
    this.#awareness.off('update', this.#onAwareness)
    this.#provider?.destroy()
    this.#provider = null
    this.#awareness.destroy()
  }

  #newProvider(address: string): WebsocketProvider {
    const { replica } = this.#options
    const hooks = this.#hooks()
    class RoomSocket extends ChallengedSocket {
      constructor(url: string) {
        super(url, hooks)
      }
    }
    const provider = new WebsocketProvider(address, encodeURI(replica.name), replica.doc, {
      connect: false,
      disableBc: true,
      awareness: this.#awareness,
      // Has the members of WebSocket that the provider uses, and no others.
      WebSocketPolyfill: RoomSocket as never,
      // Attempts are paced here, with jitter, not by the provider.
      shouldReconnect: () => false,
    })
    provider.on('sync', () => {
      this.#settle()
    })
    provider.on('status', ({ status }) => {
      if (status === 'disconnected') this.#tracker.reset()
      if (status === 'connected') {
        this.#later += 2
        if (this.#said !== null && this.#said.state !== 'null') this.#present(this.#said)
      }
      this.#options.changed()
    })
    provider.on('closed', () => {
      if (!this.#wanted) return
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => {
        if (this.#wanted) provider.connect()
      }, this.#backOff.nextMs())
    })
    return provider
  }

  #hooks(): SocketHooks {
    const { conf, relayKey, pin, replica } = this.#options
    return {
      conf,
      room: replica.name,
      relayKey,
      pin,
      answer: (challenge) => ({
        t: 'answer',
        statements: [...this.#options.answer(challenge, replica.clients())],
      }),
      welcomed: ({ write }) => {
        this.#backOff.reset()
        this.#tracker.reset()
        this.#offered = false
        this.#writable = write
        this.#options.changed()
      },
      message: (message) => {
        this.#message(message)
      },
      // What was written before could still be missing there, and the relay would refuse what follows on it;
      // the answer to its first question carries both.
      holds: (frame) => !this.#offered && decodeFrame(frame)?.kind === 'update',
      sent: (frame) => {
        const read = decodeFrame(frame)
        if (read?.kind === 'step2') this.#offered = true
        if (read?.kind === 'update' || read?.kind === 'step2') this.#tracker.sent(read.update)
      },
      received: (frame) => {
        const read = decodeFrame(frame)
        if (read?.kind === 'update' && this.#tracker.received(read.update)) this.#settle()
      },
      alive: () => {
        // A pong is a message too: the provider would give a silent room up after half a minute.
        if (this.#provider !== null) this.#provider.wsLastMessageReceived = Date.now()
      },
    }
  }

  #message(message: FromRelay): void {
    if (message.t === 'authors') this.#options.authors(message.authors)
    else if (message.t === 'rights') {
      this.#writable = message.write
      this.#settle()
    } else if (message.t === 'refused' && message.detail !== 'presence') {
      const ofWords = message.id !== undefined && this.#tracker.refused(message.id) !== undefined
      if (ofWords || !OF_CONNECTION.has(message.code)) {
        // Whatever follows the refused words would be refused too: nothing more is sent from this state.
        this.disconnect()
        this.#takeRest()
        this.#options.refused(message.code)
      }
    }
  }

  /** A relay that sends us away again and again is not asked again and again. */
  #takeRest(): void {
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      if (this.#wanted) this.connect(this.#address)
    }, this.#refusals.nextMs())
  }

  #settle(): void {
    const { replica } = this.#options
    if (this.#provider?.synced === true) {
      if (this.#offered) replica.acknowledged(this.#tracker.waiting())
      else if (!this.#writable && replica.unsent() > 0) {
        // Written while apart, and the right to write here has ended since: the relay does not even ask.
        this.disconnect()
        this.#takeRest()
        this.#options.refused('readOnly')
        return
      }
      if (this.#tracker.waiting() === 0) this.#refusals.reset()
    }
    this.#options.changed()
  }

  readonly #onAwareness = (
    changes: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    if (origin === this) return
    const others = [...changes.added, ...changes.updated, ...changes.removed].filter(
      (id) => !this.#windowClients.has(id),
    )
    if (others.length > 0) this.#options.awareness(encodeAwarenessUpdate(this.#awareness, others))
  }
}
