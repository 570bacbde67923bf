// @vitest-environment jsdom
/** Find and replace under negotiation: proposals, never the text. */
import { expect, test } from 'vitest'
import { wordingText } from '#shared/domain/wording.ts'
import { asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, field, isDisabled, type } from './page.ts'
import { workshop } from './workshop.ts'
import { play } from './harness/scenes.ts'

const open = (window_: Mounted) => window_.key(document.body, 'h', { ctrlKey: true })
const ticks = () => [...document.querySelectorAll<HTMLInputElement>('.replace-list input[type=checkbox]')]

/** Paragraphs that can be amended and hold a word that several of them hold. */
function shared({ main }: Mounted) {
  const all = main.ledger.state().paragraphs.filter(({ consent }) => consent)
  const words = (id: string) => wordingText(main.ledger.paragraph(id).wording?.clauses ?? [])
  const holding = all.filter(({ id }) => words(id).toLowerCase().includes('migra'))
  return {
    words,
    open: holding.filter(({ agreement }) => agreement === null),
    settled: holding.filter(({ agreement }) => agreement !== null),
  }
}

test('[V96] each ticked paragraph gets a draft of its own with the words replaced; agreed ones are left alone', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const drafts = workshop(window_, 'CO')
  const { words, open: found, settled } = shared(window_)
  expect(Math.min(found.length - 1, settled.length)).toBeGreaterThan(0)
  await open(window_)
  expect(dialogText()).toContain('El texto no cambia')
  await type(window_, field(/^Buscar$/), 'MIGRÁ')
  await type(window_, field(/^Reemplazar por$/), 'viaja')
  expect(dialogText()).toContain(`En ${String(found.length)} párrafos abiertos.`)
  expect(dialogText()).toContain(`También en ${String(settled.length)} párrafo`)
  expect(ticks()).toHaveLength(found.length)
  const [first] = ticks()
  if (first === undefined) throw new Error('nothing to leave out')
  await window_.press(first)
  await window_.press(window_.button(new RegExp(`^Hacer ${String(found.length - 1)} borrador`)))
  for (let i = 0; i < 4 * found.length; i++) await window_.settle()
  const made = asked(window_, 'draft.open').map(({ input }) => input)
  expect(made).toEqual(
    found.slice(1).map(({ id }) => expect.objectContaining({ operation: 'amend', targets: [id] }) as unknown), // as: what toEqual takes
  )
  expect(asked(window_, 'draft.describe')[0]?.input).toMatchObject({ nature: 'editorial' })
  expect(asked(window_, 'proposal.table')).toEqual([])
  found.slice(1).forEach(({ id }, i) => {
    expect(drafts.words(`d${String(i + 1)}`)).toBe(words(id).replace(/migra/giu, 'viaja'))
  })
  expect(dialogText()).toContain(`${String(found.length - 1)} de ${String(found.length - 1)} borradores`)
  await window_.close()
})

test('[V96] a Speaker tables them at once with one nature and reason; the text stays as it was', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  workshop(window_, 'CO')
  const { words, open: found } = shared(window_)
  const before = found.map(({ id }) => words(id))
  await open(window_)
  await type(window_, field(/^Buscar$/), 'migra')
  await type(window_, field(/^Reemplazar por$/), 'viaja')
  await window_.press(window_.button(/^Presentarlas ahora$/))
  await window_.press(window_.button(/^Presentar \d+ propuestas$/))
  for (let i = 0; i < 4 * found.length; i++) await window_.settle()
  expect(asked(window_, 'draft.open')).toEqual([])
  const tabled = window_.main.ledger.state().proposals
  expect(tabled.map(({ paragraph }) => paragraph)).toEqual(found.map(({ id }) => id))
  for (const { operation } of tabled) {
    if (operation.kind !== 'amend') throw new Error(operation.kind)
    expect(wordingText(operation.clauses)).toBe(words(operation.paragraph).replace(/migra/giu, 'viaja'))
  }
  expect(found.map(({ id }) => words(id))).toEqual(before)
  await window_.close()
})

test('[V96] who proposes nothing is told so, and what may not stand in a text is refused', async () => {
  const chair = await mount(play('negotiation'), ['ST'])
  await open(chair)
  expect(dialogText()).toContain('sólo las delegaciones proponen cambios')
  await chair.close()
  const window_ = await mount(play('negotiation'), ['CO'])
  await open(window_)
  await type(window_, field(/^Buscar$/), 'migra')
  expect(isDisabled(window_.button(/^Hacer/))).toBe(false)
  await type(window_, field(/^Reemplazar por$/), 'a\u202Eb')
  expect(isDisabled(window_.button(/^Hacer/))).toBe(true)
  expect(dialogText()).toContain('caracteres que no se admiten')
  await window_.close()
})
