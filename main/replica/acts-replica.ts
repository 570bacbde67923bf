/**
 * The durable copy of a conference's acts. Guarantees: an act signed here is on the medium before it is in
 * the set or on its way; after a crash the same bytes go out again; nothing from outside enters without its
 * signature and the relay's receipt checked. An act of ours that the relay refuses for good is withdrawn,
 * with what was signed on top of it, so that the numbers go on where the relay is.
 */
import { openAct } from '#shared/acts/envelope.ts'
import type { VerifiedAct } from '#shared/acts/act.ts'
import { ActSet } from '#shared/acts/set.ts'
import type { AdmittedAct } from '#shared/ipc/contract.ts'
import type { EnvelopeMessage, Numbers, Receipt, Receipted, Refusal } from '#shared/sync/protocol.ts'
import { verifyReceipt } from '#shared/sync/receipts.ts'
import { nodeCrypto } from '#main/identity/node-crypto.ts'
import { openRecordFile, type Damage, type OpenedFile } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'
import { readActRecord, writeActRecord, type ActRecord } from './act-record.ts'

export interface Withdrawn {
  readonly act: VerifiedAct
  readonly code: Refusal
}

export interface ActsReplicaOptions {
  readonly disk: Disk
  readonly path: string
  readonly masterKey: Uint8Array
  readonly conf: string
  /** Whose receipts count; the first act of the conference names it, and so did the invitation. */
  readonly relayKey: string
}

interface FiledAct {
  readonly e: EnvelopeMessage
  readonly r: Receipt | null
}

interface Stranger {
  readonly envelope: EnvelopeMessage
  readonly receipt: Receipt | null
}

export class ActsReplica {
  readonly damage: readonly Damage[]
  readonly #options: ActsReplicaOptions
  readonly #opened: OpenedFile
  readonly #receipts = new Map<string, Receipt>()
  readonly #withdrawn = new Map<string, Refusal>()
  readonly #unsent = new Map<string, VerifiedAct>()
  #unsentBlobs: { readonly hash: string; readonly scope: string }[] = []
  readonly #listeners = new Set<(acts: readonly AdmittedAct[]) => void>()
  /** Acts by keys we do not know yet: their accreditation may come a moment later. */
  #strangers: Stranger[] = []
  #set: ActSet
  #generation = 0

  private constructor(options: ActsReplicaOptions, opened: OpenedFile) {
    this.#options = options
    this.#opened = opened
    this.damage = opened.damage
    this.#set = new ActSet(options.conf, nodeCrypto)
  }

  static async open(options: ActsReplicaOptions): Promise<ActsReplica> {
    const { disk, path, masterKey } = options
    const opened = await openRecordFile({ disk, path, name: 'acts', masterKey })
    const replica = new ActsReplica(options, opened)
    const records = opened.records.map(readActRecord)
    for (const record of records)
      if (record && 'withdrawn' in record) replica.#withdrawn.set(record.withdrawn, record.code)
    for (const record of records) if (record) replica.#load(record)
    return replica
  }

  get set(): ActSet {
    return this.#set
  }

  /** Changes whenever the set's contents may have. */
  get version(): string {
    return `${String(this.#generation)}.${String(this.#set.version)}`
  }

