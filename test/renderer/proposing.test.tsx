// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { act } from 'react'
import { wordingText } from '#shared/domain/wording.ts'
import { asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import type { Place } from '#renderer/session/view.ts'
import { caretOf, pen, placeCaret, typeHere, workshop } from './workshop.ts'
import { play } from './harness/scenes.ts'

const idOf = ({ main }: Mounted, number: string) =>
  main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const wordsOf = ({ main }: Mounted, id: string) =>
  wordingText(main.ledger.paragraph(id).wording?.clauses ?? [])
const numberButton = (id: string) => {
  const found = document.querySelector<HTMLElement>(`#p-${id} .row-number`)
  if (found === null) throw new Error(`no number of ${id}`)
  return found
}
const rowText = (id: string) => document.querySelector(`#p-${id}`)?.textContent ?? ''

const go = async ({ session, settle }: Mounted, change: Partial<Place>) => {
  await act(async () => {
    session.view.go(change)
    await Promise.resolve()
  })
  await settle()
}

/** Goes to the paragraph and, with Enter at its number, into its words. */
async function goInto(window_: Mounted, number: string): Promise<string> {
  const id = idOf(window_, number)
  await go(window_, { paragraph: id })
  await window_.key(numberButton(id), 'Enter')
  return id
}

test('[V60] a delegate chooses between proposing and reading; whoever only reads here is not asked', async () => {
  const delegate = await mount(play('negotiation'), ['CO'])
  expect(delegate.button(/^Proponer$/).getAttribute('aria-checked')).toBe('true')
  await delegate.key(document.body, 'E', { ctrlKey: true, shiftKey: true })
  expect(delegate.button(/^Leer$/).getAttribute('aria-checked')).toBe('true')
  const id = await goInto(delegate, 'PP5')
  expect(document.querySelector('.pen')).toBeNull()
  await delegate.press(delegate.button(/^Proponer$/))
  await delegate.key(numberButton(id), 'Enter')
  expect(pen().textContent).toBe(wordsOf(delegate, id))
  await delegate.close()
  const observer = await mount(play('negotiation'), ['ST'])
  expect(() => observer.button(/^Leer$/)).toThrow()
  await observer.close()
})

test('[V61] what is typed into the words of a paragraph begins one draft, whose room has it, and the caret stays', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const { words } = workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  expect(asked(window_, 'draft.open')).toHaveLength(0)
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' hoy')
  const caret = caretOf()
  await window_.settle()
  await window_.settle()
  await typeHere(' mismo')
  expect(asked(window_, 'draft.open')).toHaveLength(1)
  expect(words('d1')).toBe(wordsOf(window_, id).replace(verb, `${verb} hoy mismo`))
  expect(caretOf()).toBe(caret + ' mismo'.length)
  expect(document.activeElement).toBe(pen())
  await window_.close()
})

test('[V61.a] a draft shows what it adds and what it leaves out of the words it would replace', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' firmemente')
  await window_.settle()
  await window_.settle()
  expect(pen().querySelector('ins')?.textContent.trim()).toBe('firmemente')
  expect(rowText(id)).toContain('Borrador de Colombia: sólo lo ve su delegación')
  await window_.close()
})

test('[V61.b] words whose draft cannot be opened stay, are said not to be saved, and go into it later', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const drafts = workshop(window_, 'CO')
  drafts.failOnce()
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' bien')
  await window_.settle()
  expect(rowText(id)).toContain('Lo que escribió sigue aquí, sin guardar')
  await go(window_, { paragraph: idOf(window_, 'PP6') })
  expect(rowText(id)).toContain('Lo que escribió sigue aquí, sin guardar')
  await window_.press(window_.button(/^Seguir escribiendo$/))
  expect(pen().textContent).toContain(`${verb} bien`)
  await window_.press(window_.button(/^Intentar de nuevo$/))
  await window_.settle()
  expect(drafts.words('d1')).toContain(`${verb} bien`)
  expect(rowText(id)).not.toContain('sin guardar')
  await window_.close()
})

