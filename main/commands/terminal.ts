/** How the command line speaks: in the system's language, failures on standard error, passphrases unseen. */
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { isMessageId } from '#shared/i18n/catalogue.ts'
import { createTranslator, type Translator } from '#shared/i18n/format.ts'
import type { Failure } from '#shared/ipc/contract.ts'

function systemLanguage(env: NodeJS.ProcessEnv) {
  const locale =
    env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
  return UI_LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? 'en'
}

export const translate: Translator = createTranslator(systemLanguage(process.env))

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Answers with the exit code. */
export function fail(message: Parameters<Translator>[0], values: Parameters<Translator>[1] = {}): number {
  process.stderr.write(`${translate(message, values)}\n`)
  return 1
}

export const failWith = ({ message, values }: Pick<Failure, 'message' | 'values'>): number =>
  isMessageId(message) ? fail(message, values) : fail('failure.internal')

/** From the environment for scripts, else typed; null where there is nobody to ask. */
export async function readPassphrase(prompts: readonly string[]): Promise<readonly string[] | null> {
  const given = process.env['CONSENSO_PASSPHRASE']
  if (given !== undefined) return prompts.map(() => given)
  if (!process.stdin.isTTY) return null
  const typed: string[] = []
  for (const prompt of prompts) typed.push(await typeUnseen(prompt))
  return typed
}

const ENTER = /[\r\n]/
const END = /[\u0003\u0004]/ // Ctrl+C, Ctrl+D
const BACK = /[\b\u007F]/

function typeUnseen(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  return new Promise((resolve) => {
    let text: string[] = []
    const take = (chunk: string): void => {
      for (const character of chunk) {
        if (END.test(character)) {
          done()
          process.exit(130)
        }
        if (ENTER.test(character)) {
          done()
          resolve(text.join(''))
          return
        }
        text = BACK.test(character) ? text.slice(0, -1) : [...text, character]
      }
    }
    const done = (): void => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    stdin.setRawMode(true)
    stdin.setEncoding('utf8')
    stdin.on('data', take)
    stdin.resume()
  })
}
