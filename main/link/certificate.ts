/**
 * Whose certificate a relay may show. With a pin (an invitation carries it where the relay's certificate is its
 * own) that very certificate and no other, whoever vouches for it; without one what the authorities vouch for.
 * The request goes out only after that: a stranger hears not even which conference is asked for.
 */
import type { ClientRequest } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { ClientOptions } from 'ws'

export type Pin = string | null

/** `refused` is called before the socket reports its error. */
export function certificateCheck(pin: Pin, refused: () => void): ClientOptions {
  return {
    // With a pin no authority is asked; the comparison below takes its place.
    rejectUnauthorized: pin === null,
    finishRequest: (request) => {
      request.once('socket', (socket) => {
        if (socket instanceof TLSSocket) whenSecure(request, socket, pin, refused)
        else request.end()
      })
    },
  }
}

function whenSecure(request: ClientRequest, socket: TLSSocket, pin: Pin, refused: () => void): void {
  socket.once('secureConnect', () => {
    if (pin === null || pinOf(socket) === pin) {
      request.end()
      return
    }
    refused()
    request.destroy(new Error('the relay shows another certificate'))
  })
  // Before the request hears of it, and with it everybody who would ask for the reason.
  socket.prependOnceListener('error', () => {
    // Null, whatever its type says, until the handshake went well and nobody vouched for what was shown.
    const verdict: unknown = socket.authorizationError
    if (verdict !== null) refused()
  })
}

const pinOf = (socket: TLSSocket): string =>
  socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase()
