/** The Chair and proposals, in real windows: made apart and together, whole and in parts, and what falls. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import {
  button,
  choose,
  dialog,
  goOffline,
  goOnline,
  isSynced,
  moveStage,
  openDesk,
  option,
  page,
  paragraph,
  sees,
  select,
  type Desk,
} from './journey/desk.ts'
import { selectWords } from './pointing.ts'

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

const pen = (desk: Desk) => page(desk).getByRole('textbox', { name: /^Borrador de propuesta/ })
const picture = (desk: Desk, name: string) =>
  process.env['PICTURES'] === undefined
    ? Promise.resolve()
    : desk.app.screenshot(join(process.env['PICTURES'], `chair-${name}.png`))
const wordsOf = async (desk: Desk, number: string) =>
  ((await paragraph(desk, number).locator('.wording').first().textContent()) ?? '').trim()

/** Other words for some of a paragraph, tabled. */
async function amend(desk: Desk, country: string, number: string, changes: readonly [string, string][]) {
  await select(desk, number)
  await paragraph(desk, number).getByRole('button').first().focus()
  await page(desk).keyboard.press('Enter')
  await pen(desk).waitFor()
  for (const [from, to] of changes) {
    await pen(desk).focus()
    await selectWords(pen(desk), from)
    await page(desk).keyboard.type(to, { delay: 15 })
    await expect.poll(() => pen(desk).innerText()).toContain(to)
  }
  await table(desk, country, () => button(desk, 'Presentar…').click())
  await pen(desk).waitFor({ state: 'detached' })
}

async function table(desk: Desk, country: string, begin: () => Promise<void>): Promise<void> {
  await begin()
  await dialog(desk)
    .getByRole('button', { name: `Presentar como ${country}` })
    .click()
  await dialog(desk).waitFor({ state: 'detached' })
}

async function openPanel(number: string): Promise<void> {
  await select(chile, number)
  await paragraph(chile, number).getByRole('button', { name: 'Incorporar…' }).click()
  await dialog(chile).waitFor()
}

const result = () => dialog(chile).getByRole('textbox', { name: /^Redacción del párrafo/ })
const incorporate = async () => {
  await dialog(chile).getByRole('button', { name: 'Incorporar al texto' }).click()
  await dialog(chile).waitFor({ state: 'detached' })
}
/** Three words that follow each other, long enough to be found by themselves. */
const longWords = (words: string): string[] =>
  [...new Set(words.match(/\p{L}{6,}/gu) ?? [])].filter((word) => words.split(word).length === 2)

test('[AT7] two delegations are offline: one tables the deletion of a paragraph, the other an amendment of it, and both stand', async () => {
  const number = '3'
  const words = await wordsOf(peru, number)
  const [, word = ''] = longWords(words)
  for (const desk of [peru, argentina]) await goOffline(desk)
  await select(peru, number)
  const menu = paragraph(peru, number).getByRole('button', { name: 'Proponer…' })
  await table(peru, 'Perú', () => choose(peru, menu, /^Suprimir el párrafo/))
  await amend(argentina, 'Argentina', number, [[word, 'palabras nuevas']])
  for (const desk of [peru, argentina]) await goOnline(desk)
  for (const desk of [peru, argentina]) await isSynced(desk)
  await openPanel(number)
  await sees(chile, option(dialog(chile), /Perú \(supresión\)/))
  await sees(chile, option(dialog(chile), /Argentina \(cambio de palabras\)/))
  await page(chile).keyboard.press('Escape')
  for (const desk of [chile, peru, argentina]) expect(await wordsOf(desk, number)).toBe(words)
})

test('[AT8] of two overlapping proposals one is incorporated, the other falls with its text', async () => {
  const number = '2'
  const words = await wordsOf(peru, number)
  const [, word = ''] = longWords(words)
  await amend(peru, 'Perú', number, [[word, 'lo que pide Lima']])
  await amend(argentina, 'Argentina', number, [[word, 'lo que pide Buenos Aires']])
  await openPanel(number)
  await option(dialog(chile), /propuesta de Argentina/).click()
  await option(dialog(chile), /propuesta de Perú/).click()
  await sees(chile, dialog(chile).getByText(/tocan las mismas palabras/))
  for (const colorScheme of ['dark', 'light'] as const) {
    await page(chile).emulateMedia({ colorScheme })
    await picture(chile, `clash-${colorScheme}`)
    expect(await accessibilityViolations(page(chile))).toEqual([])
  }
  await option(dialog(chile), /propuesta de Argentina/).click()
  await expect.poll(() => result().innerText()).toContain('lo que pide Lima')
  await sees(chile, dialog(chile).getByText(/^Caída, y su texto se conserva: Argentina/))
  await incorporate()
  for (const desk of [chile, peru, argentina])
    await expect.poll(() => wordsOf(desk, number)).toBe(words.replace(word, 'lo que pide Lima'))
  await page(argentina)
    .getByRole('tab', { name: /^Propuestas/ })
    .click()
  const cards = page(argentina).getByRole('complementary')
  // it lies in the tray of what has lost its place
  await expect.poll(() => cards.textContent()).toMatch(/Caída.*lo que pide Buenos Aires/)
})

test('[V83] part of one proposal and part of another become one wording', async () => {
  const number = '1'
  const words = await wordsOf(peru, number)
  const found = longWords(words)
  const [first = '', second = '', third = ''] = [found[0], found[2], found[4]]
  await amend(peru, 'Perú', number, [
    [first, 'ALFA'],
    [second, 'BETA'],
  ])
  await amend(argentina, 'Argentina', number, [[third, 'GAMMA']])
  await openPanel(number)
  await option(dialog(chile), /propuesta de Perú/).click()
  await option(dialog(chile), /propuesta de Argentina/).click()
  await option(dialog(chile), new RegExp(`«${first}» pasa a «ALFA»`)).click()
  const expected = words.replace(second, 'BETA').replace(third, 'GAMMA')
  await sees(chile, dialog(chile).getByText(/^Incorporada en parte: Perú/))
  await sees(chile, dialog(chile).getByText(/^Incorporada en parte:/))
  await chile.app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 680)
  })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page(chile).emulateMedia({ colorScheme })
    await picture(chile, `parts-small-${colorScheme}`)
    expect(await accessibilityViolations(page(chile))).toEqual([])
  }
  await incorporate()
  for (const desk of [chile, peru, argentina]) await expect.poll(() => wordsOf(desk, number)).toBe(expected)
})
