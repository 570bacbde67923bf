/** A Chair who has no mouse: from the drafting of a text to a paragraph that is agreed and opened again. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '#test/kit/folder.ts'
import { openDesk, page, paragraph, sees, type Desk } from './journey/desk.ts'

const folder = temporaryFolder()
let chile: Desk

beforeAll(async () => {
  const places = { profile: join(folder.path, 'chile'), sampleDir: join(folder.path, 'sample') }
  chile = await openDesk({ name: 'chile', ...places, args: ['--as=PPT'] })
  await page(chile).getByRole('navigation').getByText('PP1', { exact: true }).waitFor()
})

afterAll(async () => {
  await chile.app.close()
  folder[Symbol.dispose]()
})

const press = (...keys: readonly string[]) =>
  keys.reduce(async (before, key) => {
    await before
    await page(chile).keyboard.press(key)
  }, Promise.resolve())

/** What has the focus, as it is called, with what is written on it. */
const focused = () =>
  page(chile).evaluate(() => {
    const now = document.activeElement
    const words = (now?.closest('label') ?? now)?.textContent ?? ''
    return `${now?.getAttribute('aria-label') ?? ''} ${words}`.trim()
  })

/** Presses the key until what has the focus says so. */
async function moveTo(key: string, wanted: RegExp): Promise<void> {
  const passed: string[] = []
  for (let left = 80; left > 0; left--) {
    const now = await focused()
    if (wanted.test(now)) return
    passed.push(now)
    await press(key)
  }
  throw new Error(`${key} does not lead to ${String(wanted)}: ${passed.join(' | ')}`)
}

/** From the menu of the stage, one entry, which opens a dialog. */
async function askOfStage(entry: RegExp): Promise<void> {
  await moveTo('Tab', /^Etapa: /)
  await press('Enter')
  await page(chile).getByRole('menu').waitFor()
  await moveTo('ArrowDown', entry)
  await press('Enter')
  await page(chile).getByRole('dialog').waitFor()
}

const answered = () => page(chile).getByRole('dialog').waitFor({ state: 'detached' })

/** Keeps what had the focus before it fell to the page for longer than a dialog needs to give it back. */
async function watchFocus(): Promise<() => Promise<readonly string[]>> {
  const watched = await page(chile).evaluateHandle(() => {
    const fallen: string[] = []
    let [had, frames] = ['', 0]
    const look = () => {
      const now = document.activeElement
      if (now === null || now === document.body) {
        if (++frames === 12) fallen.push(had)
      } else {
        frames = 0
        had = `${now.getAttribute('aria-label') ?? ''} ${now.textContent}`.trim().slice(0, 60)
      }
      requestAnimationFrame(look)
    }
    look()
    return fallen
  })
  return () => watched.evaluate((fallen) => [...fallen])
}

test('[V32.b] a Chair opens negotiation, agrees, marks agreed and re-opens by keyboard alone; the focus is never lost', async () => {
  await press('Tab')
  const fallen = await watchFocus()

  await askOfStage(/^Abrir negociación/)
  await moveTo('Tab', /^Abrir negociación$/)
  await press('Enter')
  await answered()
  await paragraph(chile, '1').waitFor()

  await askOfStage(/^Partes/)
  await moveTo('Tab', /^Todos los Países Miembros$/)
  await press('ArrowRight', 'Space')
  await moveTo('Tab', /^Argentina$/)
  for (let now = await focused(); !now.startsWith('Fijar'); now = await focused()) {
    await press(...(/Chile|Presidencia|Cancelar/.test(now) ? [] : ['Space']), 'Tab')
  }
  await press('Enter')
  await answered()

  await press('F6')
  await moveTo('Tab', /^Declaración de Santiago$/)
  await moveTo('ArrowDown', /^\D*1 Reafirman su compromiso/)
  await press('Enter', 'F6')
  expect(await focused()).toMatch(/^1/)
  await moveTo('Tab', /^CL · /)
  await press('Enter')
  await page(chile).getByRole('menu').waitFor()
  await moveTo('ArrowDown', /^De acuerdo$/)
  await press('Enter')
  await sees(chile, paragraph(chile, '1').getByRole('button', { name: /Chile: De acuerdo/ }))
  await expect.poll(focused).toMatch(/^CL · Chile: De acuerdo/)

  await press('F6')
  expect(await focused()).toBe('Consenso')
  await moveTo('Tab', /^Marcar acordado$/)
  await press('Enter')
  await sees(chile, page(chile).getByRole('region', { name: 'Párrafo 1, Acordado' }))
  await expect.poll(focused).toBe('Reabrir…')

  await press('Enter')
  await page(chile).getByRole('dialog').waitFor()
  await page(chile).keyboard.type('A pedido de una delegación')
  await moveTo('Tab', /^Reabrir$/)
  await press('Enter')
  await answered()
  await sees(chile, page(chile).getByRole('region', { name: 'Párrafo 1, Abierto' }))
  await expect.poll(focused).toBe('Marcar acordado')

  expect(await fallen()).toEqual([])
})

test('control: focus that does fall to the page is seen', async () => {
  await moveTo('Tab', /^Etapa: /)
  const fallen = await watchFocus()
  await page(chile).evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await expect.poll(fallen).toMatchObject([expect.stringMatching(/^Etapa: /)])
})
