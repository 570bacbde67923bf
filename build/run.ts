/** Runs another program and keeps what it printed; a failing program is a value, not an exception. */
import { spawn } from 'node:child_process'
import { root } from '#build/paths.ts'

export interface Ran {
  /** null: it could not be started or was ended by a signal. */
  readonly code: number | null
  /** Standard output. */
  readonly out: string
  /** Standard output and error in the order of arrival. */
  readonly all: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Pass everything through to this terminal as it comes. */
  readonly show?: boolean
  /** Ends it, as a power cut would, when it takes longer. */
  readonly limitMs?: number
}

export function run(
  command: string,
  args: readonly string[],
  { cwd = root, env, show = false, limitMs }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? ['inherit', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    const limit = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs)
    let stdout = ''
    let all = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
      all += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      all += chunk
    })
    child.on('error', (error) => {
      resolve({ code: null, out: stdout, all: `${all}${error.message}\n` })
    })
    child.on('close', (code) => {
      clearTimeout(limit)
      resolve({ code, out: stdout, all })
    })
  })
}

/** Node running one of this project's TypeScript files or an installed tool. */
export function runNode(args: readonly string[], options?: RunOptions): Promise<Ran> {
  return run(process.execPath, args, options)
}
