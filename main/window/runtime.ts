/** Which program and runtime this is, for the About window. */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { AppInfo } from '#shared/ipc/contract.ts'

/** The oldest major version of Electron that still gets fixes. */
const OLDEST_SUPPORTED = 43

const buildInfo = z.object({ supported: z.boolean() })

export function appInfo(profile: string): AppInfo {
  const { electron, chrome, node } = process.versions
  return {
    version: app.getVersion(),
    profile,
    platform: `${process.platform} ${process.arch}`,
    runtime: {
      electron,
      chrome,
      node,
      supported: Number.parseInt(electron, 10) >= OLDEST_SUPPORTED && builtForRelease(),
    },
  }
}

/** Written beside the program when it is built. */
function builtForRelease(): boolean {
  try {
    const file = path.join(import.meta.dirname, '..', 'build-info.json')
    const read = buildInfo.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return read.success && read.data.supported
  } catch {
    // Started in a way that leaves no note: nothing vouches for it.
    return false
  }
}
