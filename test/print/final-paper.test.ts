import { describe, expect, test } from 'vitest'
import type { DocumentState } from '#shared/acts/state.ts'
import { createTranslator } from '#shared/i18n/format.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import { finalPaper } from '#shared/print/final-paper.ts'
import type { FinalPaper, PrintRun } from '#shared/print/paper.ts'
import { clause, CONFERENCE, documentState, RECORD, type Said, sha256 } from './document-state.ts'

const TEXT = [
  clause('t', 'title', 'Declaración'),
  clause('c', 'chapeau', 'Los Países Miembros, reunidos,'),
  clause('h', 'heading', 'Preámbulo'),
  clause('p', 'preambular', 'Recordando el plan,'),
  clause('o', 'operative', 'Deciden:'),
  clause('oa', 'operative', 'cooperar;', 1),
  clause('ob', 'operative', 'informar.', 1),
  clause('q', 'operative', 'Invitan a los países a todo lo que haga falta en la región.'),
  clause('s', 'signature', 'Hecha en Santiago.'),
]

function answer(state: DocumentState, draft = false, language: UiLanguage = 'es') {
  const text = createTranslator(language)
  return finalPaper({ conference: CONFERENCE, record: RECORD, state, language, draft }, { text, sha256 })
}

function paperOf(state: DocumentState, draft = false, language: UiLanguage = 'es'): FinalPaper {
  const made = answer(state, draft, language)
  if (!made.ok) throw new Error(`refused: ${made.reason}`)
  return made.paper
}

const words = (runs: readonly PrintRun[]): string =>
  runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'note' ? `[${words(run.runs)}]` : ' '))
    .join('')
const lines = (paper: FinalPaper) =>
  paper.blocks.map(({ kind, number, lines: own }) => [
    kind,
    number,
    ...own.map(({ label, runs }) => `${label}|${words(runs)}`),
  ])

