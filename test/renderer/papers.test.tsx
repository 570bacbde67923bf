// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { ExportStep } from '#shared/ipc/contract.ts'
import { answer, asked } from './answers.ts'
import { DOC } from './harness/ledger.ts'
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

test('[V25.b] an export says its steps and is cancelled with one press; what it answers then is not looked at', async () => {
  const window_ = await ask('export')
  expect(asked(window_, 'export.prepare')).toHaveLength(1)
  let made = 0
  let save: () => void = () => undefined
  const saved = new Promise<void>((resolve) => {
    save = resolve
  })
  const call = window_.main.call.bind(window_.main)
  Object.assign(window_.main, {
    call: async (...[name, input]: Parameters<typeof call>) => {
      const reply = await call(name, input)
      if (name === 'export.final' && ++made === 1) await saved
      return reply
    },
  })
  const tell = async (step: ExportStep) => {
    await act(async () => {
      window_.main.emit('export.step', { conf: window_.main.ledger.conf, doc: DOC, step })
      await Promise.resolve()
    })
  }
  await window_.press(document.querySelector<HTMLElement>('.tick input') ?? window_.page)
  await window_.press(window_.button(/^Guardar el borrador…$/))
  expect(dialogText()).toContain('Paso 1 de 5')
  await tell('composing')
  expect(dialogText()).toContain('Componiendo las páginas…Paso 3 de 5')
  expect(document.querySelector('progress')).toMatchObject({ value: 3, max: 5 })
  await window_.press(window_.button(/^Cancelar la exportación$/))
  expect(asked(window_, 'export.cancel')).toMatchObject([{ input: { doc: DOC } }])
  expect(document.querySelector('progress')).toBeNull()
  save()
  await window_.settle()
  expect(dialogText()).not.toContain('Documentos/Declaración.pdf')
  await window_.press(window_.button(/^Guardar el borrador…$/))
  expect(dialogText()).toContain('Documentos/Declaración.pdf')
  await window_.close()
  expect(asked(window_, 'export.cancel')).toHaveLength(1)
})

test('[V25.b] closing the dialog ends the export', async () => {
  const window_ = await ask('export')
  const call = window_.main.call.bind(window_.main)
  Object.assign(window_.main, {
    call: (...[name, input]: Parameters<typeof call>) =>
      name === 'export.final' ? new Promise(() => undefined) : call(name, input),
  })
  await window_.press(document.querySelector<HTMLElement>('.tick input') ?? window_.page)
  await window_.press(window_.button(/^Guardar el borrador…$/))
  await window_.press(window_.button(/^Cerrar$/))
  expect(asked(window_, 'export.cancel')).toHaveLength(1)
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
