import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutLabel } from '#main/papers/import/labels.ts'
import { readClauses } from '#main/papers/import.ts'
import { wordFile } from './word-file.ts'

async function clausesOf(content: Uint8Array) {
  const read = await readClauses('borrador.docx', content)
  if (!read.ok) throw new Error(`refused: ${read.message}`)
  return read.clauses
}

test('[P1.e] a Word file gives its paragraphs, lists, footnotes and tracked insertions, without the deletions', async () => {
  const clauses = await clausesOf(
    wordFile(
      { text: 'Declaración de prueba', style: 'Title' },
      'Los Países Miembros, reunidos en la ciudad,',
      { text: 'Recordando el plan de 2010,', note: 'Aprobado en Bolivia.' },
      { text: 'Parte dispositiva', style: 'Heading1' },
      { text: 'Deciden:', list: { level: 0, ordered: true } },
      { text: 'cooperar;', list: { level: 1, ordered: true } },
      { text: 'informar.', list: { level: 1, ordered: true } },
      {
        text: 'Invitan a todos',
        inserted: ' los países',
        deleted: ' los observadores',
        list: { level: 0, ordered: true },
      },
    ),
  )
  expect(clauses.map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['title', 0, 'Declaración de prueba'],
    ['chapeau', 0, 'Los Países Miembros, reunidos en la ciudad,'],
    ['preambular', 0, 'Recordando el plan de 2010,'],
    ['footnote', 0, 'Aprobado en Bolivia.'],
    ['heading', 0, 'Parte dispositiva'],
    ['operative', 0, 'Deciden:'],
    ['operative', 1, 'cooperar;'],
    ['operative', 1, 'informar.'],
    ['operative', 0, 'Invitan a todos los países'],
  ])
})

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync('which', [name])
    return true
  } catch {
    return false
  }
})
if (office === undefined)
  console.warn('LibreOffice is not here: the test with a file that it wrote is skipped.')

test.skipIf(office === undefined)(
  '[P1.e] a file written by LibreOffice is read',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'consenso-word-'))
    try {
      writeFileSync(
        join(folder, 'a.html'),
        '<meta charset="utf-8"><h1>Declaración</h1><p>Recordando el plan,</p><ol><li>Deciden cooperar.</li><li>Invitan a los países.</li></ol>',
      )
      const args = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--infilter=HTML (StarWriter)',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        folder,
        join(folder, 'a.html'),
      ]
      execFileSync(office ?? '', args, { stdio: 'ignore' })
      const clauses = await clausesOf(readFileSync(join(folder, 'a.docx')))
      expect(clauses.map(({ kind, text }) => [kind, text])).toEqual([
        ['title', 'Declaración'],
        ['preambular', 'Recordando el plan,'],
        ['operative', 'Deciden cooperar.'],
        ['operative', 'Invitan a los países.'],
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

test('[P1.f] a typed label goes when the number will be derived, and stays otherwise', () => {
  const text = '1. – Deciden cooperar'
  expect(withoutLabel({ kind: 'operative', level: 0, text })).toBe('Deciden cooperar')
  expect(withoutLabel({ kind: 'text', level: 0, text })).toBe(text)
  expect(withoutLabel({ kind: 'heading', level: 0, text: 'II. REDES' })).toBe('II. REDES')
  expect(withoutLabel({ kind: 'text', level: 1, text: 'a) las fronteras' })).toBe('las fronteras')
  expect(withoutLabel({ kind: 'operative', level: 0, text: '● Reafirman' })).toBe('Reafirman')
  expect(withoutLabel({ kind: 'operative', level: 0, text: 'A fin de cooperar' })).toBe('A fin de cooperar')
  expect(withoutLabel({ kind: 'operative', level: 0, text: '20 años después' })).toBe('20 años después')
  expect(withoutLabel({ kind: 'operative', level: 0, text: '1.500 personas' })).toBe('1.500 personas')
})
