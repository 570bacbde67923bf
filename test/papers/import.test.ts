import { describe, expect, test } from 'vitest'
import { readClauses } from '#main/papers/import.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function clausesOf(name: string, content: string | Uint8Array) {
  const read = await readClauses(name, typeof content === 'string' ? utf8(content) : content)
  if (!read.ok) throw new Error(`refused: ${read.message} ${JSON.stringify(read.values)}`)
  return read.clauses
}

const outline = (clauses: Awaited<ReturnType<typeof clausesOf>>) =>
  clauses.map(({ kind, level, text }) => `${kind} ${String(level)} ${text.split(' ').slice(0, 2).join(' ')}`)

describe('kinds of clause', () => {
  test('[P1.b] gerunds are preamble, present verbs and numbers operative, letters and numerals hang on them', async () => {
    const clauses = await clausesOf(
      'borrador.txt',
      [
        'DECLARACIÓN DE PRUEBA',
        'Los Países Miembros, reunidos en una ciudad,',
        'Recordando la primera declaración,',
        'Cuando haya acuerdo se dirá,',
        'Conscientes de su responsabilidad,',
        '1. Deciden cooperar en:',
        'a) las fronteras;',
        'b) los datos, a saber:',
        'i) los abiertos;',
        'ii) los reservados;',
        'c) la justicia.',
        '2. – Acuerdan reunirse.',
        'Invitan a los observadores.',
        'Hecha en la ciudad, a 1 de marzo.',
      ].join('\n'),
    )
    expect(outline(clauses)).toEqual([
      'title 0 DECLARACIÓN DE',
      'chapeau 0 Los Países',
      'preambular 0 Recordando la',
      'text 0 Cuando haya',
      'preambular 0 Conscientes de',
      'operative 0 1. Deciden',
      'operative 1 a) las',
      'operative 1 b) los',
      'operative 2 i) los',
      'operative 2 ii) los',
      'operative 1 c) la',
      'operative 0 2. –',
      'operative 0 Invitan a',
      'signature 0 Hecha en',
    ])
  })

  test('[P1.b] after h) comes i), a letter', async () => {
    const letters = 'a b c d e f g h i j'.split(' ').map((letter) => `${letter}) tema ${letter};`)
    const clauses = await clausesOf(
      'x.txt',
      ['Título', '1. Deciden tratar estos temas:', ...letters].join('\n'),
    )
    expect(clauses.slice(2).map(({ level }) => level)).toEqual(Array<number>(10).fill(1))
  })

  test('[P1.b] a heading verb gives the numbers under it their kind', async () => {
    const clauses = await clausesOf(
      'x.txt',
      'DECLARACIÓN\nLos representantes reunidos,\nCONSIDERANDO:\n1. El compromiso.\n2. La importancia.\nACUERDAN:\n1. Publicar.\n2. Informar.',
    )
    expect(clauses.map(({ kind }) => kind)).toEqual([
      'title',
      'chapeau',
      'heading',
      'preambular',
      'preambular',
      'heading',
      'operative',
      'operative',
    ])
  })

  test('[P1.b] bullets under "Los Países Miembros:" are paragraphs, bullets under a paragraph hang on it', async () => {
    const clauses = await clausesOf(
      'x.txt',
      'Declaración\nEn la ciudad se reunió la Conferencia.\nLos Países Miembros:\n● Reafirman su compromiso.\n● Destacan el avance.\nReconocen en este marco:\n● un punto;\n● otro punto.',
    )
    expect(outline(clauses).slice(2)).toEqual([
      'heading 0 Los Países',
      'operative 0 ● Reafirman',
      'operative 0 ● Destacan',
      'operative 0 Reconocen en',
      'operative 1 ● un',
      'operative 1 ● otro',
    ])
  })

  test('[P1.b] Roman sections and articles are headings', async () => {
    const clauses = await clausesOf(
      'x.txt',
      'Declaração\nI OS PRINCÍPIOS\n1. – A Conferência reafirma.\nArtigo 2\nTexto do artigo.\nII. OUTRA PARTE\n2. – Convida.',
    )
    expect(clauses.map(({ kind }) => kind)).toEqual([
      'title',
      'heading',
      'operative',
      'heading',
      'text',
      'heading',
      'operative',
    ])
  })

  test.each([
    [
      'en',
      'Declaration\nThe Member States, meeting in the city,\nRecalling the work of the past,\nDeeply concerned at the risk,\nDecide to act in the region;\nStrongly urge the countries of the region;\nDuring the year nothing changed.',
    ],
    [
      'pt',
      'Declaração\nOs Estados Membros, reunidos em uma cidade,\nReconhecendo o avanço do processo,\nPreocupados com o risco,\nDecidem cooperar com os países da região;\nTomam nota do informe e do plano;\nQuando o ano terminou nada mudou.',
    ],
  ])('[P1.b] openings in %s are known', async (_, text) => {
    const clauses = await clausesOf('x.txt', text)
    expect(clauses.map(({ kind }) => kind)).toEqual([
      'title',
      'chapeau',
      'preambular',
      'preambular',
      'operative',
      'operative',
      'text',
    ])
  })
})

