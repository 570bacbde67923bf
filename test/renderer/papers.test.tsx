// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { answer, asked } from './answers.ts'
import { play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, isDisabled } from './page.ts'

async function ask(
  kind: 'export' | 'drafts' | 'about',
  as: Parameters<typeof mount>[1] = ['CO'],
): Promise<Mounted> {
  const window_ = await mount(play('negotiation'), as)
  answer(window_, {
    'export.final': () => ({ path: 'Documentos/Declaración.pdf', sha256: 'ab'.repeat(32), pages: 7 }),
    'drafts.list': () => [
      {
        id: 'd1',
        conf: window_.main.ledger.conf,
        room: 'doc/declaration/text/es/0',
        at: '2022-09-20T12:00:00.000Z',
        reason: 'roomClosed',
        paragraphs: [
          { id: 'a', theirs: 'Recordando los principios,', mine: 'Recordando los altos principios,' },
          { id: 'b', theirs: '', mine: 'Alentar el intercambio de datos;' },
        ],
      },
    ],
    'drafts.dismiss': () => null,
  })
  window_.session.view.go({ question: { kind } })
  await window_.settle()
  return window_
}

test('[V25] the final text is not exported while paragraphs are open: which, and why', async () => {
  const window_ = await ask('export')
  expect(dialogText()).toContain('26 párrafos siguen abiertos')
  expect(dialogText()).toContain('Objetan Brasil y Paraguay.')
  expect(isDisabled(window_.button(/^Guardar/))).toBe(true)
  await window_.close()
})

test('[V25.a] as a draft it is exported, and the result says where it is', async () => {
  const window_ = await ask('export')
  const tick = document.querySelector<HTMLElement>('.tick input')
  if (tick === null) throw new Error('no draft to ask for')
  await window_.press(tick)
  await window_.press(window_.button(/^Guardar el borrador…$/))
  expect(asked(window_, 'export.final')).toMatchObject([
    { input: { draft: true, language: 'es', path: null } },
  ])
  expect(dialogText()).toContain('Documentos/Declaración.pdf')
  expect(dialogText()).toContain('7 páginas')
  await window_.close()
})

test('[V26] words the relay refused are shown paragraph by paragraph, with the reason', async () => {
  const window_ = await ask('drafts')
  expect(dialogText()).toContain('Recordando los altos principios,')
  expect(dialogText()).toContain('Alentar el intercambio de datos;')
  expect(dialogText()).toContain('El texto ya pasó a otra etapa.')
  await window_.close()
})

test('[V26.a] dismissing asks once more', async () => {
  const window_ = await ask('drafts')
  await window_.press(window_.button(/^Descartar palabras…$/))
  expect(asked(window_, 'drafts.dismiss')).toHaveLength(0)
  await window_.press(window_.button(/^Sí, descartar estas palabras$/))
  expect(asked(window_, 'drafts.dismiss')).toMatchObject([{ input: { id: 'd1' } }])
  await window_.close()
})

test('[V27] a runtime that is not supported is said plainly', async () => {
  const window_ = await ask('about')
  expect(dialogText()).toContain('Este entorno no está mantenido')
  expect(dialogText()).toContain('no la use en una negociación real')
  await window_.close()
})
