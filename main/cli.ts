/**
 * The command line beside the application, for scripts and the Secretariat.
 *   consenso import FILE --json    the clauses that the application would show, one object each
 * What goes wrong is said on standard error in the system's language, with exit code 1.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isMessageId } from '#shared/i18n/catalogue.ts'
import { createTranslator } from '#shared/i18n/format.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { readClauses } from './papers/import.ts'

function systemLanguage(env: NodeJS.ProcessEnv) {
  const locale =
    env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
  return UI_LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? 'en'
}

const translate = createTranslator(systemLanguage(process.env))

function fail(
  message: Parameters<typeof translate>[0],
  values: Parameters<typeof translate>[1] = {},
): number {
  process.stderr.write(`${translate(message, values)}\n`)
  return 1
}

async function importFile(file: string, json: boolean): Promise<number> {
  let content
  try {
    content = await readFile(file)
  } catch {
    return fail('papers.cli.unreadable', { file })
  }
  const read = await readClauses(basename(file), content)
  if (!read.ok) return isMessageId(read.message) ? fail(read.message, read.values) : 1
  const clauses = read.clauses.map(({ kind, level, text }) => ({ kind, level, text }))
  const lines = clauses.map(({ kind, level, text }) => `${'  '.repeat(level)}${kind}: ${text}`)
  process.stdout.write(`${json ? JSON.stringify(clauses, null, 2) : lines.join('\n')}\n`)
  return 0
}

const [command, ...rest] = process.argv.slice(2)
const files = rest.filter((word) => !word.startsWith('--'))
const [file] = files
process.exitCode =
  command === 'import' && file !== undefined && files.length === 1
    ? await importFile(file, rest.includes('--json'))
    : fail('papers.cli.usage')