test('[V61.c] words typed just before the member goes on to another paragraph reach the draft', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const { words } = workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' ya')
  await act(async () => {
    window_.session.view.go({ paragraph: idOf(window_, 'PP6') })
    await Promise.resolve()
  })
  await window_.settle()
  await window_.settle()
  expect(document.querySelector('.pen')).toBeNull()
  expect(words('d1')).toContain(`${verb} ya`)
  expect(rowText(id)).toContain('Borrador de Colombia sin presentar')
  await window_.close()
})

test('[V61.d] where the delegation has a draft at the paragraph, that is opened and no second one begun', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const drafts = workshop(window_, 'CO')
  await act(async () => {
    drafts.open('CO:adviser', idOf(window_, 'PP5'))
    await Promise.resolve()
  })
  const id = await goInto(window_, 'PP5')
  await window_.settle()
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere('!')
  await window_.settle()
  expect(asked(window_, 'draft.open')).toHaveLength(0)
  expect(drafts.words('d1')).toContain(`${verb}!`)
  await window_.close()
})

test('[V61.e] where the room of the draft has other words than those typed into, both are there', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const drafts = workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const clauses = window_.main.ledger.paragraph(id).wording?.clauses ?? []
  drafts.seedWith(
    clauses.map((clause, i) => (i === 0 ? { ...clause, runs: [{ insert: 'Otro texto' }] } : clause)),
  )
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' mío')
  await window_.settle()
  await window_.settle()
  expect(pen().textContent).toContain('Otro texto')
  expect(drafts.words('d1')).not.toContain('mío')
  expect(document.querySelector('.pen-apart')?.textContent).toContain(`${verb} mío`)
  await window_.press(window_.button(/^Ya no hace falta$/))
  expect(document.querySelector('.pen-apart')).toBeNull()
  await window_.close()
})

test('[V62] on an agreed paragraph it is said why nothing can be proposed, and no draft is opened', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await goInto(window_, 'PP1')
  expect(document.querySelector('.pen')).toBeNull()
  expect(document.querySelector(`#p-${id} [role=status]`)?.textContent).toContain('El párrafo está acordado')
  expect(asked(window_, 'draft.open')).toHaveLength(0)
  await window_.close()
})

test('[V63] Escape leaves the draft to the number of its paragraph, and the draft stays', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' hoy')
  await window_.settle()
  await window_.settle()
  await window_.key(pen(), 'Escape')
  await act(async () => {
    await new Promise(requestAnimationFrame)
  })
  expect(document.querySelector('.pen')).toBeNull()
  expect(document.activeElement).toBe(numberButton(id))
  expect(rowText(id)).toContain('Borrador de Colombia sin presentar')
  await go(window_, { sheet: 'proposals' })
  const list = document.querySelector('[aria-label="Borradores de Colombia"]')?.textContent
  expect(list).toContain('Párrafo PP5: cambio de palabras')
  await window_.close()
})

test('[V63.a] a draft with words is discarded only after asking; one that says nothing new at once', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' hoy')
  await window_.settle()
  await window_.settle()
  await window_.press(window_.button(/^Descartar$/))
  expect(asked(window_, 'draft.putAway')).toHaveLength(0)
  const dialog = document.querySelector<HTMLElement>('[role=dialog]')
  expect(dialog?.textContent).toContain('¿Descartar el borrador?')
  const confirm = [...(dialog?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent === 'Descartar',
  )
  if (confirm === undefined) throw new Error('nothing to confirm with')
  await window_.press(confirm)
  expect(asked(window_, 'draft.putAway')).toHaveLength(1)
  expect(rowText(id)).not.toContain('Borrador de Colombia')
  await window_.close()
})

test('[V63.b] an adviser’s draft says that it is for the Focal Point', async () => {
  const window_ = await mount(play('negotiation'), ['CO:adviser'])
  workshop(window_, 'CO')
  const id = await goInto(window_, 'PP5')
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' hoy')
  await window_.settle()
  await window_.settle()
  expect(rowText(id)).toContain('Queda como borrador para su Punto Focal')
  await window_.close()
})
