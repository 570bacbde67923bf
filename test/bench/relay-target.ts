/** Our own relay as a target of the load: in a process of its own, with a conference and its keys. */
import { rm } from 'node:fs/promises'
import { WebSocket } from 'ws'
import { foundConference, relayPublicKey } from '#server/embed.ts'
import { foundingActs, TEXT_ROOM } from '#test/kit/conference-acts.ts'
import { connect } from '#test/kit/device.ts'
import { relayProcess, temporaryData } from '#test/kit/relay.ts'
import { compiledRelay } from '#test/kit/relay-program.ts'
import type { LoadTarget } from './relay-load.ts'

export interface RunningTarget extends LoadTarget {
  readonly stop: () => Promise<void>
}

export async function relayTarget(): Promise<RunningTarget> {
  const data = await temporaryData()
  const conference = foundingActs(await relayPublicKey(data))
  await foundConference(data, conference.envelopes())
  const { program, remove } = await compiledRelay()
  const relay = await relayProcess(data, { program })
  return {
    pid: relay.child.pid ?? 0,
    open: async (_client, receive) => {
      const answering = { conf: conference.conf, room: TEXT_ROOM, keys: [conference.key('PPT')] }
      const { ws } = await connect(relay.address, answering)
      ws.removeAllListeners('message')
      return listening(ws, receive)
    },
    stop: async () => {
      await relay.stop()
      await remove()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Any server that takes y-websocket frames on `address` without more ado, run by `pid`. */
export function openTarget(pid: number, address: string): LoadTarget {
  return {
    pid,
    open: (_client, receive) =>
      new Promise((resolve, reject) => {
        const ws = new WebSocket(address, { perMessageDeflate: false })
        const socket = listening(ws, receive)
        ws.once('open', () => {
          resolve(socket)
        })
        ws.once('error', reject)
      }),
  }
}

function listening(ws: WebSocket, receive: (frame: Uint8Array) => void) {
  ws.on('message', (data: Buffer, isBinary) => {
    if (isBinary) receive(data)
  })
  return {
    send: (frame: Uint8Array) => {
      ws.send(frame)
    },
    close: () => {
      ws.close()
    },
  }
}
