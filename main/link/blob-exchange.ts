/** Blobs on the acts socket: each sent once on a connection and for a scope, each missing one asked for once. */
import { decodeBlob, encodeBlob } from '#shared/sync/wire.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'
import type { ChallengedSocket } from './challenged-socket.ts'

export class BlobExchange {
  readonly #replica: ConferenceReplica
  readonly #asked = new Set<string>()
  readonly #sending = new Set<string>()

  constructor(replica: ConferenceReplica) {
    this.#replica = replica
  }

  send(socket: ChallengedSocket, hash: string, scope: string): void {
    const content = this.#replica.blob(hash)
    const sending = `${hash} ${scope}`
    if (content === undefined || this.#sending.has(sending)) return
    this.#sending.add(sending)
    socket.say({ t: 'putBlob', hash, scope })
    socket.send(encodeBlob(Buffer.from(hash, 'hex'), content))
  }

  want(socket: ChallengedSocket): void {
    for (const hash of this.#replica.missingBlobs()) {
      if (this.#asked.has(hash)) continue
      this.#asked.add(hash)
      socket.say({ t: 'wantBlob', hash })
    }
  }

  /** The hash of what was stored; null when the frame was none of that. */
  async receive(frame: Uint8Array): Promise<string | null> {
    const read = decodeBlob(frame)
    if (read === null) return null
    const hash = Buffer.from(read.hash).toString('hex')
    this.#asked.delete(hash)
    // A copy: the frame lies in the socket's buffer.
    const content = new Uint8Array(read.content)
    if (nodeCrypto.sha256(content) !== hash) return null
    return (await this.#replica.storeBlob(hash, content)) ? hash : null
  }

  reset(): void {
    this.#asked.clear()
    this.#sending.clear()
  }
}
