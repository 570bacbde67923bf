// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Run } from '#shared/domain/clause.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { withBrackets } from '#renderer/ui/bracket-signs.ts'
import { SCOPE, type Ledger, type Person } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'
import { amending, clause, idOf, table } from './harness/tabled.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, field, isDisabled, type } from './page.ts'

const WORDS = 'segura, ordenada y regular'

function bracket(
  ledger: Ledger,
  by: Person,
  number: string,
  words: string,
  countries: readonly ('AR' | 'UY')[],
): string {
  const id = idOf(ledger, number)
  const { wording } = ledger.paragraph(id)
  const text = wordingText(wording?.clauses ?? [])
  const from = text.indexOf(words)
  if (wording === null || from < 0) throw new Error(`no such words: ${words}`)
  return ledger.sign(by, 'bracket', SCOPE, {
    anchor: { paragraph: id, hash: wording.hash, from, to: from + words.length, quote: words },
    countries: [...countries],
    byChair: by === 'PPT',
    reason: 'En consulta.',
  })
}
const wordsAt = (ledger: Ledger, number: string) =>
  wordingText(ledger.paragraph(idOf(ledger, number)).wording?.clauses ?? [])
const row = (window_: Mounted, number: string) =>
  window_.page.querySelector(`[id="p-${idOf(window_.main.ledger, number)}"]`)
const sheetAt = async (window_: Mounted, number: string) => {
  const { view } = window_.session
  view.go({ sheet: 'proposals', paragraph: idOf(window_.main.ledger, number) })
  await window_.settle()
}
const listed = (window_: Mounted) => window_.page.querySelector('.brackets')?.textContent ?? ''

test('[V74] open brackets stand in the words with their countries, and are listed', async () => {
  const ledger = play('negotiation')
  const act = bracket(ledger, 'PPT', '2', 'situación migratoria', ['AR', 'UY'])
  const window_ = await mount(ledger, ['PE'])
  await sheetAt(window_, '2')
  expect(row(window_, '2')?.querySelector('.wording')?.textContent).toContain(
    '[AR UYentre corchetes por Argentina y Uruguay: situación migratoria]',
  )
  expect(listed(window_)).toContain('1 corchete')
  expect(listed(window_)).toContain('[situación migratoria]')
  expect(listed(window_)).toContain('Abierto por Presidencia en el párrafo 2')
  expect(listed(window_)).toContain('En consulta.')
  expect(listed(window_)).not.toContain('Sus palabras cambiaron')

  // the Chair's text alone has none; changed words are said to be so
  window_.session.view.go({ show: { kind: 'accepted' } })
  await window_.settle()
  expect(row(window_, '2')?.querySelector('.bracket-sign')).toBeNull()
  window_.session.view.go({ show: { kind: 'current' } })
  ledger.incorporate('PPT', idOf(ledger, '2'), (words) => words.replace('migratoria', 'personal'))
  await window_.settle()
  expect(row(window_, '2')?.querySelector('.bracket-sign')).toBeNull()
  expect(listed(window_)).toContain('Sus palabras cambiaron')
  expect(ledger.state().brackets.find((one) => one.act === act)?.lifted).toBeNull()
  await window_.close()
})

test('[V74.a] a Speaker brackets words for its country and lifts its own', async () => {
  const ledger = play('negotiation')
  const window_ = await mount(ledger, ['PE'])
  await sheetAt(window_, '2')
  await window_.press(window_.button(/^Poner entre corchetes…$/))
  const field = document.querySelector<HTMLTextAreaElement>('textarea.bracket-text')
  if (field === null) throw new Error('no words to choose from')
  expect(isDisabled(window_.button(/^Poner entre corchetes$/))).toBe(true)
  const from = field.value.indexOf('situación migratoria')
  field.focus()
  field.setSelectionRange(from - 1, from + 'situación migratoria'.length)
  await window_.key(field, 'ArrowRight', { shiftKey: true })
  await window_.settle()
  expect(dialogText()).toContain('Entre corchetes: [situación migratoria]')
  expect(dialogText()).toContain('Como Perú')
  await window_.press(window_.button(/^Poner entre corchetes$/))
  expect(ledger.state().brackets).toMatchObject([
    { quote: 'situación migratoria', byChair: false, countries: [{ country: 'PE', lifted: null }] },
  ])
  await window_.press(window_.button(/^Levantar por Perú$/))
  expect(ledger.state().brackets[0]?.lifted).not.toBeNull()
  expect(row(window_, '2')?.querySelector('.bracket-sign')).toBeNull()
  await window_.close()
})

