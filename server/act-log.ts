/**
 * The acts of one conference as the relay holds them: judged, receipted in the order of acceptance,
 * durable before anybody sees them. Sound on its own; who may read what is the conference's matter.
 */
import { z } from 'zod'
import type { Envelope, VerifiedAct } from '#shared/acts/act.ts'
import { admit } from '#shared/acts/admission.ts'
import { openAct, type EnvelopeError } from '#shared/acts/envelope.ts'
import { ActSet } from '#shared/acts/set.ts'
import { envelope, receipt, type Numbers, type Receipt, type Refusal } from '#shared/sync/protocol.ts'
import { makeReceipt, NO_RECEIPT, receiptHash, verifyReceipt } from '#shared/sync/receipts.ts'
import { nodeCrypto } from './crypto.ts'
import { acts as actsOf, actKey, range } from './keys.ts'
import type { RelayKey } from './relay-key.ts'
import type { Change, Storage } from './storage.ts'

export interface HeldAct {
  readonly act: VerifiedAct
  readonly receipt: Receipt
  /** Place in the order of acceptance; numbers of receipts may have gaps after a backup was put back. */
  readonly at: number
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
  /** As accepted, which is the order of their receipts' numbers; the first `#durable` of them are on disk. */
  readonly #held: HeldAct[] = []
  readonly #byId = new Map<string, HeldAct>()
  readonly #scopes = new Set<string>()
  #durable = 0
  #next = 0
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
      this.#enter(opened.act, stored.r)
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

  /** Whether this relay gave that receipt for the act, before it forgot. */
  gave(earlier: Receipt, act: VerifiedAct): boolean {
    return earlier.of === act.id && verifyReceipt(this.#conf, earlier, this.#key.publicKey, nodeCrypto)
  }

  /**
   * Gives the act its receipt and its place. The changes must be committed, then `confirm` called, in order.
   * `earlier`: what it gave before it forgot; its moment holds, and its number too where nothing newer has one.
   */
  accept(
    act: VerifiedAct,
    earlier: Receipt | null = null,
  ): { readonly held: HeldAct; readonly changes: readonly Change[] } {
    const held = this.#enter(
      act,
      earlier !== null && earlier.n >= this.#next ? earlier : this.#give(act, earlier),
    )
    const value = Buffer.from(JSON.stringify({ e: act.envelope, r: held.receipt }))
    return { held, changes: [{ type: 'put', key: actKey(this.#conf, held.receipt.n), value }] }
  }

  #give(act: VerifiedAct, earlier: Receipt | null): Receipt {
    const received = earlier?.received ?? this.#now().toISOString()
    const fields = { of: act.id, n: this.#next, prev: this.#prev, received }
    return makeReceipt(this.#conf, fields, this.#key.sign)
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

  /** Where somebody who may read the scope holds more of a chain than this relay: the number it wants next. */
  lacks(have: Numbers, mayRead: (scope: string) => boolean): Numbers {
    const lacking: Numbers = {}
    for (const [scope, keys] of Object.entries(have)) {
      const behind = Object.entries(keys).flatMap(([key, number]) => {
        const next = this.set.nextSeq(scope, key)
        return next < number ? [[key, next] as const] : []
      })
      if (behind.length > 0 && mayRead(scope)) lacking[scope] = Object.fromEntries(behind)
    }
    return lacking
  }

  /** Durable acts with a place in the range. */
  between(from: number, to: number): readonly HeldAct[] {
    return this.#held.slice(from, Math.min(to, this.#durable))
  }

  #enter(act: VerifiedAct, given: Receipt): HeldAct {
    const held = { act, receipt: given, at: this.#held.length }
    this.set.add(act, { n: given.n, received: given.received })
    this.#held.push(held)
    this.#byId.set(act.id, held)
    this.#scopes.add(act.payload.scope)
    this.#next = given.n + 1
    this.#prev = receiptHash(this.#conf, given, nodeCrypto)
    return held
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
