import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wordFile } from './word-file.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'consenso-cli-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function consenso(language: string, ...args: string[]) {
  const env = { ...process.env, LC_ALL: `${language}.UTF-8` }
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'main/cli.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { code: ran.status, out: ran.stdout, error: ran.stderr }
}

test('[P1.g] the command line prints the same clauses as JSON', () => {
  const file = join(folder, 'a.docx')
  writeFileSync(
    file,
    wordFile(
      'Declaración',
      'Recordando el plan de la región,',
      { text: 'Deciden en la ciudad:' },
      'a) cooperar;',
    ),
  )
  const { code, out } = consenso('es_CL', 'import', file, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual([
    { kind: 'title', level: 0, text: 'Declaración' },
    { kind: 'preambular', level: 0, text: 'Recordando el plan de la región,' },
    { kind: 'operative', level: 0, text: 'Deciden en la ciudad:' },
    { kind: 'operative', level: 1, text: 'a) cooperar;' },
  ])
})

test.each([
  ['es_CL', 'La codificación del archivo no es UTF-8'],
  ['pt_BR', 'A codificação do arquivo não é UTF-8'],
  ['en_GB', 'The file is not encoded as UTF-8'],
])('[P2.c] a refusal is said in %s on standard error, prints nothing else and fails', (language, message) => {
  const file = join(folder, 'latin.txt')
  writeFileSync(file, Buffer.from('Declaración', 'latin1'))
  const { code, out, error } = consenso(language, 'import', file, '--json')
  expect([code, out]).toEqual([1, ''])
  expect(error).toContain(message)
})

test('[P2.c] a file that is not there and a wrong use are said', () => {
  expect(consenso('es_CL', 'import', join(folder, 'nada.txt'))).toMatchObject({ code: 1, out: '' })
  const { code, out, error } = consenso('es_CL', 'importar')
  expect([code, out]).toEqual([1, ''])
  expect(error).toMatch(/^Uso:\n {2}consenso import ARCHIVO \[--json\]\n/)
})
