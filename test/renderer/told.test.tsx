// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { play } from './harness/scenes.ts'
import { mount } from './mount.tsx'
import { dialogText } from './page.ts'

/** The ids of the paragraphs with a number, in their order; the third is agreed in this scene. */
function scene() {
  const ledger = play('negotiation')
  const [, , third = ''] = ledger
    .state()
    .paragraphs.filter(({ number }) => number !== '')
    .map(({ id }) => id)
  return { ledger, third }
}

test('an objection after the agreement is told where the agreement is', async () => {
  const { ledger, third } = scene()
  const before = await mount(ledger, ['PPT'])
  before.session.view.go({ paragraph: third })
  await before.settle()
  expect(document.querySelector('.stamp')?.textContent).not.toContain('Objeción posterior')
  ledger.position('UY', third, 'object', 'No se ajusta a nuestra ley.')
  await before.settle()
  expect(document.querySelector('.stamp')?.textContent).toContain('Objeción posterior de Uruguay.')
  await before.close()
})

test('an adviser is told that what is prepared stays in the delegation', async () => {
  const { ledger, third } = scene()
  const window_ = await mount(ledger, ['CO:adviser'])
  window_.session.view.go({ question: { kind: 'position', paragraph: third, value: 'object' } })
  await window_.settle()
  expect(dialogText()).toContain('Sólo lo ve su delegación')
  expect(dialogText()).not.toContain('Se muestra a todas las delegaciones')
  await window_.close()
})
