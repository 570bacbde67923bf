/** The listening socket: HTTP that only upgrades, with the limits that hold before anything is said. */
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { ClientSocket } from './client-socket.ts'
import { openConnection } from './connection.ts'
import { createFailureCount, type Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Relay } from './relay.ts'

export interface Tls {
  readonly cert: string
  readonly key: string
}

export interface ListenOptions {
  readonly relay: Relay
  readonly publicKey: string
  readonly host: string
  readonly port: number
  readonly tls: Tls | null
  /** Addresses of clients come from the proxy's `X-Forwarded-For`. */
  readonly behindProxy: boolean
  readonly limits: Limits
  readonly log: Log
}

export interface Listening {
  /** `ws://host:port` */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Room for the frame around the largest payload. */
const FRAME_BYTES = 64
const HEADERS_MS = 10_000
const MAX_CONNECTIONS = 10_000
/** How long a client may take to answer a close. */
const GOODBYE_MS = 1_000

export async function listen(options: ListenOptions): Promise<Listening> {
  const { relay, publicKey, host, port, tls, limits, log } = options
  const server: Server =
    tls === null ? createHttpServer() : createHttpsServer({ cert: tls.cert, key: tls.key })
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = HEADERS_MS
  server.maxConnections = MAX_CONNECTIONS
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.payloadBytes + FRAME_BYTES,
  })
  const failures = createFailureCount(limits.failuresPerMinute, () => performance.now())
  const sockets = new Map<ClientSocket, Duplex>()

  server.on('request', (_request, response) => {
    response.writeHead(426, { 'content-type': 'text/plain' }).end('This is a Consenso relay.\n')
  })
  server.on('clientError', (_error, socket) => {
    socket.destroy()
  })
  server.on('upgrade', (request, raw, head) => {
    raw.on('error', () => raw.destroy())
    const target = parseTarget(request.url ?? '')
    const address = addressOf(request, options.behindProxy)
    if (target === null) {
      turnAway(raw, '404 Not Found')
      return
    }
    if (failures.blocked(address)) {
      log('blocked', { address })
      turnAway(raw, '429 Too Many Requests')
      return
    }
    upgrades.handleUpgrade(request, raw, head, (ws) => {
      const socket = new ClientSocket(ws, raw, limits)
      sockets.set(socket, raw)
      openConnection({
        socket,
        about: { ...target, host: request.headers.host ?? '', relay: publicKey },
        answerMs: limits.answerMs,
        log,
        open: async (challenge, first) => {
          const opening = await relay.session(socket, challenge, first)
          if (opening.ok && first.t === 'answer') failures.succeed(address)
          return opening
        },
        failure: () => {
          failures.fail(address)
        },
        ended: () => sockets.delete(socket),
      })
    })
  })

  const bound = await bind(server, host, port)
  return {
    address: `${tls === null ? 'ws' : 'wss'}://${host.includes(':') ? `[${host}]` : host}:${String(bound.port)}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets.keys()) socket.goAway()
      const late = setTimeout(() => {
        for (const raw of sockets.values()) raw.destroy()
        server.closeAllConnections()
      }, GOODBYE_MS)
      await closed
      clearTimeout(late)
    },
  }
}

async function bind(server: Server, host: string, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the relay did not get a port')
  return bound
}

/** `/<conference>/<room>`; a query is ignored, since nothing secret belongs into an address. */
function parseTarget(url: string): { conf: string; room: string } | null {
  const [path = ''] = url.split('?')
  const match = /^\/([0-9a-f]{32})\/(.{1,300})$/.exec(path)
  const [, conf, room] = match ?? []
  if (conf === undefined || room === undefined) return null
  try {
    return { conf, room: decodeURIComponent(room) }
  } catch {
    return null // a half-written escape
  }
}

function addressOf(request: IncomingMessage, behindProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (!behindProxy || forwarded === undefined) return direct
  // the last entry is the proxy's own word, those before it anybody's
  return String(forwarded).split(',').at(-1)?.trim() ?? direct
}

function turnAway(raw: Duplex, status: string): void {
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
