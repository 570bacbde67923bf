/** Who takes part in the journey, and how their desks are opened on one computer. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '#build/paths.ts'
import { openDesk, type Desk } from './desk.ts'

const PROFILES = {
  chile: ['--as=PPT'],
  argentina: ['--as=AR'],
  peru: ['--as=PE'],
  asesoria: ['--as=PE:adviser'],
  secretaria: ['--as=ST'],
  observador: ['--as=observer'],
  uruguay: ['--empty'],
} as const
export type Seat = keyof typeof PROFILES

export interface Cast {
  readonly sampleDir: string
  /** Opens (or opens again, after a kill) the desk of a seat. */
  open(seat: Seat): Promise<Desk>
  all(): Desk[]
  close(): Promise<void>
}

export function createCast(folder: string): Cast {
  const sampleDir = join(folder, 'sample')
  const desks = new Map<Seat, Desk>()
  return {
    sampleDir,
    async open(seat) {
      const profile = join(folder, 'profiles', seat)
      const desk = await openDesk({ name: seat, profile, sampleDir, args: PROFILES[seat] })
      desks.set(seat, desk)
      return desk
    },
    all: () => [...desks.values()],
    async close() {
      // The first window hosts the relay: it goes last, so that the others part in peace.
      for (const desk of [...desks.values()].reverse()) await desk.app.close().catch(() => desk.app.kill())
    },
  }
}

/** As the Secretariat makes one on the relay's computer. */
export async function invite(sampleDir: string): Promise<string> {
  const relay = [
    '--import',
    'tsx',
    'server/cli.ts',
    'invite',
    '--data',
    join(sampleDir, 'conference', 'relay'),
  ]
  const member = ['--role', 'delegate', '--country', 'UY', '--capacity', 'focalPoint']
  const { stdout } = await promisify(execFile)(process.execPath, [...relay, ...member], { cwd: root })
  return stdout.trim()
}