describe('plain text', () => {
  test('[P1.c] wrapped lines become paragraphs, with blank lines between paragraphs or between all lines', async () => {
    const paragraphs = [
      'Los representantes de los países, reunidos en la ciudad de Santiago durante la vigésima conferencia,',
      'Recordando que la cooperación entre los países de la región exige constancia, información y buena fe de todas las partes,',
      'Deciden continuar con el trabajo de las redes y presentar un informe en la próxima reunión de la conferencia, a más tardar en agosto.',
    ]
    const wrap = (text: string) => text.replace(/(.{40,58}) /gu, '$1\n')
    const title = 'DECLARACIÓN'
    const wrapped = [title, ...paragraphs.map(wrap)].join('\n\n')
    const spaced = [title, ...paragraphs.map((text) => wrap(text).replaceAll('\n', ' \n\n'))].join(
      '  \n\n \n\n',
    )
    for (const text of [wrapped, spaced]) {
      expect((await clausesOf('x.txt', text)).map((clause) => clause.text)).toEqual([title, ...paragraphs])
    }
  })

  test('[P1.c] tabs, fixed blanks and soft hyphens become plain, whatever the line ends', async () => {
    const [, clause] = await clausesOf('x.txt', 'Título\r\nSe\tdice\u00A0así: coope\u00ADración.\r\n')
    expect(clause?.text).toBe('Se dice así: cooperación.')
  })

  test('[P1.c] UTF-8 with its mark and UTF-16 with its mark are read', async () => {
    const text = 'Declaración\nNiñez.'
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const content of [utf8(`\uFEFF${text}`), wide, Buffer.from(wide).swap16()]) {
      expect((await clausesOf('x.txt', content)).map((clause) => clause.text)).toEqual([
        'Declaración',
        'Niñez.',
      ])
    }
  })

  test('composed and decomposed accents are the same words', async () => {
    const [title] = await clausesOf('x.txt', 'Declaracio\u0301n')
    expect(title?.text).toBe('Declaración')
  })
})

describe('Markdown', () => {
  test('[P1.d] marks go, words stay, headings and lists are known', async () => {
    const clauses = await clausesOf(
      'borrador.md',
      [
        '# Declaración **de prueba**',
        '',
        'Los Países Miembros, reunidos [en línea](https://example.org),',
        '',
        '*Recordando* el `Plan` &amp; la Declaración,',
        '',
        '## Parte dispositiva',
        '',
        '1. Deciden:',
        '   - cooperar;',
        '   - informar.',
        '2. Invitan a todos.',
        '',
        '---',
        '',
        '> Una cita.',
        '',
        '| País | Voto |',
        '|---|---|',
        '| Chile | Sí |',
      ].join('\n'),
    )
    expect(clauses.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['title', 0, 'Declaración de prueba'],
      ['chapeau', 0, 'Los Países Miembros, reunidos en línea,'],
      ['preambular', 0, 'Recordando el Plan & la Declaración,'],
      ['heading', 0, 'Parte dispositiva'],
      ['operative', 0, '1. Deciden:'],
      ['operative', 1, 'cooperar;'],
      ['operative', 1, 'informar.'],
      ['operative', 0, '2. Invitan a todos.'],
      ['text', 0, 'Una cita.'],
      ['text', 0, 'País'],
      ['text', 0, 'Voto'],
      ['text', 0, 'Chile'],
      ['text', 0, 'Sí'],
    ])
  })
})
