/** A delegation writes and tables a proposal, in real windows: where the pointer puts the caret, together, offline. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import {
  button,
  dialog,
  goOffline,
  isSynced,
  moveStage,
  neverSees,
  openDesk,
  page,
  paragraph,
  sees,
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
let adviser: Desk

beforeAll(async () => {
  chile = await open('chile', 'PPT')
  peru = await open('peru', 'PE')
  adviser = await open('adviser', 'PE:adviser')
  await moveStage(chile, 'Abrir negociación…', 'Abrir negociación')
  for (const desk of [peru, adviser]) await sees(desk, paragraph(desk, '2'))
})

afterAll(async () => {
  for (const desk of [adviser, peru, chile]) await desk.app.close()
  folder[Symbol.dispose]()
})

const pen = (desk: Desk) => page(desk).getByRole('textbox', { name: /^Borrador de propuesta/ })
const picture = (desk: Desk, name: string) =>
  process.env['PICTURES'] === undefined
    ? Promise.resolve()
    : desk.app.screenshot(join(process.env['PICTURES'], `${name}.png`))

/** Clicks right behind the words and types. */
async function writeAfter(desk: Desk, number: string, after: string, words: string): Promise<void> {
  const text = paragraph(desk, number).locator('.wording')
  // rows above take their true height once they are in view
  await text.hover()
  const { x, y } = await pointAfter(text, after)
  const { left, top } = await text.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect) // as: what it is made of
  await text.click({ position: { x: x - left, y: y - top } })
  await pen(desk).waitFor()
  await page(desk).keyboard.type(words, { delay: 15 })
}

/** The first words of a paragraph as they stand. */
const firstWords = async (desk: Desk, number: string, count: number): Promise<string> => {
  const words = await paragraph(desk, number).locator('.wording .clause').first().textContent()
  // what is out of sight is not rendered, but it is there
  return (words ?? '').split(' ').slice(0, count).join(' ')
}

test('[V61] a click puts the caret there, and what is typed at once is all in the draft', async () => {
  const after = await firstWords(adviser, '2', 3)
  await writeAfter(adviser, '2', after.split(' ').slice(-1).join(' '), ' sin demora alguna')
  await sees(adviser, /Borrador de Perú: sólo lo ve su delegación/)
  await expect.poll(() => pen(adviser).innerText()).toContain(`${after} sin demora alguna`)
  await sees(adviser, pen(adviser).locator('ins').getByText('sin demora alguna'))
  await sees(adviser, 'Queda como borrador para su Punto Focal.')
  await picture(adviser, 'adviser-light')
  expect(await accessibilityViolations(page(adviser))).toEqual([])
})

test('[V61.d] two of one delegation write in the same draft, live; nobody else sees it', async () => {
  await sees(peru, /Borrador de Perú sin presentar/)
  await paragraph(peru, '2').getByRole('button', { name: 'Abrir el borrador' }).click()
  await expect.poll(() => pen(peru).innerText()).toContain('sin demora alguna')
  await page(peru).keyboard.press('Control+End')
  await page(peru).keyboard.type(' Y también aquí.', { delay: 15 })
  await expect.poll(() => pen(adviser).innerText()).toContain('Y también aquí.')
  await page(adviser).keyboard.type(' del todo', { delay: 15 })
  await expect.poll(() => pen(peru).innerText()).toContain('sin demora alguna del todo')
  await sees(adviser, page(adviser).locator('.remote-caret[data-country="PE"]'))
  await picture(peru, 'peru-light')
  await isSynced(peru)
  await neverSees(page(chile).getByText('sin demora alguna'))
  await neverSees(page(chile).getByText('Borrador de Perú'))
})

test('[V64] the focal point tables what the adviser drafted, and the text is read again', async () => {
  await button(peru, 'Presentar…').click()
  await sees(peru, dialog(peru).getByText('Modifica el párrafo 2'))
  await dialog(peru).getByRole('button', { name: 'Brasil' }).click()
  await dialog(peru).getByRole('textbox').fill('Para fijar el plazo.')
  await picture(peru, 'table-light')
  await page(peru).emulateMedia({ colorScheme: 'dark' })
  await picture(peru, 'table-dark')
  expect(await accessibilityViolations(page(peru))).toEqual([])
  await page(peru).emulateMedia({ colorScheme: 'light' })
  await dialog(peru).getByRole('button', { name: 'Presentar como Perú' }).click()
  await dialog(peru).waitFor({ state: 'detached' })
  for (const desk of [peru, adviser]) await pen(desk).waitFor({ state: 'detached' })
  await neverSees(page(peru).getByText('sin presentar'))
})

test('[V63] Escape goes from the words to the number of the paragraph', async () => {
  await page(peru).keyboard.press('Control+Shift+e')
  await page(peru).keyboard.press('Control+Shift+e')
  await paragraph(peru, '3').getByRole('button').first().click()
  await page(peru).keyboard.press('Enter')
  await pen(peru).waitFor()
  await page(peru).keyboard.press('Escape')
  await pen(peru).waitFor({ state: 'detached' })
  await expect
    .poll(() => page(peru).evaluate(() => document.activeElement?.className))
    .toContain('row-number')
})

test('[V61.f] what is drafted without a network is there after a power cut', async () => {
  await goOffline(peru)
  const after = await firstWords(peru, '3', 2)
  await writeAfter(peru, '3', after.split(' ').slice(-1).join(' '), ' fuera de línea')
  await sees(peru, /Borrador de Perú: sólo lo ve su delegación/)
  await expect.poll(() => pen(peru).innerText()).toContain('fuera de línea')
  await page(peru).emulateMedia({ colorScheme: 'dark' })
  await picture(peru, 'offline-dark')
  await peru.app.kill()
  peru = await open('peru', 'PE')
  await paragraph(peru, '3').getByRole('button', { name: 'Abrir el borrador' }).click()
  await expect.poll(() => pen(peru).innerText()).toContain('fuera de línea')
})

test('[V31] in the smallest window the draft and its buttons stay within the edge', async () => {
  await peru.app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1100, 680)
  })
  await pen(peru).scrollIntoViewIfNeeded()
  await picture(peru, 'small-light')
  const beyond = await page(peru)
    .locator('.pen-foot button')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > window.innerWidth).length)
  expect(beyond).toBe(0)
})
