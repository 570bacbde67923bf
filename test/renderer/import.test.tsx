// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { ImportedClause } from '#shared/ipc/contract.ts'
import {
  guessLanguage,
  guessLayout,
  newDraft,
  setKind,
  shiftLevel,
  suggestedSymbol,
} from '#renderer/features/import/import-draft.ts'
import { answer, asked } from './answers.ts'
import { play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText } from './page.ts'

const CLAUSES: readonly ImportedClause[] = [
  { kind: 'title', level: 0, text: 'Declaración de Santiago' },
  { kind: 'preambular', level: 0, text: 'Recordando los principios de la Conferencia,' },
  { kind: 'text', level: 0, text: 'Reconociendo el aporte de las personas migrantes,' },
  { kind: 'operative', level: 0, text: 'Promover la regularización migratoria;' },
]

async function openImport(as: Parameters<typeof mount>[1]): Promise<Mounted> {
  const window_ = await mount(play('negotiation'), as)
  answer(window_, {
    'import.choose': () => ({ name: 'borrador.docx', clauses: CLAUSES.map((clause) => ({ ...clause })) }),
    'document.create': () => ({ act: '0'.repeat(64), doc: 'declaration' }),
  })
  window_.session.view.go({ question: { kind: 'import' } })
  await window_.settle()
  return window_
}
const list = () => document.querySelector<HTMLElement>('[role=listbox]') ?? document.body
const kinds = () => [...document.querySelectorAll('.import-kind')].map((one) => one.firstChild?.textContent)

test('[V24] clauses are corrected from the keyboard, several at once, before anything is created', async () => {
  const window_ = await openImport(['ST'])
  await window_.press(window_.button(/^Elegir un archivo…$/))
  const before = kinds()
  await window_.key(list(), 'ArrowDown')
  await window_.key(list(), 'ArrowDown')
  await window_.key(list(), 'ArrowDown', { shiftKey: true })
  await window_.key(list(), '4')
  await window_.key(list(), 'ArrowRight')
  expect(kinds()).toEqual([before[0], before[1], before[1], before[1]])
  expect(asked(window_, 'document.create')).toHaveLength(0)
  await window_.press(window_.button(/^Continuar$/))
  await window_.press(window_.button(/^Crear el documento$/))
  expect(asked(window_, 'document.create').map(({ input }) => input)).toMatchObject([
    {
      title: 'Declaración de Santiago',
      language: 'es',
      clauses: [
        { kind: 'title' },
        { level: 0 },
        { kind: 'preambular', level: 1 },
        { kind: 'preambular', level: 1 },
      ],
    },
  ])
  await window_.close()
})

test('[V24.a] a file that cannot be read says why, and nothing is created', async () => {
  const window_ = await openImport(['PPT', 'CL'])
  answer(window_, {
    'import.choose': () => ({ code: 'refused', message: 'papers.refused.empty', values: {} }),
  })
  await window_.press(window_.button(/^Elegir un archivo…$/))
  expect(dialogText()).toContain('El archivo está vacío')
  expect(document.querySelector('[role=listbox]')).toBeNull()
  await window_.close()
})

test('[V24.b] a delegation alone does not create documents', async () => {
  const window_ = await openImport(['CO'])
  expect(dialogText()).toContain('Sólo la Presidencia y la Secretaría Técnica')
  expect(() => window_.button(/^Elegir un archivo…$/)).toThrow()
  await window_.close()
})

test('kinds and levels change for the clauses chosen only, and levels stay between 0 and 3', () => {
  expect(setKind(CLAUSES, { from: 1, to: 2 }, 'operative').map(({ kind }) => kind)).toEqual([
    'title',
    'operative',
    'operative',
    'operative',
  ])
  const deep = [1, 2, 3, 4, 5].reduce((clauses) => shiftLevel(clauses, { from: 3, to: 3 }, 1), CLAUSES)
  expect(deep.map(({ level }) => level)).toEqual([0, 0, 0, 3])
  expect(shiftLevel(CLAUSES, { from: 0, to: 3 }, -1)).toEqual(CLAUSES)
})

test('a draft takes its title, language, layout and symbol from the file and the conference', () => {
  const draft = newDraft('x.txt', CLAUSES, { edition: 'XX', types: ['declaration', 'recommendation'] })
  expect(draft).toMatchObject({
    title: 'Declaración de Santiago',
    language: 'es',
    layout: 'gerund',
    symbol: 'CSM/XX/DEC/2',
  })
  expect(suggestedSymbol('annex', { edition: 'XX', types: [] })).toBe('CSM/XX/ANX/1')
  expect(newDraft('Zero draft.docx', [], { edition: 'XX', types: [] }).title).toBe('Zero draft')
})

test.each([
  ['es', 'Recordando los principios,'],
  ['pt', 'Recordando os princípios,'],
  ['en', 'Recalling the principles,'],
] as const)('the language %s is recognised by how paragraphs open', (language, text) => {
  const more = {
    pt: 'Reconhecendo a contribuição,',
    es: 'Reconociendo el aporte,',
    en: 'Recognizing the role,',
  }
  const clauses = [text, more[language]].map((words): ImportedClause => ({
    kind: 'text',
    level: 0,
    text: words,
  }))
  expect(guessLanguage(clauses)).toBe(language)
})

test('a text that opens as no declaration does has no language to guess', () => {
  expect(guessLanguage([{ kind: 'text', level: 0, text: '…' }])).toBeNull()
})

test.each([
  ['sections', { kind: 'heading', level: 0, text: 'IV. Cooperación' }],
  ['headingVerb', { kind: 'heading', level: 0, text: 'CONSIDERANDO:' }],
  ['plural', { kind: 'chapeau', level: 0, text: 'Los Países Miembros:' }],
  ['gerund', { kind: 'preambular', level: 0, text: 'RECORDANDO' }],
] as const)('the layout %s is recognised', (layout, clause) => {
  expect(guessLayout([clause])).toBe(layout)
})
