// @vitest-environment jsdom
import { act } from 'react'
import type { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { wordingText } from '#shared/domain/wording.ts'
import { screenRoom } from '#shared/sync/rooms.ts'
import type { Question } from '#renderer/session/view.ts'
import { asked } from './answers.ts'
import { chairing } from './chairing.ts'
import { DOC } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'
import { amending, idOf, table, target } from './harness/tabled.ts'
import { mount, type Mounted } from './mount.tsx'

async function ask({ session, settle }: Mounted, question: Question): Promise<void> {
  await act(async () => {
    session.view.go({ question })
    await Promise.resolve()
  })
  await settle()
}

const dialog = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=dialog]')
  if (found === null) throw new Error('no dialog')
  return found
}
const tick = (words: RegExp): HTMLElement => {
  const found = [...dialog().querySelectorAll<HTMLElement>('label')].find(({ textContent }) =>
    words.test(textContent),
  )
  const box = found?.querySelector<HTMLElement>('input')
  if (box === undefined || box === null) throw new Error(`no tick ${String(words)}`)
  return box
}
const resultEditor = (): Editor => {
  const found = dialog().querySelector<HTMLElement & { readonly editor: Editor }>('.result [role=textbox]')
  if (found === null) throw new Error('no result')
  return found.editor
}
const result = () => resultEditor().state.doc.textContent
const writeAtEnd = (words: string) =>
  act(async () => {
    const { view } = resultEditor()
    view.dispatch(view.state.tr.insertText(words, view.state.doc.content.size - 1))
    await Promise.resolve()
  })

/** Two that change the last word. */
function begin() {
  const ledger = play('negotiation')
  const id = idOf(ledger, 'PP5')
  const words = wordingText(ledger.paragraph(id).wording?.clauses ?? [])
  const last = words.split(' ').at(-1) ?? ''
  const one = table(
    ledger,
    'AR',
    amending(ledger, 'PP5', (all) => all.replace(last, 'identificación,')),
  )
  const other = table(
    ledger,
    'BR',
    amending(ledger, 'PP5', (all) => all.replace(last, 'mañana;')),
  )
  return { ledger, id, words, last, one, other }
}

afterEach(() => {
  document.body.replaceChildren()
})

test('[V82] the Chair declines with a reason, which is recorded; without one nothing is signed', async () => {
  const { ledger, one } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'decline', proposal: one })
  expect(dialog().textContent).toContain('Argentina (cambio de palabras)')
  expect(chair.button(/^No acoger$/).hasAttribute('disabled')).toBe(true)
  await act(async () => {
    const field = dialog().querySelector('textarea')
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    if (field !== null) set?.call(field, 'Ya está en el párrafo 2.')
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
  })
  await chair.press(chair.button(/^No acoger$/))
  const found = ledger.state().proposals.find((proposal) => proposal.act === one)
  expect(found).toMatchObject({ status: 'declined', decision: { reason: 'Ya está en el párrafo 2.' } })
  await chair.close()
})

test('[V82.a] a delegation is offered neither dialog', async () => {
  const { ledger, id, one } = begin()
  const delegate = await mount(ledger, ['AR'])
  await ask(delegate, { kind: 'decline', proposal: one })
  expect(document.querySelector('[role=dialog]')).toBeNull()
  await ask(delegate, { kind: 'incorporateProposals', paragraph: id, proposals: [one] })
  expect(document.querySelector('[role=dialog]')).toBeNull()
  await delegate.close()
})

test('[AT8] [V83] the chosen proposal is in the result; what falls and lapses is said before, and the act names it', async () => {
  const { ledger, id, words, last, one, other } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one] })
  expect(result()).toBe(words.replace(last, 'identificación,'))
  const said = dialog().textContent
  expect(said).toContain('Incorporada entera: Argentina (cambio de palabras).')
  await chair.press(tick(/Usar la propuesta de Brasil/))
  await chair.press(tick(/Usar la propuesta de Argentina/))
  expect(result()).toBe(words.replace(last, 'mañana;'))
  expect(dialog().textContent).toContain('Caída, y su texto se conserva: Argentina')
  await chair.press(chair.button(/^Incorporar al texto$/))
  const { proposals } = ledger.state()
  expect(proposals.find(({ act: by }) => by === other)).toMatchObject({
    status: 'incorporated',
    decision: { whole: true },
  })
  expect(proposals.find(({ act: by }) => by === one)?.status).toBe('fallen')
  expect(wordingText(ledger.paragraph(id).wording?.clauses ?? [])).toBe(words.replace(last, 'mañana;'))
  expect(asked(chair, 'text.incorporate')).toHaveLength(1)
  await chair.close()
})

test('[V83.a] what is written by hand stays when other proposals are chosen, until the Chair has it made again', async () => {
  const { ledger, id, one } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one] })
  await writeAtEnd(' a mano')
  const written = result()
  await chair.press(tick(/Usar la propuesta de Argentina/))
  await chair.press(tick(/Usar la propuesta de Brasil/))
  expect(result()).toBe(written)
  await chair.press(chair.button(/^Rehacer con lo marcado$/))
  expect(result()).toMatch(/mañana;$/)
  await chair.close()
})

