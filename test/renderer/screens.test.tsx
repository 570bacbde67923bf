// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { userLabel } from '#renderer/editor/room-user.ts'
import { play, type Scene } from './harness/scenes.ts'
import type { MemoryOptions } from './harness/memory-main.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, field, isDisabled, type } from './page.ts'

const entries = async (window_: Mounted): Promise<readonly string[]> => {
  await window_.press(window_.button(/^Más acciones$/))
  return [...document.querySelectorAll('[role=menuitem]')].map((item) => item.textContent)
}

const SCREENS: readonly (readonly [string, Scene, Partial<MemoryOptions>, number])[] = [
  ['a new passphrase', 'empty', { vault: 'new' }, 4],
  ['the passphrase', 'empty', { vault: 'locked' }, 4],
  ['welcome', 'negotiation', { welcome: true }, 4],
  ['a conference without a document', 'empty', {}, 10],
  ['drafting', 'drafting', {}, 11],
  ['negotiation', 'negotiation', {}, 11],
]

test.each(SCREENS)(
  '[V17] the menu of further actions is there: %s',
  async (_screen, scene, options, count) => {
    const window_ = await mount(play(scene), ['PPT'], options)
    expect(await entries(window_)).toHaveLength(count)
    await window_.press(window_.button(/^Acerca de Consenso$/))
    expect(dialogText()).toContain('Consenso')
    await window_.close()
  },
)

test('[V17] where there is no document a delegation is not offered to import one', async () => {
  const window_ = await mount(play('empty'), ['CO'])
  expect((await entries(window_)).join()).not.toContain('Importar')
  await window_.key(document.body, 'Escape')
  await window_.close()
})

test('[V15.b] while drafting, a paragraph is gone to by its number and the caret goes along', async () => {
  const window_ = await mount(play('drafting'), ['CL'])
  await window_.key(document.body, 'g', { ctrlKey: true })
  await type(window_, field(/^Número de párrafo/), '999')
  expect(isDisabled(window_.button(/^Ir$/))).toBe(true)
  await type(window_, field(/^Número de párrafo/), 'pp 2')
  expect(dialogText()).toContain('PP2 · Reafirmando')
  await window_.press(window_.button(/^Ir$/))
  const current = document.querySelector('.nav-draft[aria-current=true]')
  expect(current?.textContent).toMatch(/^PP2 *Reafirmando/)
  const { anchorNode } = document.getSelection() ?? { anchorNode: null }
  expect(anchorNode?.textContent).toMatch(/^Reafirmando/)
  await window_.close()
})

test.each([
  ['PPT', { role: 'presidency', country: 'CL', name: 'Presidencia' }],
  ['ST', { role: 'secretariat', country: null, name: 'Secretaría' }],
  ['PE', { role: 'delegate', country: 'PE', name: 'Delegación' }],
  ['PPT', { label: 'PPT' }],
  ['PE', { country: 'PE' }],
  ['', { role: 'observer', country: null, name: 'María Pérez' }],
  ['', { country: 7, label: null }],
  ['', 'CL'],
  ['', null],
])('[V16] beside a text stands %o of %o', (label, user) => {
  expect(userLabel(user)).toBe(label)
})
