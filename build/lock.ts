/**
 * One at a time among this project's programs: two that are started together must not build over each other.
 * The lock is a file with the holder's process id; one whose holder is gone is taken over.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 100

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function holderIsGone(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return false
  } catch (error) {
    // The file went away meanwhile, or names nobody who lives.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

export async function holding<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  while (!take(file)) {
    if (holderIsGone(file)) rmSync(file, { force: true })
    else await pause(LOOK_AGAIN_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
