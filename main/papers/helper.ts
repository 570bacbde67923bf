/**
 * A program of ours that runs beside main, for work that can block or that reads hostile files: Electron's
 * utility process in the application, a worker thread in plain Node (command line, tests). Both are ended at
 * once by `close()`, which is how a time limit or a cancelled export stops work that cannot be interrupted.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

export interface Helper {
  send(message: unknown): void
  close(): void
}

export interface HelperEvents {
  readonly message: (message: unknown) => void
  /** It ended without having been closed, or could not start. */
  readonly failed: (problem: Error) => void
}

/** From the sources in development; in a build the bundled worker lies beside main's bundle. */
function helperFile(name: string): string {
  if (import.meta.url.endsWith('.ts')) return fileURLToPath(new URL(`./${name}.worker.ts`, import.meta.url))
  const places = [`./${name}.worker.js`, `../main/${name}.worker.js`]
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return files.find((file) => existsSync(file)) ?? files[0] ?? name
}

/** Node 20 does not read TypeScript: in development the thread begins by teaching itself to. */
function threadOf(file: string): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 512 }
  if (!file.endsWith('.ts')) return new Worker(file, { resourceLimits })
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = JSON.stringify(new URL('dist/esm/api/index.mjs', tsx).href)
  const program = JSON.stringify(pathToFileURL(file).href)
  const start = `import(${loader}).then(({ register }) => { register(); return import(${program}) })`
  return new Worker(start, { eval: true, resourceLimits })
}

function startThread(name: string, events: HelperEvents): Helper {
  const worker = threadOf(helperFile(name))
  worker.on('message', events.message)
  worker.on('error', events.failed)
  worker.on('exit', (code) => {
    events.failed(new Error(`${name} ended with ${String(code)}`))
  })
  return {
    send: (message) => {
      worker.postMessage(message)
    },
    close: () => {
      worker.removeAllListeners()
      worker.on('error', () => undefined) // a thread that is being ended may still report what broke it
      void worker.terminate()
    },
  }
}

async function startProcess(name: string, events: HelperEvents): Promise<Helper> {
  const { utilityProcess } = await import('electron')
  const child = utilityProcess.fork(helperFile(name), [], { serviceName: `consenso-${name}` })
  child.on('message', events.message)
  child.on('exit', (code) => {
    events.failed(new Error(`${name} ended with ${String(code)}`))
  })
  return {
    send: (message) => {
      child.postMessage(message)
    },
    close: () => {
      child.removeAllListeners()
      child.kill()
    },
  }
}

export async function startHelper(name: 'import' | 'typst', events: HelperEvents): Promise<Helper> {
  return 'electron' in process.versions ? startProcess(name, events) : startThread(name, events)
}
