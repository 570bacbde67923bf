// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { CallName, Input } from '#shared/ipc/contract.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, isDisabled } from './page.ts'
import { pen, placeCaret, press, typeHere, workshop } from './workshop.ts'
import { SCOPE } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'

const idOf = ({ main }: Mounted, number: string) =>
  main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const wordsOf = ({ main }: Mounted, id: string) =>
  wordingText(main.ledger.paragraph(id).wording?.clauses ?? [])
const rowText = (id: string) => document.querySelector(`#p-${id}`)?.textContent ?? ''
/** What main was asked last. */
function given<K extends CallName>(window_: Mounted, name: K): Input<K> {
  const last = asked(window_, name).at(-1)
  if (last === undefined) throw new Error(`${name} was not asked`)
  return last.input as Input<K> // as: the harness notes the input of each call under its name
}
async function goTo(window_: Mounted, number: string): Promise<string> {
  const id = idOf(window_, number)
  await act(async () => {
    window_.session.view.go({ paragraph: id })
    await Promise.resolve()
  })
  await window_.settle()
  return id
}
async function propose(window_: Mounted, number: string, action: RegExp): Promise<string> {
  const id = await goTo(window_, number)
  await window_.press(window_.button(/^Proponer…$/))
  await window_.press(window_.button(action))
  await window_.settle()
  return id
}
const clausesIn = (operation: Input<'proposal.table'>['operation']) =>
  wordingText('clauses' in operation ? (operation.clauses as readonly Clause[]) : []) // as: the contract's copy of a clause

test('[V64] before tabling the exact change is shown; nature, reason and co-proponents go with it', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await propose(window_, 'PP5', /^Cambiar las palabras/)
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' firmemente')
  await window_.settle()
  await window_.settle()
  await window_.press(window_.button(/^Presentar…$/))
  expect(dialogText()).toContain('Modifica el párrafo PP5')
  expect(document.querySelector('[role=dialog] ins')?.textContent).toContain('firmemente')
  await window_.press(window_.button(/^Perú$/))
  expect(dialogText()).toContain('Queda pendiente de Perú')
  await window_.press(window_.button(/^Presentar como Colombia$/))
  const table = given(window_, 'proposal.table')
  expect(table).toMatchObject({
    draft: 'd1',
    nature: 'substantive',
    proponents: ['CO', 'PE'],
    previous: null,
  })
  expect(clausesIn(table.operation)).toBe(wordsOf(window_, id).replace(verb, `${verb} firmemente`))
  await window_.settle()
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(document.querySelector('.pen')).toBeNull()
  expect(rowText(id)).not.toContain('sin presentar')
  expect(window_.main.ledger.state().proposals).toHaveLength(1)
  await window_.close()
})

test('[V64.a] a draft that says what the text says cannot be tabled, and it is said why', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  await propose(window_, 'PP5', /^Texto alternativo/)
  await window_.press(window_.button(/^Presentar…$/))
  expect(dialogText()).toContain('El borrador dice lo mismo que el texto')
  expect(isDisabled(window_.button(/^Presentar como Colombia$/))).toBe(true)
  await window_.close()
})

test('[V64.b] an adviser leaves reason and nature with the draft; nothing is tabled', async () => {
  const window_ = await mount(play('negotiation'), ['CO:adviser'])
  workshop(window_, 'CO')
  await propose(window_, 'PP5', /^Texto alternativo/)
  await window_.press(window_.button(/^Motivo y naturaleza…$/))
  expect(() => window_.button(/^Presentar como/)).toThrow()
  await window_.press(window_.button(/^Guardar con el borrador$/))
  expect(given(window_, 'draft.describe')).toMatchObject({ draft: 'd1', nature: 'substantive' })
  expect(asked(window_, 'proposal.table')).toHaveLength(0)
  await window_.close()
})

