/** Proposals in real windows: support is asked again on a new version, and brackets stand in the words. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { accessibilityViolations } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import {
  button,
  choose,
  dialog,
  moveStage,
  openDesk,
  page,
  paragraph,
  sees,
  select,
  type Desk,
} from './journey/desk.ts'
import { pointAfter } from './pointing.ts'

const folder = temporaryFolder()
const open = (name: string, as: string) =>
  openDesk({
    name,
    profile: join(folder.path, name),
    sampleDir: join(folder.path, 'sample'),
    args: [`--as=${as}`],
  })
let chile: Desk
let peru: Desk
let argentina: Desk

beforeAll(async () => {
  chile = await open('chile', 'PPT')
  peru = await open('peru', 'PE')
  argentina = await open('argentina', 'AR')
  await moveStage(chile, 'Abrir negociación…', 'Abrir negociación')
  for (const desk of [peru, argentina]) await sees(desk, paragraph(desk, '2'))
})

afterAll(async () => {
  for (const desk of [argentina, peru, chile]) await desk.app.close()
  folder[Symbol.dispose]()
})

const picture = (desk: Desk, name: string) =>
  process.env['PICTURES'] === undefined
    ? Promise.resolve()
    : desk.app.screenshot(join(process.env['PICTURES'], `${name}.png`))
const pen = (desk: Desk) => page(desk).getByRole('textbox', { name: /^Borrador de propuesta/ })
const card = (desk: Desk, name: RegExp): Locator => page(desk).getByRole('article', { name })

async function faults(desk: Desk, view: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page(desk).emulateMedia({ colorScheme })
    await picture(desk, `${view}-${colorScheme}`)
    const violations = await accessibilityViolations(page(desk))
    found.push(...violations.map((violation) => `${view} (${colorScheme}): ${violation}`))
  }
  return found
}

async function tableDraft(desk: Desk): Promise<void> {
  await button(desk, 'Presentar…').click()
  await dialog(desk)
    .getByRole('button', { name: /^Presentar como/ })
    .click()
  await dialog(desk).waitFor({ state: 'detached' })
  await pen(desk).waitFor({ state: 'detached' })
}

async function openSheet(desk: Desk, number: string): Promise<void> {
  await select(desk, number)
  await page(desk)
    .getByRole('tab', { name: /^Propuestas/ })
    .click()
}

test('[AT11] a proposal changed after support is a new version, on which support is asked again', async () => {
  const text = paragraph(peru, '2').locator('.wording')
  // rows above take their true height once they are in view
  await text.hover()
  const after = (await text.innerText()).split(' ')[2] ?? ''
  const { x, y } = await pointAfter(text, after)
  const { left, top } = await text.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect) // as: what it is made of
  await text.click({ position: { x: x - left, y: y - top } })
  await pen(peru).waitFor()
  await page(peru).keyboard.type(' sin demora', { delay: 15 })
  await sees(peru, pen(peru).locator('ins').getByText('sin demora'))
  await tableDraft(peru)

  await openSheet(argentina, '2')
  const first = card(argentina, /^Perú, versión 1\. Modifica el párrafo 2/)
  await sees(argentina, first)
  expect(await paragraph(argentina, '2').getByRole('button', { name: '1 propuesta pendiente' }).count()).toBe(
    1,
  )
  await first.getByRole('button', { name: 'Apoyar' }).click()
  await sees(argentina, first.getByText('Apoya: Argentina'))
  await openSheet(peru, '2')
  await sees(peru, card(peru, /^Perú, versión 1/).getByText('Apoya: Argentina'))

  await choose(
    peru,
    card(peru, /^Perú, versión 1/).getByRole('button', { name: /^Más sobre/ }),
    'Nueva versión',
  )
  await pen(peru).waitFor()
  await page(peru).keyboard.press('Control+End')
  await page(peru).keyboard.type(' alguna', { delay: 15 })
  await sees(peru, pen(peru).locator('ins').getByText('alguna'))
  await tableDraft(peru)

  const second = card(argentina, /^Perú, versión 2\. Modifica el párrafo 2/)
  await sees(argentina, second)
  const support = second.getByRole('button', { name: 'Apoyar' })
  expect(await support.getAttribute('aria-pressed')).toBe('false')
  await sees(argentina, second.getByText('Una versión anterior'))
  await second.getByText('Una versión anterior').click()
  await sees(argentina, card(argentina, /^Perú, versión 1\..*Sustituida$/).getByText('Apoya: Argentina'))
})

test('[V30] the sheet of proposals and its list have no violation', async () => {
  const found = [...(await faults(argentina, 'proposals'))]
  await button(argentina, 'Lista de propuestas').click()
  await dialog(argentina).waitFor()
  found.push(...(await faults(argentina, 'list-of-proposals')))
  await page(argentina).keyboard.press('Escape')
  await dialog(argentina).waitFor({ state: 'detached' })
  expect(found).toEqual([])
})

test('[V75] a proposal is gone to and spoken of by keyboard alone', async () => {
  const { keyboard } = page(argentina)
  await page(argentina).locator('#region-main').focus()
  await keyboard.press('Alt+Shift+ArrowDown')
  const focused = () => page(argentina).evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toMatch(/^Perú, versión 2/)
  await keyboard.press('Control+Shift+X')
  await dialog(argentina).getByRole('textbox').fill('Falta base legal.')
  await picture(argentina, 'object')
  await dialog(argentina).getByRole('button', { name: 'Objetar', exact: true }).click()
  await sees(argentina, card(argentina, /^Perú, versión 2/).getByText('Falta base legal.'))
})

test('[V74.a] words are bracketed and lifted by keyboard alone', async () => {
  await openSheet(argentina, '3')
  const { keyboard } = page(argentina)
  await button(argentina, 'Poner entre corchetes…').focus()
  await keyboard.press('Enter')
  const words = dialog(argentina).getByRole('textbox', { name: /^Elija las palabras/ })
  await words.focus()
  await keyboard.press('Control+Home')
  for (let i = 0; i < 12; i++) await keyboard.press('Shift+ArrowRight')
  await sees(argentina, dialog(argentina).getByText(/^Entre corchetes: \[/))
  const found = [...(await faults(argentina, 'bracket-dialog'))]
  await dialog(argentina).getByRole('button', { name: 'Poner entre corchetes', exact: true }).focus()
  await keyboard.press('Enter')
  await sees(peru, paragraph(peru, '3').locator('.bracket-sign').first())
  await sees(argentina, paragraph(argentina, '3').locator('.bracket-sign').first())
  found.push(...(await faults(argentina, 'bracket')))
  expect(found).toEqual([])
  await button(argentina, 'Levantar por Argentina').focus()
  await keyboard.press('Enter')
  await paragraph(peru, '3').locator('.bracket-sign').first().waitFor({ state: 'detached' })
})

test('no window wrote an error into its console', () => {
  const lines = [chile, peru, argentina].flatMap(({ app }) => app.consoleLines)
  expect(lines.filter((line) => line.startsWith('error'))).toEqual([])
})
