/** A display to draw on: the person's own, or on Linux a virtual one (Xvfb) for demonstrations and tests. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'
import { installPackages } from './system-libraries.ts'

export interface Display {
  /** Environment for programs that draw. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

const SCREEN = '1920x1200x24'

export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

async function ensureXvfb(): Promise<void> {
  if (!onPath('Xvfb')) await installPackages([['xvfb'], ['xauth']])
}

/** Starts Xvfb on a number of its own choice; it ends with this process at the latest. */
export async function openVirtualDisplay(): Promise<Display> {
  await ensureXvfb()
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = () => server.kill()
  process.once('exit', stop)
  const number = await new Promise<string>((resolve, reject) => {
    // as: file descriptor 3 was asked for as a pipe just above
    const numbers = server.stdio[3] as Readable
    numbers.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    server.once('exit', () => reject(new Error('Xvfb could not be started')))
  })
  return {
    env: { DISPLAY: `:${number}` },
    close() {
      process.removeListener('exit', stop)
      stop()
    },
  }
}