test('[V64.c] a new version is drafted at the paragraphs of the one before, which it names, and so is an answer', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const { ledger } = window_.main
  const id = idOf(window_, 'PP5')
  const table = (by: 'CO' | 'AR', word: string) => {
    const { hash, clauses } = ledger.paragraph(id).wording ?? { hash: '', clauses: [] }
    const written = clauses.map((clause) => ({ ...clause, runs: [{ insert: `Otro texto ${word}` }] }))
    return ledger.sign(by, 'propose', SCOPE, {
      ...{
        proposal: `p-${by.toLowerCase()}`,
        version: 1,
        previous: null,
        proponents: [by],
        nature: 'substantive',
        reason: '',
      },
      ...{ answers: null, replaces: [], huddle: null, language: 'es' },
      operation: { kind: 'amend', paragraph: id, hash, clauses: written },
    })
  }
  let own = ''
  let other = ''
  await act(async () => {
    own = table('CO', 'propio')
    other = table('AR', 'ajeno')
    window_.session.view.go({ paragraph: id, sheet: 'proposals' })
    await Promise.resolve()
  })
  await window_.settle()
  const begin = async (words: string, entry: RegExp) => {
    const card = [...document.querySelectorAll('article, li')].findLast((one) =>
      one.textContent.includes(words),
    )
    const more = card?.querySelector<HTMLElement>('[aria-label="Más sobre esta propuesta"]')
    if (more === null || more === undefined) throw new Error(`no menu at ${words}`)
    await window_.press(more)
    await window_.press(window_.button(entry))
    return given(window_, 'draft.open')
  }
  const same = { operation: 'amend', targets: [id], after: null }
  expect(await begin('Colombia', /^Nueva versión$/)).toMatchObject({ ...same, previous: own, answers: null })
  await window_.settle()
  expect(await begin('Argentina', /^Contrapropuesta$/)).toMatchObject({
    ...same,
    previous: null,
    answers: other,
  })
  await window_.close()
})

test('[V65] a deletion is tabled from a dialog with the words that would go, and needs no draft', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await propose(window_, 'PP5', /^Suprimir el párrafo…/)
  expect(document.querySelector('[role=dialog] del')?.textContent).toContain(wordsOf(window_, id))
  await window_.press(window_.button(/^Presentar como Colombia$/))
  const hash = window_.main.ledger.paragraph(id).wording?.hash
  expect(given(window_, 'proposal.table')).toMatchObject({
    draft: null,
    operation: { kind: 'delete', paragraph: id, hash },
  })
  await window_.close()
})

test('[V65.a] a move asks where to, and says it before it is tabled', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await propose(window_, 'PP5', /^Trasladar el párrafo…/)
  await window_.press(window_.button(/^Continuar$/))
  expect(dialogText()).toContain('Traslada el párrafo PP5 al comienzo')
  await window_.press(window_.button(/^Presentar como Colombia$/))
  expect(given(window_, 'proposal.table').operation).toMatchObject({
    kind: 'move',
    paragraph: id,
    after: null,
  })
  await window_.close()
})

test('[V65.b] a new paragraph is written below the one it would follow, whose words stay in sight', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await propose(window_, 'PP5', /^Párrafo nuevo después de éste/)
  expect(rowText(id)).toContain(wordsOf(window_, id))
  await typeHere('Nuevo párrafo')
  await window_.press(window_.button(/^Presentar…$/))
  await window_.press(window_.button(/^Presentar como Colombia$/))
  const { operation } = given(window_, 'proposal.table')
  expect(operation).toMatchObject({ kind: 'insert', after: id })
  expect(clausesIn(operation)).toBe('Nuevo párrafo')
  await window_.close()
})

test('[V65.c] Enter in a split begins another part; in any other draft a sub-paragraph', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await propose(window_, 'PP5', /^Dividir en dos o más/)
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await press(window_, 'Enter')
  await window_.press(window_.button(/^Presentar…$/))
  await window_.press(window_.button(/^Presentar como Colombia$/))
  const { operation } = given(window_, 'proposal.table')
  expect('parts' in operation ? operation.parts.map((part) => part.length) : []).toEqual([1, 1])
  await propose(window_, 'PP6', /^Cambiar las palabras/)
  const [other = ''] = pen().textContent.split(' ')
  placeCaret(other)
  await press(window_, 'Enter')
  expect([...pen().children].map((clause) => clause.getAttribute('data-level'))).toEqual(['0', '1'])
  await window_.close()
})

test('[V65.d] what cannot be proposed on a paragraph is in the menu with the reason', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  await goTo(window_, 'PP1')
  await window_.press(window_.button(/^Proponer…$/))
  const item = (name: RegExp) =>
    [...document.querySelectorAll('[role=menuitem]')].find((one) => name.test(one.textContent))
  expect(item(/Suprimir/)?.getAttribute('aria-disabled')).toBe('true')
  expect(item(/Suprimir/)?.textContent).toContain('El párrafo está acordado')
  expect(item(/Párrafo nuevo/)?.getAttribute('aria-disabled')).toBeNull()
  await window_.close()
})
