/**
 * The acts of one conference as the relay holds them: judged, receipted in the order of acceptance,
 * durable before anybody sees them. Sound on its own; who may read what is the conference's matter.
 */
import { z } from 'zod'
import type { Envelope, VerifiedAct } from '#shared/acts/act.ts'
import { admit } from '#shared/acts/admission.ts'
import { openAct, type EnvelopeError } from '#shared/acts/envelope.ts'
import { ActSet } from '#shared/acts/set.ts'
import { envelope, receipt, type Receipt, type Refusal } from '#shared/sync/protocol.ts'
import { makeReceipt, NO_RECEIPT, receiptHash } from '#shared/sync/receipts.ts'
import { nodeCrypto } from './crypto.ts'
import { acts as actsOf, actKey, range } from './keys.ts'
import type { RelayKey } from './relay-key.ts'
import type { Change, Storage } from './storage.ts'

export interface HeldAct {
  readonly act: VerifiedAct
  readonly receipt: Receipt
}

const storedAct = z.strictObject({ e: envelope, r: receipt })

export type Judged =
  | { readonly kind: 'held'; readonly held: HeldAct }
  /** Verified and admissible; nothing has been changed yet. */
  | { readonly kind: 'admissible'; readonly act: VerifiedAct }
  | { readonly kind: 'refused'; readonly code: Refusal; readonly detail: string; readonly id?: string }

export class ActLog {
  readonly set: ActSet
  readonly #conf: string
  readonly #key: RelayKey
  readonly #now: () => Date
  /** By number of receipt, as accepted; the first `#durable` of them are on disk. */
  readonly #held: HeldAct[] = []
  readonly #byId = new Map<string, HeldAct>()
  readonly #scopes = new Set<string>()
  #durable = 0
  #prev = NO_RECEIPT

  constructor(conf: string, key: RelayKey, now: () => Date) {
    this.set = new ActSet(conf, nodeCrypto)
    this.#conf = conf
    this.#key = key
    this.#now = now
  }

  /** Reads what was stored; every signature is checked again, since a store can be damaged or exchanged. */
  async load(storage: Storage): Promise<void> {
    for (const { key, value } of await storage.range(...range(actsOf(this.#conf)))) {
      const stored = storedAct.parse(JSON.parse(new TextDecoder().decode(value)))
      const opened = openAct(stored.e, this.set.keyOf, nodeCrypto)
      if (!opened.ok) throw new Error(`the stored act ${key} is damaged (${opened.error})`)
      this.#enter({ act: opened.act, receipt: stored.r })
    }
    this.#durable = this.#held.length
  }

  judge(given: Envelope): Judged {
    const opened = openAct(given, this.set.keyOf, nodeCrypto)
    if (!opened.ok) return { kind: 'refused', code: codeOf(opened.error), detail: opened.error }
    const { act } = opened
    const held = this.#byId.get(act.id)
    if (held !== undefined) return { kind: 'held', held }
    const admission = admit(this.set, act)
    return admission.ok
      ? { kind: 'admissible', act }
      : { kind: 'refused', code: admission.code, detail: act.payload.kind, id: act.id }
  }

  /** Gives the act its receipt and its place. The changes must be committed, then `confirm` called, in order. */
  accept(act: VerifiedAct): { readonly held: HeldAct; readonly changes: readonly Change[] } {
    const fields = {
      of: act.id,
      n: this.#held.length,
      prev: this.#prev,
      received: this.#now().toISOString(),
    }
    const held = { act, receipt: makeReceipt(this.#conf, fields, this.#key.sign) }
    this.#enter(held)
    const value = Buffer.from(JSON.stringify({ e: act.envelope, r: held.receipt }))
    return { held, changes: [{ type: 'put', key: actKey(this.#conf, held.receipt.n), value }] }
  }

  confirm(): void {
    this.#durable++
  }

  /** How many acts may be shown. */
  get durable(): number {
    return this.#durable
  }

  /** Names of all scopes that hold an act. */
  scopes(): readonly string[] {
    return [...this.#scopes]
  }

  /** Durable acts with a number in the range. */
  between(from: number, to: number): readonly HeldAct[] {
    return this.#held.slice(from, Math.min(to, this.#durable))
  }

  #enter(held: HeldAct): void {
    const { act, receipt: given } = held
    this.set.add(act, { n: given.n, received: given.received })
    this.#held.push(held)
    this.#byId.set(act.id, held)
    this.#scopes.add(act.payload.scope)
    this.#prev = receiptHash(this.#conf, given, nodeCrypto)
  }
}

function codeOf(error: EnvelopeError): Refusal {
  switch (error) {
    case 'signature':
    case 'foreignKey':
      return 'badSignature'
    case 'unknownKey':
      return 'notAccredited'
    case 'tooLarge':
      return 'tooLarge'
    default:
      return 'badAct'
  }
}
