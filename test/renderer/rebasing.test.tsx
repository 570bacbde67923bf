// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import { wordingText } from '#shared/domain/wording.ts'
import { asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import { pen, placeCaret, typeHere, workshop } from './workshop.ts'
import { play } from './harness/scenes.ts'

const idOf = ({ main }: Mounted, number: string) =>
  main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const wordsOf = ({ main }: Mounted, id: string) =>
  wordingText(main.ledger.paragraph(id).wording?.clauses ?? [])
const columns = () => document.querySelector('.rebase')?.textContent ?? ''

/** A draft at PP5 with a word behind the first one. */
async function draftAt(window_: Mounted): Promise<{ readonly id: string; readonly verb: string }> {
  const id = idOf(window_, 'PP5')
  await act(async () => {
    window_.session.view.go({ paragraph: id, pen: { paragraph: id, draft: null, at: null } })
    await Promise.resolve()
  })
  await window_.settle()
  const [verb = ''] = wordsOf(window_, id).split(' ')
  placeCaret(verb)
  await typeHere(' firmemente')
  await window_.settle()
  await window_.settle()
  return { id, verb }
}
async function incorporate(window_: Mounted, id: string, change: (words: string) => string): Promise<void> {
  await act(async () => {
    window_.main.ledger.incorporate('PPT', id, change)
    await Promise.resolve()
  })
  await window_.settle()
}

test('[V66] a draft whose text changed in other words is brought onto it when its owner says so, not before', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const { words } = workshop(window_, 'CO')
  const { id, verb } = await draftAt(window_)
  await incorporate(window_, id, (text) => `${text} Así sea.`)
  expect(words('d1')).not.toContain('Así sea.')
  for (const title of ['Texto de entonces', 'Texto actual', 'Su borrador']) expect(columns()).toContain(title)
  await window_.press(window_.button(/^Llevar al texto actual$/))
  await window_.settle()
  await window_.settle()
  expect(asked(window_, 'draft.open')).toHaveLength(2)
  expect(words('d2')).toContain(`${verb} firmemente`)
  expect(words('d2')).toContain('Así sea.')
  expect(asked(window_, 'draft.putAway')).toHaveLength(1)
  expect(pen().textContent).toContain('Así sea.')
  expect(document.querySelector('.rebase')).toBeNull()
  await window_.close()
})

test('[V66.a] where the text changed in the words of the draft nothing is brought along: another draft begins, and this one stays', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const { words } = workshop(window_, 'CO')
  const { id } = await draftAt(window_)
  await incorporate(window_, id, (text) => `Solemnemente ${text.split(' ').slice(3).join(' ')}`)
  expect(() => window_.button(/^Llevar al texto actual$/)).toThrow()
  expect(columns()).toContain('Hay que unirlos a mano')
  await window_.press(window_.button(/^Empezar otro borrador sobre el texto actual$/))
  await window_.settle()
  await window_.settle()
  expect(words('d1')).toContain('firmemente')
  expect(words('d2')).toContain('Solemnemente')
  expect(words('d2')).not.toContain('firmemente')
  expect(asked(window_, 'draft.putAway')).toHaveLength(0)
  await window_.close()
})
