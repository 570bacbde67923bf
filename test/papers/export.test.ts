/**
 * The final PDF, looked at with poppler and qpdf (Debian: poppler-utils, qpdf) rather than with the library
 * that made it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFinal } from '#main/papers/export.ts'
import type { ExportStep } from '#shared/ipc/contract.ts'
import { createPress } from '#main/papers/press.ts'
import { declaration } from '#main/sample/declaration.ts'
import type { DocumentRecord, DocumentState } from '#shared/acts/state.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import { plainText } from '#shared/domain/wording.ts'
import { clause, clausesFrom, CONFERENCE, documentState, RECORD, sha256 } from '#test/print/document-state.ts'

const missing = ['pdfinfo', 'pdffonts', 'pdftotext', 'qpdf'].filter((program) => {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' })
  return error !== undefined
})
if (missing.length > 0)
  console.warn(`Not here: ${missing.join(', ')}. The tests that look into the PDF are skipped.`)

const folder = mkdtempSync(join(tmpdir(), 'consenso-pdf-'))
const press = createPress()
beforeAll(() => {
  press.warm()
})
afterAll(() => {
  press.close()
  rmSync(folder, { recursive: true })
})

interface Wish {
  readonly language?: UiLanguage
  readonly draft?: boolean
  readonly record?: DocumentRecord
}

async function printed(
  name: string,
  state: DocumentState,
  { language = 'es', draft = false, record = RECORD }: Wish = {},
) {
  const made = await exportFinal({ conference: CONFERENCE, record, state, language, draft }, { press })
  if (!made.ok) throw new Error(`refused: ${made.message}`)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, made.pdf)
  return { ...made, file, text: squeeze(look('pdftotext', '-raw', file, '-')) }
}

const look = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
/** Without page furniture and line breaks. */
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ')

const info = (file: string) =>
  new Map(
    look('pdfinfo', file)
      .split('\n')
      .map((line): [string, string] => {
        const [name = '', ...value] = line.split(':')
        return [name, value.join(':').trim()]
      }),
  )

/** Language of the document, from its catalogue. */
const languageOf = (file: string) =>
  /"\/Lang": "u:([^"]*)",\s*"\/MarkInfo"/u.exec(look('qpdf', '--json', '--json-key=qpdf', file))?.[1]

/** Whether the words come in this order, each stretch of up to 40 letters whole; a page may break in between. */
function expectInOrder(text: string, clauses: readonly Clause[]): void {
  let from = 0
  for (const { id, ...each } of clauses) {
    for (const stretch of squeeze(plainText({ id, ...each })).match(/.{1,40}(?:\s|$)/gu) ?? []) {
      const at = text.indexOf(stretch.trim(), from)
      expect(at, `${id}: ${stretch}`).toBeGreaterThanOrEqual(0)
      from = at
    }
  }
}

const TEXT = clausesFrom(declaration.clauses)

