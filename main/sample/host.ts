/**
 * The relay of the sample conference, hosted by whichever program of this computer came first. Asked for
 * the address before each attempt to connect: hosts it if nobody does, else says where it is; so another
 * program takes over when the host goes away.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { startRelay, StorageInUse, type RunningRelay } from '#server/embed.ts'

export interface RelayHost {
  address(): Promise<string | null>
  close(): Promise<void>
}

const relayCard = z.object({ address: z.string() })

export function hostRelay(data: string): RelayHost {
  let running: RunningRelay | null = null
  let starting: Promise<string | null> | null = null
  let closed = false

  const lastAddress = async (): Promise<string | null> => {
    try {
      const read = relayCard.safeParse(JSON.parse(await readFile(path.join(data, 'relay.json'), 'utf8')))
      return read.success ? read.data.address : null
    } catch {
      // Nobody has hosted it yet, or the card is being written.
      return null
    }
  }
  const start = async (): Promise<string | null> => {
    const last = await lastAddress()
    // The same port as before spares the others a search; another one does as well.
    const port = last === null ? 0 : Number(new URL(last).port)
    for (const candidate of port === 0 ? [0] : [port, 0]) {
      try {
        const relay = await startRelay({
          data,
          port: candidate,
          onFailure: () => {
            running = null
          },
        })
        if (closed) {
          await relay.close()
          return null
        }
        running = relay
        return relay.address
      } catch (error) {
        if (error instanceof StorageInUse) return lastAddress()
        if (!isPortTaken(error)) throw error
      }
    }
    return null
  }
  return {
    address() {
      if (closed) return Promise.resolve(null)
      if (running !== null) return Promise.resolve(running.address)
      starting ??= start().finally(() => {
        starting = null
      })
      return starting
    },
    async close() {
      closed = true
      await starting?.catch(() => null)
      await running?.close()
      running = null
    },
  }
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
