/** An act whose signature, form and schema have been checked; see envelope.ts. */
import type { KindName, KnownPayload, Payloads } from './kinds/index.ts'
import type { Common } from './kinds/kind.ts'
import type { Scope } from './scope.ts'
import type { ActId } from './state.ts'

/** Payload and signature, both base64url: the form in which acts are kept and sent, byte for byte. */
export interface Envelope {
  readonly p: string
  readonly s: string
}

interface Opened {
  readonly id: ActId
  readonly envelope: Envelope
  readonly scope: Scope
}

export interface KnownAct<K extends KindName = KindName> extends Opened {
  readonly known: true
  readonly payload: Payloads[K] & KnownPayload
}

/** Of a kind that this version does not know: kept, sent on, shown as "needs a newer version". */
export interface UnknownAct extends Opened {
  readonly known: false
  readonly payload: Common & Readonly<Record<string, unknown>>
}

export type VerifiedAct = KnownAct | UnknownAct
