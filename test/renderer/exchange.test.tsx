// @vitest-environment jsdom
/** The exchange file in the window: what it holds and for whom, and what became of one that was opened. */
import { act } from 'react'
import { expect, test } from 'vitest'
import { answer, asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText } from './page.ts'
import { DOC } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'

async function choose(window_: Mounted, entry: RegExp): Promise<void> {
  await window_.press(window_.button(/^Más acciones$/))
  await window_.press(window_.button(entry))
}

test('[V97] whoever saves an exchange file chooses what it holds and for whom, and reads who may have it', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  answer(window_, { 'exchange.export': () => ({ path: '/tmp/x.consenso', acts: 12, blobs: 1 }) })
  await choose(window_, /^Guardar archivo de intercambio/)
  expect(dialogText()).toContain('Lleva sólo lo que todas las delegaciones pueden leer.')
  await window_.press(window_.button(/^Sólo Colombia$/))
  expect(dialogText()).toContain('No lo entregue a otra delegación.')
  await window_.press(window_.button(/^Elegir dónde y guardar…$/))
  expect(asked(window_, 'exchange.export')[0]?.input).toMatchObject({
    doc: DOC,
    for: 'delegation',
    path: null,
  })
  expect(dialogText()).toContain('Guardado: 12 actos y 1 texto.')
  expect(dialogText()).toContain('/tmp/x.consenso')
  expect(dialogText()).toContain('Entréguelo sólo a colegas de Colombia.')
  await window_.close()
})

test('[V97] an office without a delegation saves for everybody only', async () => {
  const window_ = await mount(play('negotiation'), ['ST'])
  answer(window_, { 'exchange.export': () => null })
  await choose(window_, /^Guardar archivo de intercambio/)
  expect(() => window_.button(/^Cualquier delegación$/)).toThrow()
  await window_.press(window_.button(/^Todos$/))
  await window_.press(window_.button(/^Elegir dónde y guardar…$/))
  expect(asked(window_, 'exchange.export')[0]?.input).toMatchObject({ doc: null, for: 'everybody' })
  // the system's dialog was closed: the question stands
  expect(dialogText()).toContain('Guardar un archivo de intercambio')
  await window_.close()
})

test('[V97.a] what a file brought is counted; what was here already, and why one was refused, is said', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const outcomes = [
    { code: 'refused', message: 'exchange.refused.forgedAct', values: {} } as const,
    { taken: { acts: 3, blobs: 1 } },
  ]
  answer(window_, { 'exchange.import': () => outcomes.shift() ?? { taken: { acts: 0, blobs: 0 } } })
  await choose(window_, /^Abrir archivo de intercambio/)
  const open = () => window_.press(window_.button(/^Elegir el archivo…$/))
  await open()
  expect(document.querySelector('[role=dialog] [role=alert]')?.textContent).toContain('No se cambió nada.')
  await open()
  expect(dialogText()).toContain('Entraron 3 actos y 1 texto.')
  await window_.press(window_.button(/^Cerrar$/))
  await choose(window_, /^Abrir archivo de intercambio/)
  await open()
  expect(dialogText()).toContain('Todo lo del archivo ya estaba en este equipo.')
  await window_.close()
})

test('[V97.a] a file is opened before there is any document, from the native menu too', async () => {
  const window_ = await mount(play('empty'), ['CO'])
  answer(window_, { 'exchange.import': () => ({ taken: { acts: 40, blobs: 2 } }) })
  await act(async () => {
    window_.main.emit('menu', 'openExchange')
    await Promise.resolve()
  })
  await window_.settle()
  await window_.press(window_.button(/^Elegir el archivo…$/))
  expect(dialogText()).toContain('Entraron 40 actos y 2 textos.')
  await window_.close()
})
