/**
 * A device that is not a member yet: presents its invitation and the key it has made, proves that it holds
 * the key, and waits for the Secretariat. May come back as often as it likes with the same key.
 */
import { ENROL_ROOM, type Refusal } from '#shared/sync/protocol.ts'
import { toBase64url } from '#shared/acts/bytes.ts'
import { signStatement } from '#main/identity/statements.ts'
import type { Signer } from '#main/identity/node-crypto.ts'
import { checkAddress } from './address.ts'
import { createBackOff, type BackOff } from './back-off.ts'
import type { Pin } from './certificate.ts'
import { ChallengedSocket } from './challenged-socket.ts'

export interface EnrolLinkOptions {
  readonly conf: string
  readonly relay: string
  readonly relayKey: string
  readonly pin: Pin
  readonly code: string
  readonly label: string
  readonly signer: Signer
  readonly random: () => number
  readonly backOff?: BackOff
  readonly answered: (answer: EnrolAnswer) => void
}

export type EnrolAnswer =
  | { readonly kind: 'pending' | 'approved' | 'refused' }
  | { readonly kind: 'turnedAway'; readonly code: Refusal }
  | { readonly kind: 'unreachable' }

export class EnrolLink {
  readonly #options: EnrolLinkOptions
  readonly #backOff: BackOff
  #socket: ChallengedSocket | null = null
  #retry: NodeJS.Timeout | undefined
  #open = false

  constructor(options: EnrolLinkOptions) {
    this.#options = options
    this.#backOff = options.backOff ?? createBackOff(options.random)
  }

  open(): void {
    if (this.#open) return
    this.#open = true
    this.#connect()
  }

  close(): void {
    this.#open = false
    clearTimeout(this.#retry)
    this.#socket?.close()
    this.#socket = null
  }

  #connect(): void {
    const { conf, relay, relayKey, pin, code, label, signer, answered } = this.#options
    const checked = checkAddress(relay)
    if (!checked.ok) return
    let final = false
    const socket = new ChallengedSocket(
      `${checked.url.protocol}//${checked.url.host}/${conf}/${ENROL_ROOM}`,
      {
        conf,
        room: ENROL_ROOM,
        relayKey,
        pin,
        answer: (challenge) => ({
          t: 'enrol',
          code,
          publicKey: toBase64url(signer.publicKey),
          label,
          statement: signStatement(signer, challenge, []),
        }),
        welcomed: () => undefined,
        message: (message) => {
          if (message.t === 'enrolled') {
            this.#backOff.reset()
            final = message.enrolment.state !== 'pending'
            answered({ kind: message.enrolment.state })
          } else if (message.t === 'refused') {
            final = message.code === 'badInvitation' || message.code === 'badAnswer'
            answered({ kind: 'turnedAway', code: message.code })
          }
          if (final) this.close()
        },
        distrusted: (why) => {
          if (why === 'certificate') answered({ kind: 'turnedAway', code: 'badCertificate' })
        },
      },
    )
    socket.onerror = () => undefined
    socket.onclose = () => {
      if (this.#socket !== socket) return
      this.#socket = null
      if (!this.#open) return
      answered({ kind: 'unreachable' })
      this.#retry = setTimeout(() => {
        this.#connect()
      }, this.#backOff.nextMs())
    }
    this.#socket = socket
  }
}
