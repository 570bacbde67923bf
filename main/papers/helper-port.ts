/** The helper's own end of the channel (see helper.ts), the same in a utility process and in a worker thread. */
import { parentPort } from 'node:worker_threads'

interface Port {
  on(listener: (message: unknown) => void): void
  send(message: unknown): void
}

export function helperPort(): Port {
  const utility = process.parentPort as Electron.ParentPort | undefined // undefined outside Electron, whatever its types say
  if (utility !== undefined) {
    return {
      on: (listener) => {
        utility.on('message', ({ data }: { readonly data: unknown }) => {
          listener(data)
        })
      },
      send: (message) => {
        utility.postMessage(message)
      },
    }
  }
  const thread = parentPort
  if (thread === null) throw new Error('This program runs beside main, not by itself')
  return {
    on: (listener) => {
      thread.on('message', listener)
    },
    send: (message) => {
      thread.postMessage(message)
    },
  }
}