test('[V74.b] the Chair lifts a bracket "without objection", with the meeting and who was there', async () => {
  const ledger = play('negotiation')
  bracket(ledger, 'PPT', '2', 'situación migratoria', ['AR', 'UY'])
  const window_ = await mount(ledger, ['PPT'])
  await sheetAt(window_, '2')
  await window_.press(window_.button(/^Sin objeción…$/))
  const confirm = () => window_.button(/^Levantar sin objeción$/)
  expect(isDisabled(confirm())).toBe(true)
  await type(window_, field(/^Reunión/), 'Plenaria, segunda sesión')
  await window_.press(confirm())
  expect(ledger.state().brackets[0]?.lifted).toMatchObject({ meeting: 'Plenaria, segunda sesión' })
  bracket(ledger, 'PPT', '3', wordsAt(ledger, '3').slice(0, 9), ['AR'])
  await window_.close()
  const onlooker = await mount(ledger, ['PE'])
  await sheetAt(onlooker, '3')
  expect(listed(onlooker)).toContain('1 corchete')
  expect(listed(onlooker)).not.toContain('Sin objeción')
  expect(listed(onlooker)).not.toContain('Levantar')
  await onlooker.close()
})

test('[V73] what waits is counted at the paragraph, in the outline and for the document, and leads to the cards', async () => {
  const ledger = play('negotiation')
  table(
    ledger,
    'AR',
    amending(ledger, '2', (words) => `${words} Siempre.`),
  )
  table(
    ledger,
    'BR',
    amending(ledger, '2', (words) => `${words} Nunca.`),
  )
  const only = bracket(ledger, 'PPT', '3', wordsAt(ledger, '3').slice(0, 9), ['AR'])
  const window_ = await mount(ledger, ['PE'])
  window_.session.view.go({ sheet: 'consensus' })
  await window_.settle()
  const count = (number: string) => row(window_, number)?.querySelector<HTMLElement>('.row-pending') ?? null
  expect(count('2')?.getAttribute('aria-label')).toBe('2 propuestas pendientes')
  expect(count('3')?.getAttribute('aria-label')).toBe('1 corchete abierto')
  expect(count('1')).toBeNull()
  expect(window_.page.querySelector('#region-nav')?.textContent).toContain(
    '2 propuestas pendientes · 1 corchete abierto',
  )
  const at2 = count('2')
  if (at2 === null) throw new Error('no count')
  await window_.press(at2)
  expect(window_.page.querySelectorAll('.cards > div > .cards-list > li')).toHaveLength(2)

  // the gate's list leads there too
  window_.session.view.go({ question: { kind: 'agree', paragraph: idOf(ledger, '3') } })
  await window_.settle()
  await window_.press(window_.button(/^Quedan corchetes abiertos$/))
  expect(window_.session.view.get()).toMatchObject({
    question: null,
    card: only,
    paragraph: idOf(ledger, '3'),
  })
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Corchete en el párrafo 3: /)
  await window_.close()
})

test.each([
  ['in one run', [{ insert: `Una migración ${WORDS}.` }]],
  [
    'across runs',
    [
      { insert: 'Una migración segura, ' },
      { insert: 'ordenada', attributes: { bold: true } },
      { insert: ' y regular.' },
    ],
  ],
  ['where blanks are collapsed', [{ insert: `  Una   migración ${WORDS}  .` }]],
])('brackets stand around their words: %s', (_where, runs) => {
  const one = { ...clause('c', ''), runs }
  const text = wordingText([clause('b', 'Antes.'), one])
  const from = text.indexOf(WORDS)
  const mark = { key: 'm', from, to: from + WORDS.length, tag: 'AR', said: '' }
  const [before = [], pieces = []] = withBrackets([clause('b', 'Antes.'), one], [mark])
  const wordsOf = ({ insert }: Run) => (typeof insert === 'string' ? insert : '')
  const shown = pieces
    .map((piece) => (piece.kind === 'run' ? wordsOf(piece.run) : piece.kind === 'open' ? '[' : ']'))
    .join('')
  expect(shown).toContain(`[${WORDS}]`)
  expect(before).toEqual([{ kind: 'run', run: { insert: 'Antes.' } }])
})