test('[V83.b] changes of the same words are said, neither is in the result, and what is written by hand uses both', async () => {
  const { ledger, id, words, one, other } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one, other] })
  expect(result()).toBe(words)
  expect(dialog().textContent).toContain('tocan las mismas palabras')
  expect(chair.button(/^Incorporar al texto$/).hasAttribute('disabled')).toBe(true)
  await writeAtEnd(' hoy y mañana')
  await chair.press(chair.button(/^Incorporar al texto$/))
  const used = ledger.state().proposals.filter(({ act: by }) => [one, other].includes(by))
  expect(
    used.map(({ status, decision }) => [status, decision?.kind === 'incorporated' && decision.whole]),
  ).toEqual([
    ['incorporated', false],
    ['incorporated', false],
  ])
  await chair.close()
})

test('[V83.c] an agreed paragraph is opened again from the panel, with a reason, before anything is incorporated', async () => {
  const { ledger } = begin()
  const id = idOf(ledger, 'PP3')
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [] })
  await writeAtEnd(' y más')
  expect(chair.button(/^Incorporar al texto$/).hasAttribute('disabled')).toBe(true)
  expect(dialog().textContent).toContain('está acordado')
  await act(async () => {
    ledger.reopen(id, 'A pedido de Brasil.')
    await Promise.resolve()
  })
  await chair.settle()
  expect(chair.button(/^Incorporar al texto$/).hasAttribute('disabled')).toBe(false)
  await chair.close()
})

test('[V83.d] when somebody else changes the text meanwhile, the Chair is told and starts from the text as it is', async () => {
  const { ledger, id, one } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one] })
  await act(async () => {
    ledger.incorporate('ST', id, (all) => `${all} Y punto.`)
    await Promise.resolve()
  })
  await chair.settle()
  expect(chair.button(/^Incorporar al texto$/).hasAttribute('disabled')).toBe(true)
  await chair.press(chair.button(/^Partir del texto de ahora$/))
  expect(result()).toMatch(/identificación, Y punto\.$/)
  expect(chair.button(/^Incorporar al texto$/).hasAttribute('disabled')).toBe(false)
  await chair.close()
})

test('[V83.e] a deletion suppresses the paragraph, an insertion makes a new one, a move and a split are acts of their own', async () => {
  const { ledger, id } = begin()
  const deletion = table(ledger, 'CO', { kind: 'delete', ...target(ledger, 'PP6') })
  const move = table(ledger, 'CL', { kind: 'move', ...target(ledger, 'PP7'), after: id })
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: idOf(ledger, 'PP6'), proposals: [deletion] })
  expect(dialog().textContent).toContain('queda suprimido')
  const gone = idOf(ledger, 'PP6')
  await chair.press(chair.button(/^Incorporar al texto$/))
  expect(ledger.paragraph(gone).status).toBe('suppressed')
  await ask(chair, { kind: 'incorporateProposals', paragraph: idOf(ledger, 'PP7'), proposals: [move] })
  const moved = idOf(ledger, 'PP7')
  await chair.press(chair.button(/^Incorporar al texto$/))
  const order = ledger.state().paragraphs.map((one) => one.id)
  expect(order[order.indexOf(id) + 1]).toBe(moved)
  expect(ledger.state().proposals.find(({ act: by }) => by === move)).toMatchObject({
    status: 'incorporated',
    decision: { whole: true },
  })
  await chair.close()
})

test('[V84] the Chair tables the result as a bridging text, which takes the place of what it used once it is in the text', async () => {
  const { ledger, id, words, one, other } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one, other] })
  await writeAtEnd(' a mano')
  await chair.press(chair.button(/^Proponer como texto puente$/))
  expect(wordingText(ledger.paragraph(id).wording?.clauses ?? [])).toBe(words)
  const bridging = ledger.state().proposals.find(({ proponents }) => proponents.length === 0)
  expect(bridging).toMatchObject({ status: 'pending', replaces: [one, other].sort() })
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [bridging?.act ?? ''] })
  expect(result()).toBe(`${words} a mano`)
  expect(dialog().textContent).toContain('Sustituida por el texto puente: Argentina')
  await chair.press(chair.button(/^Incorporar al texto$/))
  const { proposals } = ledger.state()
  expect(proposals.map(({ status }) => status)).toEqual(['superseded', 'superseded', 'incorporated'])
  await chair.close()
})

test('[V84.a] the result is put on the screen for all to see, and incorporated from there names what it used', async () => {
  const { ledger, id, words, last, one } = begin()
  const chair = await mount(ledger, ['PPT'])
  chairing(chair)
  await ask(chair, { kind: 'incorporateProposals', paragraph: id, proposals: [one] })
  await chair.press(chair.button(/^Llevar a la pantalla$/))
  await chair.settle()
  const shown = words.replace(last, 'identificación,')
  expect(chair.main.room(screenRoom(DOC)).getText('body').toJSON()).toContain('identificación,')
  expect(wordingText(ledger.paragraph(id).wording?.clauses ?? [])).toBe(words)
  await chair.press(chair.button(/^Incorporar al texto$/))
  await chair.settle()
  expect(wordingText(ledger.paragraph(id).wording?.clauses ?? [])).toBe(shown)
  expect(ledger.state().proposals.find(({ act: by }) => by === one)?.status).toBe('incorporated')
  expect(chair.session.view.get().screen).toBeNull()
  await chair.close()
})
