/** What every script of this folder does at its end: an expected failure is one line, not a stack. */
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { say } from '#build/say.ts'

/** Whether this module is the program that was started, not one that another imports. */
export function started(moduleUrl: string): boolean {
  return moduleUrl === pathToFileURL(process.argv[1] ?? '').href
}

/** `work` answers with the exit code. */
export async function script(moduleUrl: string, work: () => Promise<number>): Promise<void> {
  if (!started(moduleUrl)) return
  try {
    process.exitCode = await work()
  } catch (error) {
    say(error instanceof Error && process.env['DEBUG'] === undefined ? error.message : inspect(error))
    process.exitCode = 1
  }
}