describe.skipIf(missing.length > 0)('the final PDF', () => {
  test('[P4.a] is tagged, has title, language and author, and all its fonts are in it', async () => {
    const { file } = await printed('info', documentState(TEXT))
    const about = info(file)
    expect(about.get('Tagged')).toBe('yes')
    expect(about.get('Title')).toBe('Declaración de Santiago')
    expect(about.get('Author')).toBe('Secretaría Técnica de la Conferencia')
    expect(about.get('JavaScript')).toBe('no')
    expect(languageOf(file)).toBe('es')
    const fonts = look('pdffonts', file).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +0$/u)
    expect(() => look('qpdf', '--check', file)).not.toThrow()
  })

  test('[P4.b] every paragraph is in it, in order, with symbol, numbers and labels', async () => {
    const { text, pages, file } = await printed('words', documentState(TEXT))
    expectInOrder(
      text,
      TEXT.filter(({ kind }) => kind !== 'title'),
    )
    expect(text).toContain('CSM/XX/DEC/1/Rev.1')
    expect(text).toContain('PP12 Convencidos de que')
    expect(text).toContain('15. Agradecen al Gobierno')
    expect(text).toContain('a) facilitar información clara')
    expect(text).toContain('ii) la atención prioritaria')
    expect(info(file).get('Pages')).toBe(String(pages))
    for (let page = 1; page <= pages; page += 1)
      expect(text).toContain(`Página ${String(page)} de ${String(pages)}`)
  })

  test('the comparison notices a paragraph that is missing', async () => {
    const { text } = await printed('less', documentState(TEXT.filter(({ id }) => id !== 'c9')))
    expect(() => {
      expectInOrder(
        text,
        TEXT.filter(({ kind }) => kind !== 'title'),
      )
    }).toThrow()
  })

  test.each([
    ['es', 'Texto acordado', 'Países participantes', 'Reservas', 'Página 1 de'],
    ['pt', 'Texto acordado', 'Países participantes', 'Reservas', 'Página 1 de'],
    ['en', 'Agreed text', 'Participating countries', 'Reservations', 'Page 1 of'],
  ] as const)(
    '[P4.c] prints its own words in %s and the text as it is',
    async (language, status, parties, reservations, page) => {
      const state = documentState(TEXT, {
        c16: { status: 'agreedWithReservation', reserve: { PE: 'Según su ley.' } },
      })
      const { text } = await printed(`words-${language}`, state, { language })
      for (const words of [
        status,
        parties,
        reservations,
        page,
        CONFERENCE.title[language].toUpperCase(),
        'Según su ley.',
      ]) {
        expect(text).toContain(words)
      }
      expect(text).toContain('Recordando la Declaración de Principios Migratorios')
    },
  )

  test.each([
    ['gn', 'Mayma yvypóra ou ko yvy ári iñapytl’yre ha eteĩcha g̃uarã, mba’éichapa ỹ ũ ẽ'],
    ['quy', 'Lliw runakunam nacesqanchikmantapacha libre kanchik ñawpaq'],
    ['ayr', 'Taqpach jaqejh khuskat uñjatatäpjhewa munañapansa lurañapansa'],
    ['pt-BR', 'Todas as mulheres nascem livres; coração, ação, três, avó, avô'],
  ])('[P4.d] keeps the letters of a text in %s', async (language, words) => {
    const state = documentState([clause('t', 'title', 'Texto'), clause('o', 'operative', words)])
    const { text, file } = await printed(`letters-${language}`, state, { record: { ...RECORD, language } })
    expect(text).toContain(words.normalize('NFC'))
    expect(languageOf(file)).toBe(language)
  })

  test('[P4.e] what delegates write is never markup', async () => {
    const words =
      '#panic("x") *fuerte* $x^2$ = título @ref <etiqueta> \\ // nada `código` [[corchetes]] "comillas" -- ~ \'s'
    const { text } = await printed(
      'markup',
      documentState([clause('t', 'title', '#emph[título]'), clause('o', 'operative', words)]),
    )
    expect(text).toContain(words)
    expect(text).toContain('#emph[título]')
  })

  test('[P4.f] footnotes, marks, reservations and the fingerprint of the acts are printed', async () => {
    const text = [
      clause('t', 'title', 'Declaración'),
      clause('o', 'operative', [
        { insert: 'Deciden', attributes: { bold: true } },
        { insert: { footnote: 'n' } },
        { insert: ' actuar.' },
      ]),
      clause('n', 'footnote', 'Aprobado en 2010.'),
    ]
    const { text: words } = await printed(
      'notes',
      documentState(text, { o: { status: 'agreedWithReservation', reserve: { UY: null } } }),
    )
    expect(words).toContain('Deciden1 actuar.')
    expect(words).toContain('Aprobado en 2010.')
    expect(words).toContain('Uruguay Párrafo 1 Reserva sin declaración escrita.')
    const print = sha256(['round', 'act on t', 'act on o', 'UY'].map(sha256).sort().join('\n'))
    expect(words.replaceAll(' ', '')).toContain(print)
  })

  test('[P3.b] is refused while a paragraph is open, [P3.c] but for a draft that says so on every page', async () => {
    const state = documentState(TEXT, { c16: { status: 'open' } })
    const input = { conference: CONFERENCE, record: RECORD, state, language: 'es', draft: false } as const
    expect(await exportFinal(input, { press })).toMatchObject({
      ok: false,
      message: 'papers.export.open',
      values: { count: 1, list: '1' },
    })
    const { text, pages } = await printed('draft', state, { draft: true })
    expect(text.match(/Proyecto: 1 párrafo abierto Página/gu)).toHaveLength(pages)
    expect(text).toContain('ABIERTO 1. Reafirman su compromiso')
    expect(text.match(/ABIERTO/gu)).toHaveLength(1)
  })
})

test('[P4.g] the same acts give the same bytes in two processes', { timeout: 120_000 }, async () => {
  const root = resolve(import.meta.dirname, '../..')
  const run = () =>
    execFileSync(process.execPath, ['--import', 'tsx', 'test/papers/print-worker.ts', 'es'], {
      cwd: root,
      encoding: 'utf8',
    })
  const [one, two] = [run(), run()]
  expect(one).toMatch(/^[0-9a-f]{64}$/u)
  expect(two).toBe(one)
  const input = {
    conference: CONFERENCE,
    record: RECORD,
    state: documentState(TEXT),
    language: 'es',
    draft: false,
  } as const
  const here = await exportFinal(input, { press })
  expect(here.ok && sha256(here.pdf)).toBe(one)
})

describe('the press', () => {
  test('[P4.h] tells its steps, and an export that is cancelled ends at once and leaves the next one whole', async () => {
    const own = createPress()
    const input = {
      conference: CONFERENCE,
      record: RECORD,
      state: documentState(TEXT),
      language: 'es',
      draft: false,
    } as const
    const steps: ExportStep[] = []
    const cancel = new AbortController()
    const cancelled = await exportFinal(input, {
      press: own,
      signal: cancel.signal,
      onStep: (step) => {
        steps.push(step)
        if (step === 'composing') cancel.abort()
      },
    })
    expect(cancelled).toMatchObject({ ok: false, message: 'papers.export.cancelled' })
    expect(steps).toEqual(['preparing', 'starting', 'composing'])
    const running = new AbortController()
    const made = exportFinal(input, {
      press: own,
      signal: running.signal,
      onStep: (step) => steps.push(step),
    })
    setImmediate(() => {
      running.abort()
    })
    expect(await made).toMatchObject({ ok: false, message: 'papers.export.cancelled' })
    const whole = await exportFinal(input, { press: own })
    expect(whole).toMatchObject({ ok: true })
    own.close()
    own.close()
  })

  test('an export before negotiation is refused', async () => {
    const input = {
      conference: CONFERENCE,
      record: RECORD,
      state: documentState([]),
      language: 'es',
      draft: true,
    } as const
    expect(await exportFinal(input, { press })).toEqual({
      ok: false,
      message: 'papers.export.nothing',
      values: {},
      open: [],
    })
  })
})
