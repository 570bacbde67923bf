/**
 * Words that have to leave a room: the relay refused them, or the member may not enter it any more. They become a
 * readable draft on the disk before the room starts again without them; where that fails they stay where they are.
 */
import type { Clause } from '#shared/domain/clause.ts'
import type { EnvelopeMessage, Refusal } from '#shared/sync/protocol.ts'
import type { Pin } from '#main/link/certificate.ts'
import type { Challenge } from '#main/link/challenged-socket.ts'
import { fetchRoom } from '#main/link/fetch-room.ts'
import { Aside } from '#main/replica/aside.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { RoomReplica } from '#main/replica/room-replica.ts'
import type { Emit } from './emit.ts'
import type { RoomStanding } from './room-standing.ts'

/** The desk, as this needs it. */
export interface RefusedWordsOptions {
  readonly replica: ConferenceReplica
  readonly relayKey: string
  readonly pin: Pin
  readonly answer: (challenge: Challenge, clients: readonly number[]) => readonly EnvelopeMessage[]
  readonly now: () => Date
  readonly emit: Emit
  readonly standing: RoomStanding
  /** The relay's address with the conference in it; null while there is none. */
  readonly base: () => string | null
  /** One that is kept in step. */
  readonly room: (name: string) => RoomReplica | undefined
  /** Has it again, without its connection. */
  readonly watch: (name: string) => Promise<void>
  readonly connect: (name: string) => void
  readonly unwatch: (name: string) => void
  readonly isShown: (name: string) => boolean
  readonly hide: (name: string) => void
  readonly untilSynced: (name: string, withinMs: number) => Promise<boolean>
  readonly refresh: () => Promise<void>
}

/** How long a room that starts again may take to fill from the relay. */
const FILL_MS = 15_000

export class RefusedWords {
  readonly #options: RefusedWordsOptions
  readonly #settingAside = new Map<string, Promise<void>>()
  /** For what a window writes before it has opened the room again. */
  readonly #asides = new Map<string, Aside>()

  constructor(options: RefusedWordsOptions) {
    this.#options = options
  }

  /** Words of the room are on their way out of it. */
  isWorking(name: string): boolean {
    return this.#settingAside.has(name)
  }

  async whenDone(name: string): Promise<void> {
    await this.#settingAside.get(name)
  }

  /** Where a window's words go until it has heard that the room starts again. */
  asideOf(name: string): Aside | undefined {
    return this.#asides.get(name)
  }

  forget(name: string): void {
    this.#asides.delete(name)
  }

  async refused(name: string, code: Refusal): Promise<void> {
    const room = this.#options.room(name)
    if (room === undefined || this.#settingAside.has(name)) return
    if (room.unsent() === 0) {
      // Nothing of ours is lost: only the door is closed. The acts will say when it opens.
      await this.#options.refresh()
      return
    }
    await this.#whileAside(name, () => this.#setAside(name, room, code))
    await this.#options.refresh()
  }

  /** Nobody opens the room or connects it meanwhile. */
  async #whileAside(name: string, work: () => Promise<void>): Promise<void> {
    const working = work().finally(() => {
      this.#settingAside.delete(name)
    })
    this.#settingAside.set(
      name,
      working.catch(() => undefined),
    )
    await working
    this.#options.emit('drafts', { conf: this.#options.replica.conf })
  }

  /**
   * The refused words become a draft on the disk before the room starts again from what the relay holds. If
   * anything of this fails, the words stay in the room as they are, and it is tried at the next contact.
   */
  async #setAside(name: string, room: RoomReplica, code: Refusal): Promise<void> {
    const { replica, relayKey, pin, answer, emit, standing } = this.#options
    const { conf } = replica
    const reason = code === 'readOnly' && standing.isClosed(name) ? 'roomClosed' : code
    const address = this.#options.base()
    const theirs =
      address === null ? null : await fetchRoom({ address, conf, relayKey, pin, room: name, answer })
    if (theirs === null) return
    if (!(await this.#startAgain(name, room, theirs, reason))) return
    await this.#options.watch(name)
    this.#options.connect(name)
    // The window asks for the room again once the relay's state is there.
    await this.#options.untilSynced(name, FILL_MS)
    this.#options.hide(name)
    emit('room.reset', { conf, room: name, writable: standing.writable(name) })
  }

  /** False: the words could not be kept, and stay where they are. */
  async #startAgain(
    name: string,
    room: RoomReplica,
    theirs: readonly Clause[],
    reason: Refusal,
  ): Promise<boolean> {
    const { replica, emit, now } = this.#options
    const { conf, drafts } = replica
    const aside = new Aside({
      ...{ drafts, conf, room: name, at: now().toISOString(), reason, theirs },
      // While it goes on it is told once, at its end.
      changed: () => {
        if (!this.#settingAside.has(name)) emit('drafts', { conf })
      },
    })
    if (!(await aside.take(room.state()))) return false
    // From here on nothing more reaches the room; what had reached it meanwhile belongs to the draft too.
    this.#options.unwatch(name)
    if (this.#options.isShown(name)) this.#asides.set(name, aside)
    await room.settled()
    if (!(await aside.take(room.state()))) {
      this.#asides.delete(name)
      await this.#options.watch(name)
      return false
    }
    await replica.restartRoom(name)
    return true
  }

  /**
   * A room that this member may not enter any more, with words in it that never went out: a window cannot show
   * it and the relay says nothing of it, so the words come out as a draft. Only once the relay has told all it
   * holds; until then the acts here may be incomplete.
   */
  async bringOut(name: string): Promise<void> {
    const room = this.#options.replica.room(name)
    if (room === undefined || room.unsent() === 0 || this.#settingAside.has(name)) return
    if (this.#options.base() === null || !this.#options.standing.isSettled(name)) return
    const { conf } = this.#options.replica
    await this.#whileAside(name, async () => {
      if (!(await this.#startAgain(name, room, room.acknowledgedClauses(), 'notAuthorised'))) return
      this.#options.hide(name)
      this.#options.emit('room.reset', { conf, room: name, writable: false })
    })
  }
}
