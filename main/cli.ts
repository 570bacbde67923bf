/**
 * The command line beside the application, for scripts and the Secretariat.
 *   consenso import FILE --json    the clauses that the application would show, one object each
 *   consenso found --out DIR …     a conference's root key and first act, for `relay create`
 *   consenso approve --dir DIR …   lets a device in with the root key, the Secretariat's first above all
 * What goes wrong is said on standard error in the system's language, with exit code 1.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { runApprove, runFound } from './commands/founding.ts'
import { fail, failWith } from './commands/terminal.ts'
import { readClauses } from './papers/import.ts'

const text = { type: 'string' } as const
const options = {
  json: { type: 'boolean' },
  out: text,
  'relay-key': text,
  title: text,
  'title-pt': text,
  'title-en': text,
  edition: text,
  motto: text,
  ppt: text,
  presidencies: text,
  dir: text,
  relay: text,
  pin: text,
  fingerprint: text,
} as const

async function importFile(file: string, json: boolean): Promise<number> {
  let content
  try {
    content = await readFile(file)
  } catch {
    return fail('papers.cli.unreadable', { file })
  }
  const read = await readClauses(basename(file), content)
  if (!read.ok) return failWith(read)
  const clauses = read.clauses.map(({ kind, level, text: words }) => ({ kind, level, text: words }))
  const lines = clauses.map(({ kind, level, text: words }) => `${'  '.repeat(level)}${kind}: ${words}`)
  process.stdout.write(`${json ? JSON.stringify(clauses, null, 2) : lines.join('\n')}\n`)
  return 0
}

function readWords() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    return null // an option that is not there
  }
}

async function run(): Promise<number> {
  const words = readWords()
  const [command, file, ...more] = words?.positionals ?? []
  if (words === null || more.length > 0) return fail('cli.usage')
  if (command === 'import' && file !== undefined) return importFile(file, words.values.json === true)
  if (command === 'found' && file === undefined) return runFound(words.values)
  if (command === 'approve' && file === undefined) return runApprove(words.values)
  return fail('cli.usage')
}

process.exitCode = await run()
