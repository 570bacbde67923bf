// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import { asked } from './answers.ts'
import { play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText } from './page.ts'

async function openMatrix(as: Parameters<typeof mount>[1]): Promise<Mounted> {
  const window_ = await mount(play('negotiation'), as)
  window_.session.view.go({ mode: 'matrix' })
  await window_.settle()
  return window_
}
const row = (window_: Mounted, number: string) => {
  const rows = [...window_.page.querySelectorAll('.matrix-row')]
  const found = rows.find((one) => one.querySelector('th b')?.textContent === number)
  if (found === undefined) throw new Error(`no row ${number}`)
  return found
}
const cell = (window_: Mounted, number: string, code: CountryCode) => {
  const found = row(window_, number).querySelectorAll<HTMLElement>('.matrix-cell')[
    COUNTRY_CODES.indexOf(code)
  ]
  if (found === undefined) throw new Error(`no cell ${code}`)
  return found
}
const idOf = (window_: Mounted, number: string) =>
  window_.main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const positionOf = (window_: Mounted, number: string, code: 'CO' | 'BR') =>
  window_.main.ledger.paragraph(idOf(window_, number)).positions[code]
const stops = (window_: Mounted) => window_.page.querySelectorAll('.matrix-table [tabindex="0"]')
const box = (window_: Mounted) => window_.page.querySelector('.matrix-box')?.textContent ?? ''

test('[V20] arrows move among the cells of the matrix, which is one stop of the Tab key', async () => {
  const window_ = await openMatrix(['CO'])
  expect(stops(window_)).toHaveLength(1)
  cell(window_, 'PP2', 'BR').focus()
  await window_.settle()
  await window_.key(cell(window_, 'PP2', 'BR'), 'ArrowDown')
  expect(document.activeElement).toBe(cell(window_, 'PP3', 'BR'))
  await window_.key(cell(window_, 'PP3', 'BR'), 'ArrowRight')
  expect(document.activeElement).toBe(cell(window_, 'PP3', 'CL'))
  await window_.key(cell(window_, 'PP3', 'CL'), 'Home')
  expect(document.activeElement).toBe(row(window_, 'PP3').querySelector('th button'))
  expect([...stops(window_)]).toEqual([document.activeElement])
  await window_.close()
})

test('[V20] the matrix is a table with headers of rows and columns', async () => {
  const window_ = await openMatrix(['CO'])
  const heads = [...window_.page.querySelectorAll('.matrix-table thead th')].map((one) =>
    one.getAttribute('scope'),
  )
  expect(heads).toEqual(Array.from({ length: 14 }, () => 'col'))
  const rows = [...window_.page.querySelectorAll('.matrix-table tbody th')]
  expect(new Set(rows.map((one) => one.getAttribute('scope')))).toEqual(new Set(['row']))
  await window_.close()
})

test('[V20] a cell opens what stands behind it: since when, signed by whom, and why', async () => {
  const window_ = await openMatrix(['CO'])
  await window_.press(cell(window_, 'PP5', 'BR'))
  expect(dialogText()).toContain('Brasil (Punto Focal)')
  expect(dialogText()).toContain('legislación nacional')
  await window_.close()
})

test('[V20.a] keys 1 to 6 take the position of one’s own country, from any cell of the row', async () => {
  const window_ = await openMatrix(['CO'])
  await window_.key(cell(window_, 'PP7', 'BR'), '2')
  expect(positionOf(window_, 'PP7', 'CO')).toMatchObject({ kind: 'current', value: 'adReferendum' })
  expect(positionOf(window_, 'PP7', 'BR')).toMatchObject({ kind: 'current', value: 'agree' })
  await window_.close()
})

test('[V20.a] an objection asks its reason before anything is signed', async () => {
  const window_ = await openMatrix(['CO'])
  await window_.key(cell(window_, 'PP7', 'CO'), '5')
  expect(asked(window_, 'position.take')).toHaveLength(0)
  expect(dialogText()).toContain('Objeción')
  await window_.close()
})

test('[V20.a] what is said already is not signed again', async () => {
  const window_ = await openMatrix(['CO'])
  await window_.key(cell(window_, 'PP2', 'CO'), '1')
  expect(asked(window_, 'position.take')).toHaveLength(0)
  await window_.close()
})

test('[V20.a] an adviser’s keys prepare', async () => {
  const window_ = await openMatrix(['CO:adviser'])
  await window_.key(cell(window_, 'PP2', 'CO'), '2')
  expect(asked(window_, 'position.take')).toHaveLength(0)
  expect(asked(window_, 'position.prepare')).toHaveLength(1)
  await window_.close()
})

test('[V20.a] the Chair’s office alone has no keys: it speaks for no country', async () => {
  const window_ = await openMatrix(['PPT'])
  await window_.key(cell(window_, 'PP7', 'CL'), '1')
  expect(asked(window_, 'position.take')).toHaveLength(0)
  await window_.close()
})

test('[V20.b] agreed paragraphs can be hidden', async () => {
  const window_ = await openMatrix(['CO'])
  expect(row(window_, 'PP4')).toBeDefined()
  await window_.press(window_.button(/^Ocultar acordados$/))
  expect(() => row(window_, 'PP4')).toThrow()
  expect(row(window_, 'PP5')).toBeDefined()
  await window_.close()
})

test('[V20.c] the box says by country what consensus on the row still needs', async () => {
  const window_ = await openMatrix(['CO'])
  cell(window_, 'PP5', 'BR').focus()
  await window_.settle()
  expect(box(window_)).toContain('Objetan Brasil y Paraguay.')
  expect(box(window_)).toContain('Ad referéndum: Colombia.')
  await window_.close()
})

test('[V20.d] a position that waits to be sent is marked so', async () => {
  const window_ = await mount(play('negotiation'), ['CO'], { offline: true })
  window_.session.view.go({ mode: 'matrix' })
  await window_.settle()
  await window_.key(cell(window_, 'PP7', 'BR'), '2')
  expect(cell(window_, 'PP7', 'CO').classList.contains('matrix-unsent')).toBe(true)
  expect(cell(window_, 'PP2', 'CO').classList.contains('matrix-unsent')).toBe(false)
  await window_.close()
})
