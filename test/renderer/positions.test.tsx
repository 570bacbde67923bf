// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { mount, type Mounted } from './mount.tsx'
import { play } from './harness/scenes.ts'

const idOf = (window_: Mounted, number: string) =>
  window_.main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const row = (window_: Mounted, number: string) => {
  const found = window_.page.querySelector<HTMLElement>(`#p-${idOf(window_, number)}`)
  if (found === null) throw new Error(`no row ${number}`)
  return found
}
const cell = (window_: Mounted, number: string, code: string) => {
  const found = row(window_, number).querySelector<HTMLElement>(`.cell[aria-label^="${code}"]`)
  if (found === null) throw new Error(`no cell ${code}`)
  return found
}
const positionOf = (window_: Mounted, number: string, code: 'CO' | 'PE' | 'CL') =>
  window_.main.ledger.paragraph(idOf(window_, number)).positions[code]
const asked = (window_: Mounted, name: string) => window_.main.asked.filter((call) => call.name === name)

test('[V4] the strip has twelve cells in the order of codes, each saying country and position in words', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const names = [...row(window_, 'PP5').querySelectorAll('.cell')].map(
    (one) => one.getAttribute('aria-label') ?? '',
  )
  expect(names.map((name) => name.slice(0, 2))).toEqual([
    'AR',
    'BO',
    'BR',
    'CL',
    'CO',
    'EC',
    'GY',
    'PE',
    'PY',
    'SR',
    'UY',
    'VE',
  ])
  expect(names[2]).toContain('Brasil: Objeción')
  expect(names[4]).toContain('su posición')
  await window_.close()
})

test('[V5] the menu of one’s own cell takes a position in the name it shows', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  await window_.press(cell(window_, 'PP7', 'CO'))
  expect(document.querySelector('[role=menu]')?.textContent).toContain('Como Colombia')
  await window_.press(window_.button(/^De acuerdo ad referéndum$/))
  expect(positionOf(window_, 'PP7', 'CO')).toMatchObject({ kind: 'current', value: 'adReferendum' })
  await window_.close()
})

test('[V5.a] an objection is not stated before its reason is written', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  await window_.press(cell(window_, 'PP7', 'CO'))
  await window_.press(window_.button(/^Objeción…$/))
  const state = window_.button(/^Pronunciarse: Objeción$/)
  expect(state.hasAttribute('disabled')).toBe(true)
  expect(asked(window_, 'position.take')).toHaveLength(0)
  await window_.close()
})

test('[V6] an adviser prepares: the country has stated nothing', async () => {
  const window_ = await mount(play('negotiation'), ['CO:adviser'])
  const before = positionOf(window_, 'PP2', 'CO')
  await window_.press(cell(window_, 'PP2', 'CO'))
  await window_.press(window_.button(/^Preparar: De acuerdo ad referéndum$/))
  expect(asked(window_, 'position.take')).toHaveLength(0)
  expect(asked(window_, 'position.prepare')).toHaveLength(1)
  expect(positionOf(window_, 'PP2', 'CO')).toEqual(before)
  await window_.close()
})

test('[V7] what lapsed is confirmed on the new wording with one press', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  window_.session.view.go({ paragraph: idOf(window_, 'PP9') })
  await window_.settle()
  expect(positionOf(window_, 'PP9', 'CO')).toMatchObject({ kind: 'lapsed' })
  await window_.press(window_.button(/^Confirmar sobre el nuevo texto$/))
  expect(positionOf(window_, 'PP9', 'CO')).toMatchObject({ kind: 'current', value: 'agree' })
  await window_.close()
})

test('[V8] "mark agreed" that cannot be says what is missing, by country, and signs nothing', async () => {
  const window_ = await mount(play('negotiation'), ['PPT', 'CL'])
  window_.session.view.go({ paragraph: idOf(window_, 'PP5') })
  await window_.settle()
  await window_.press(window_.button(/^Marcar acordado$/))
  const said = document.querySelector('[role=dialog]')?.textContent ?? ''
  expect(said).toContain('Brasil')
  expect(said).toContain('mantiene una objeción')
  expect(said).toContain('Guyana')
  expect(asked(window_, 'paragraph.agree')).toHaveLength(0)
  await window_.close()
})

test('[V9] with two hats the Chair’s acts and the country’s are each in their own name', async () => {
  const window_ = await mount(play('negotiation'), ['PPT', 'CL'])
  window_.session.view.go({ paragraph: idOf(window_, 'PP6') })
  await window_.settle()
  const panel = window_.page.querySelector('#region-review')?.textContent ?? ''
  expect(panel).toContain('Como Chile')
  expect(panel).toContain('Como Presidencia')
  await window_.close()
})

test('[V10] an observer finds nothing to press about positions, text or stage', async () => {
  const window_ = await mount(play('negotiation'), ['observer'])
  for (const name of [/Marcar acordado/, /Redactar en pantalla/, /Etapa:/, /Pronunciarse/, /su posición/]) {
    expect(() => window_.button(name)).toThrow()
  }
  await window_.close()
})

test('[V11] Alt and the arrow keys go from one open paragraph to the next', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  window_.session.view.go({ paragraph: idOf(window_, 'PP2') })
  await window_.key(document.body, 'ArrowDown', { altKey: true })
  expect(window_.session.view.get().paragraph).toBe(idOf(window_, 'PP5'))
  await window_.key(document.body, 'ArrowUp', { altKey: true })
  expect(window_.session.view.get().paragraph).toBe(idOf(window_, 'PP2'))
  await window_.close()
})

test('[V11.a] arrows move inside a strip, which is one stop of the Tab key', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const strip = row(window_, 'PP2')
  expect(strip.querySelectorAll('.cell[tabindex="0"]')).toHaveLength(1)
  const first = cell(window_, 'PP2', 'AR')
  first.focus()
  await window_.key(first, 'ArrowRight')
  expect(document.activeElement).toBe(cell(window_, 'PP2', 'BO'))
  await window_.key(cell(window_, 'PP2', 'BO'), 'ArrowDown')
  expect(document.activeElement?.getAttribute('aria-label')?.slice(0, 2)).toBe('PE')
  await window_.close()
})

test('[V12] the language of the window changes while it is open, and the page says so', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  await window_.session.setSettings({ language: 'pt' })
  await window_.settle()
  expect(document.documentElement.lang).toBe('pt')
  expect(window_.page.textContent).toContain('Negociação')
  expect(window_.page.querySelector('.wording')?.getAttribute('lang')).toBe('es')
  await window_.close()
})