  #load(record: ActRecord): void {
    if ('act' in record) this.#admit(record.act, record.receipt)
    else if ('received' in record) this.#noteReceipt(record.received)
    else if ('blob' in record) this.#unsentBlobs.push({ hash: record.blob, scope: record.scope })
    else if ('stored' in record) this.#forgetBlob(record.stored)
  }

  /** null: not an act, not of this conference, withdrawn, or by a key not known (then it is kept waiting). */
  #admit(envelope: EnvelopeMessage, receipt: Receipt | null): VerifiedAct | null {
    const opened = openAct(envelope, this.#set.keyOf, nodeCrypto)
    if (!opened.ok) {
      if (opened.error === 'unknownKey') this.#strangers.push({ envelope, receipt })
      return null
    }
    const { act } = opened
    if (this.#withdrawn.has(act.id)) return null
    const mark = receipt?.of === act.id ? receipt : null
    if (this.#set.add(act, mark) !== 'added') {
      if (mark !== null) this.#noteReceipt(mark)
      return null
    }
    if (mark === null) this.#unsent.set(act.id, act)
    else this.#receipts.set(act.id, mark)
    return act
  }

  /**
   * The first word of the relay counts for what follows from it. Where it was set back and has taken an act again
   * it may number it anew, never change its moment: that is noted beside, so that the chain can be followed.
   */
  #noteReceipt(receipt: Receipt): boolean {
    const known = this.#receipts.get(receipt.of)
    const anew = known !== undefined && known.n !== receipt.n && known.received === receipt.received
    if ((known !== undefined && !anew) || !this.#set.has(receipt.of)) return false
    this.#receipts.set(receipt.of, receipt)
    this.#set.addReceipt(receipt.of, receipt)
    this.#unsent.delete(receipt.of)
    return true
  }

  /** From the relay. Each receipt is checked; what does not fit is left out. */
  async receive(acts: readonly Receipted[]): Promise<boolean> {
    const { conf, relayKey } = this.#options
    return (await this.#enter(acts.filter(({ r }) => verifyReceipt(conf, r, relayKey, nodeCrypto)))) !== null
  }

  /**
   * From a file, already judged: on the medium first, then in the set. How many are new here; null: they could
   * not be stored, and the same file may be taken again.
   */
  async take(acts: readonly FiledAct[]): Promise<number | null> {
    const known = new Set(this.#set.placed.map(({ act }) => act.envelope.p))
    const fresh = acts.filter(({ e }) => !known.has(e.p))
    for (const { e, r } of fresh)
      if (!(await this.#opened.file.append(writeActRecord({ act: e, receipt: r })))) return null
    return this.#enter(acts, new Set(fresh.map(({ e }) => e.p)))
  }

  /** `stored`: payloads whose records are on the medium. null: not all of the others could be stored. */
  async #enter(acts: readonly FiledAct[], stored: ReadonlySet<string> = new Set()): Promise<number | null> {
    const records: ActRecord[] = []
    const news: AdmittedAct[] = []
    let taken = 0
    const take = (envelope: EnvelopeMessage, receipt: Receipt | null): void => {
      const act = this.#admit(envelope, receipt)
      if (act === null) return
      taken += 1
      if (!stored.has(envelope.p)) records.push({ act: envelope, receipt })
      news.push({ id: act.id, envelope, receipt })
    }
    for (const { e, r } of acts) {
      const known = r === null ? undefined : this.#set.get(r.of)
      if (r === null || known === undefined) take(e, r)
      else if (this.#noteReceipt(r)) {
        records.push({ received: r })
        news.push({ id: r.of, envelope: known.envelope, receipt: r })
      }
    }
    for (let before = -1; this.#strangers.length > 0 && before !== news.length;) {
      before = news.length
      const strangers = this.#strangers
      this.#strangers = []
      for (const { envelope, receipt } of strangers) take(envelope, receipt)
    }
    this.#tell(news)
    const saved = await Promise.all(records.map((record) => this.#opened.file.append(writeActRecord(record))))
    return saved.every(Boolean) ? taken : null
  }

  /** Signed here: on the medium first, then in the set. False: it could not be stored, and does not exist. */
  async submit(envelope: EnvelopeMessage): Promise<VerifiedAct | null> {
    const opened = openAct(envelope, this.#set.keyOf, nodeCrypto)
    if (!opened.ok) throw new Error(`an act signed here does not open: ${opened.error}`)
    if (!(await this.#opened.file.append(writeActRecord({ act: envelope, receipt: null })))) return null
    const { act } = opened
    this.#set.add(act)
    this.#unsent.set(act.id, act)
    this.#tell([{ id: act.id, envelope, receipt: null }])
    return act
  }

  /** Takes back an act the relay will not have, and what this device signed knowing it. */
  async withdraw(id: string, code: Refusal): Promise<readonly Withdrawn[]> {
    const first = this.#unsent.get(id)
    if (first === undefined) return []
    const fallen = [...this.#unsent.values()].filter(
      (act) => act.id === id || this.#set.isBefore(id, act.id) || follows(act, first),
    )
    for (const act of fallen) await this.#opened.file.append(writeActRecord({ withdrawn: act.id, code }))
    for (const act of fallen) {
      this.#withdrawn.set(act.id, code)
      this.#unsent.delete(act.id)
    }
    this.#rebuild(new Set(fallen.map((act) => act.id)))
    return fallen.map((act) => ({ act, code }))
  }

  #rebuild(without: ReadonlySet<string>): void {
    const before = this.#set
    this.#set = new ActSet(this.#options.conf, nodeCrypto)
    this.#generation += 1
    for (const { act } of before.placed)
      if (!without.has(act.id)) this.#set.add(act, before.receiptOf(act.id))
  }

  /** Acts the relay has not answered for, in the order of signing: own ones, and others' that came in a file. */
  unsent(): readonly VerifiedAct[] {
    return [...this.#unsent.values()]
  }

  unsentBlobs(): readonly { readonly hash: string; readonly scope: string }[] {
    return [...this.#unsentBlobs]
  }

  /** The blob goes out with the next push; an act that names it must come after. */
  async announceBlob(hash: string, scope: string): Promise<boolean> {
    const saved = await this.#opened.file.append(writeActRecord({ blob: hash, scope }))
    if (saved) this.#unsentBlobs.push({ hash, scope })
    return saved
  }

  blobStored(hash: string): void {
    if (this.#forgetBlob(hash)) void this.#opened.file.append(writeActRecord({ stored: hash }))
  }

  /** The relay answers once for each scope a blob was given for, in order. */
  #forgetBlob(hash: string): boolean {
    const at = this.#unsentBlobs.findIndex((blob) => blob.hash === hash)
    this.#unsentBlobs = this.#unsentBlobs.filter((_, i) => i !== at)
    return at >= 0
  }

  /**
   * For each scope and key the next number wanted of the relay. Numbers of ours that it has not answered for
   * are asked for too: where it holds something else, this device is a restored copy.
   */
  wanted(): Record<string, Record<string, number>> {
    const vector = this.#set.vector()
    for (const { payload } of this.#unsent.values()) {
      const numbers = vector[payload.scope]
      if (numbers !== undefined) numbers[payload.by] = Math.min(numbers[payload.by] ?? 0, payload.seq)
    }
    return vector
  }

  /** Acts the relay gave a receipt for and has forgotten, in the order in which it had taken them. */
  forgotten(lacks: Numbers): readonly Receipted[] {
    const acts = this.#set.placed.flatMap(({ act: { id, envelope, payload } }) => {
      const from = lacks[payload.scope]?.[payload.by]
      const given = this.#receipts.get(id)
      const lost = given !== undefined && from !== undefined && payload.seq >= from
      return lost ? [{ e: { ...envelope }, r: given }] : []
    })
    return acts.sort((a, b) => a.r.n - b.r.n)
  }

  admitted(): readonly AdmittedAct[] {
    return this.#set.placed.map(({ act }) => ({
      id: act.id,
      envelope: { ...act.envelope },
      receipt: this.#receipts.get(act.id) ?? null,
    }))
  }

  receiptOf(id: string): Receipt | null {
    return this.#receipts.get(id) ?? null
  }

  onActs(listener: (acts: readonly AdmittedAct[]) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #tell(acts: readonly AdmittedAct[]): void {
    if (acts.length > 0) for (const listener of this.#listeners) listener(acts)
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    await this.#opened.file.close()
  }
}

/** Later in the same chain of numbers. */
const follows = (act: VerifiedAct, first: VerifiedAct): boolean =>
  act.payload.by === first.payload.by &&
  act.payload.scope === first.payload.scope &&
  act.payload.seq > first.payload.seq