describe('a final text', () => {
  test('[P3.a] holds every paragraph in order, with its derived number and labels', () => {
    const paper = paperOf(documentState(TEXT))
    expect(lines(paper)).toEqual([
      ['title', '', '|Declaración'],
      ['chapeau', '', '|Los Países Miembros, reunidos,'],
      ['heading', '', '|Preámbulo'],
      ['preambular', 'PP1', '|Recordando el plan,'],
      ['operative', '1', '|Deciden:', 'a)|cooperar;', 'b)|informar.'],
      ['operative', '2', '|Invitan a los países a todo lo que haga falta en la región.'],
      ['signature', '', '|Hecha en Santiago.'],
    ])
    expect(paper).toMatchObject({
      symbol: 'CSM/XX/DEC/1/Rev.1',
      status: 'Texto acordado',
      draftMark: null,
      date: '2022-09-30T18:30:00.000Z',
    })
    expect(paper.blocks.every(({ mark }) => mark === null)).toBe(true)
  })

  test('[P3.b] is refused while a paragraph is open, and says which', () => {
    expect(answer(documentState(TEXT, { p: { status: 'open' }, q: { status: 'blocked' } }))).toEqual({
      ok: false,
      reason: 'open',
      open: [
        { paragraph: 'p', number: 'PP1', quote: 'Recordando el plan,' },
        { paragraph: 'q', number: '2', quote: 'Invitan a los países a todo lo que…' },
      ],
    })
  })

  test.each<[string, Said]>([
    ['disputed', { status: 'disputed' }],
    [
      'with two wordings',
      {
        status: 'open',
        alternatives: [[clause('q', 'operative', 'Una.')], [clause('q', 'operative', 'Otra.')]],
      },
    ],
  ])('[P3.b] is refused while a paragraph is %s', (_, said) => {
    expect(answer(documentState(TEXT, { q: said }))).toMatchObject({ ok: false, reason: 'open' })
  })

  test('is refused while a heading has two wordings, although nobody consents to headings', () => {
    const alternatives = [[clause('h', 'heading', 'Uno')], [clause('h', 'heading', 'Dos')]]
    expect(answer(documentState(TEXT, { h: { alternatives } }))).toMatchObject({
      ok: false,
      open: [{ paragraph: 'h' }],
    })
  })

  test('there is none before negotiation', () => {
    expect(answer(documentState([]))).toEqual({ ok: false, reason: 'nothing' })
  })

  test('[P3.c] a draft marks each open paragraph and keeps two wordings apart', () => {
    const alternatives = [[clause('q', 'operative', 'Una.')], [clause('q', 'operative', 'Otra.')]]
    const paper = paperOf(
      documentState(TEXT, { p: { status: 'open' }, q: { alternatives, status: 'open' } }),
      true,
    )
    expect(paper.draftMark).toBe('Proyecto')
    expect(paper.status).toBe('Proyecto: 2 párrafos abiertos')
    expect(
      paper.blocks
        .filter(({ mark }) => mark !== null)
        .map(({ mark, lines: [line] }) => [mark, words(line?.runs ?? [])]),
    ).toEqual([
      ['Abierto', 'Recordando el plan,'],
      ['Abierto · Alternativa 1', 'Una.'],
      ['Abierto · Alternativa 2', 'Otra.'],
    ])
  })

  test('a draft in which nothing is open is a final text', () => {
    expect(paperOf(documentState(TEXT), true).draftMark).toBeNull()
  })

  test('[P3.d] what is suppressed is left out, paragraph or clause', () => {
    const text = TEXT.map((each) => (each.id === 'oa' ? { ...each, suppressed: true } : each))
    const paper = paperOf(documentState(text, { q: { status: 'suppressed', reserve: { PE: 'x' } } }))
    expect(lines(paper).slice(4, 6)).toEqual([
      ['operative', '1', '|Deciden:', 'a)|informar.'],
      ['signature', '', '|Hecha en Santiago.'],
    ])
    expect(paper.reservations.by).toEqual([])
  })

  test('[P3.e] names the parties in the order of the language, and each reservation that still holds', () => {
    const state = documentState(
      TEXT,
      {
        o: { status: 'agreedWithReservation', reserve: { PE: 'Conforme a su Constitución.', AR: null } },
        c: { status: 'agreedWithReservation', reserve: { PE: 'Sobre el alcance.' } },
        q: { lapsedReserve: ['CL'] },
      },
      { parties: ['BO', 'BR', 'GY', 'VE', 'UY'] },
    )
    const paper = paperOf(state)
    expect(paper.reservations.by).toEqual([
      {
        country: 'AR',
        name: 'Argentina',
        items: [{ where: 'Párrafo 1', reason: 'Reserva sin declaración escrita.' }],
      },
      {
        country: 'PE',
        name: 'Perú',
        items: [
          { where: '«Los Países Miembros, reunidos,»', reason: 'Sobre el alcance.' },
          { where: 'Párrafo 1', reason: 'Conforme a su Constitución.' },
        ],
      },
    ])
    expect(paper.parties.names).toHaveLength(5)
    expect(paper.parties.names[0]).toContain('Bolivia')
    expect(paperOf(state, false, 'en').reservations.by[1]?.name).toBe('Peru')
  })

  test('[P3.g] says so when the text changed after the round that it is named after', () => {
    const state = documentState(TEXT)
    const rounds = state.rounds.map((round) => ({ ...round, textHash: sha256('another text') }))
    expect(paperOf({ ...state, rounds }).symbol).toBe('CSM/XX/DEC/1/Rev.1, con cambios posteriores')
  })

  test.each([
    [
      'es',
      'Texto acordado',
      'Países participantes',
      'Original: español',
      'Ronda cerrada el 30 de septiembre de 2022',
    ],
    [
      'pt',
      'Texto acordado',
      'Países participantes',
      'Original: espanhol',
      'Rodada encerrada em 30 de setembro de 2022',
    ],
    [
      'en',
      'Agreed text',
      'Participating countries',
      'Original: Spanish',
      'Round closed on 30 September 2022',
    ],
  ] as const)('[P3.h] prints its own words in %s', (language, status, parties, original, dateLine) => {
    const paper = paperOf(documentState(TEXT), false, language)
    expect(paper).toMatchObject({ status, original, dateLine, parties: { heading: parties } })
    expect(paper.conference).toBe(CONFERENCE.title[language])
  })
})

describe('lines of a paragraph', () => {
  test('[P3.d] footnotes stand where they are referred to, and none is lost', () => {
    const text = [
      clause('o', 'operative', [
        { insert: 'Deciden' },
        { insert: { footnote: 'n1' } },
        { insert: ' actuar.' },
      ]),
      clause('n1', 'footnote', 'Nota primera.'),
      clause('n2', 'footnote', 'Nota sin llamada.'),
      clause('o1', 'operative', 'cooperar', 1),
    ]
    expect(lines(paperOf(documentState(text)))).toEqual([
      ['operative', '1', '|Deciden[Nota primera.] actuar.[Nota sin llamada.]', 'a)|cooperar'],
    ])
  })

  test('marks and links pass, dangerous links do not, unknown content is shown as such', () => {
    const text = [
      clause('o', 'operative', [
        { insert: 'uno', attributes: { bold: true, link: 'https://example.org' } },
        { insert: { br: true } },
        { insert: 'dos', attributes: { italic: true, link: 'javascript:alert(1)' } },
        { insert: { hologram: 1 } },
      ]),
    ]
    const [block] = paperOf(documentState(text)).blocks
    expect(block?.lines[0]?.runs).toEqual([
      { kind: 'text', text: 'uno', bold: true, italic: false, underline: false, link: 'https://example.org' },
      { kind: 'break' },
      { kind: 'text', text: 'dos', bold: false, italic: true, underline: false, link: null },
      {
        kind: 'text',
        text: '[contenido de una versión más nueva]',
        bold: false,
        italic: true,
        underline: false,
        link: null,
      },
    ])
  })
})
