/** Comments in real windows: who reads what, in words and in fact, in light and in dark. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityViolations } from '#test/kit/app.ts'
import { temporaryFolder } from '#test/kit/folder.ts'
import {
  answerFileDialogs,
  button,
  choose,
  dialog,
  isSynced,
  moveStage,
  neverSees,
  openDesk,
  option,
  page,
  paragraph,
  sees,
  select,
  type Desk,
} from './journey/desk.ts'

const folder = temporaryFolder()
const open = (name: string, arg: string) =>
  openDesk({ name, profile: join(folder.path, name), sampleDir: join(folder.path, 'sample'), args: [arg] })
const desks: Desk[] = []
let chile: Desk
let peru: Desk
let adviser: Desk
let argentina: Desk
let observer: Desk

beforeAll(async () => {
  chile = await open('chile', '--as=PPT')
  peru = await open('peru', '--as=PE')
  adviser = await open('adviser', '--as=PE:adviser')
  argentina = await open('argentina', '--as=AR')
  observer = await open('observer', '--as=observer')
  desks.push(chile, peru, adviser, argentina, observer)
  await moveStage(chile, 'Abrir negociación', 'Abrir negociación')
  for (const desk of [chile, peru, adviser, argentina]) await paragraph(desk, '3').waitFor()
})

afterAll(async () => {
  // The first window hosts the relay: it goes last.
  for (const desk of desks.reverse()) await desk.app.close()
  folder[Symbol.dispose]()
})

const commentsTab = (desk: Desk) => page(desk).getByRole('tab', { name: /^Comentarios/ })
const threads = (desk: Desk) => page(desk).getByRole('list', { name: 'Comentarios' }).locator('> li')

async function showAll(desk: Desk): Promise<void> {
  await commentsTab(desk).click()
  // with no paragraph in view it is the whole document that is shown
  const everywhere = page(desk).getByRole('radio', { name: 'Todo el documento' })
  if ((await everywhere.count()) > 0) await everywhere.click()
}

async function comment(desk: Desk, words: string): Promise<void> {
  await dialog(desk).getByRole('textbox', { name: 'Comentario', exact: true }).fill(words)
  await dialog(desk).getByRole('button', { name: 'Enviar' }).click()
  await dialog(desk).waitFor({ state: 'detached' })
}

async function faults(desk: Desk, view: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page(desk).emulateMedia({ colorScheme })
    if (process.env['COMMENTS_PICTURES'] !== undefined)
      await desk.app.screenshot(join(process.env['COMMENTS_PICTURES'], `${view}-${colorScheme}.png`))
    const violations = await accessibilityViolations(page(desk))
    found.push(...violations.map((violation) => `${view} (${colorScheme}): ${violation}`))
  }
  return found
}

test('[V90] a comment to the own delegation reaches the colleague and no other country', async () => {
  await select(peru, '3')
  await page(peru).keyboard.press('Control+Alt+m')
  expect(await dialog(peru).getByRole('radio', { checked: true }).inputValue()).toBe('delegation')
  expect(await faults(peru, 'dialog')).toEqual([])
  await comment(peru, 'No ceder en este plazo.')
  await isSynced(peru)
  await showAll(adviser)
  await sees(adviser, threads(adviser).filter({ hasText: 'No ceder en este plazo.' }))
  await sees(adviser, threads(adviser).filter({ hasText: 'Sólo Perú' }))

  // What comes after it in time has come to the other country: it would have come too.
  await page(peru).keyboard.press('Control+Alt+m')
  await option(dialog(peru), /Todas las delegaciones/).click()
  await comment(peru, 'Para todos: falta una fecha, @AR.')
  await showAll(argentina)
  await sees(argentina, threads(argentina).filter({ hasText: 'falta una fecha' }))
  await neverSees(page(argentina).getByText('No ceder en este plazo.'))
})

test('[V92.a] the delegation that is mentioned sees it at the tab, answers, and the thread is resolved', async () => {
  await sees(argentina, page(argentina).getByRole('tab', { name: /1 mención sin responder/ }))
  await sees(argentina, 'Perú mencionó a su delegación en un comentario.')
  expect(await faults(argentina, 'sheet')).toEqual([])
  const asked = threads(argentina).filter({ hasText: 'falta una fecha' })
  await asked.getByRole('button', { name: 'Responder' }).click()
  await asked.getByRole('textbox').fill('La fecha es el 30 de junio.')
  expect(await faults(argentina, 'reply')).toEqual([])
  await asked.getByRole('button', { name: 'Enviar' }).click()
  await page(argentina)
    .getByRole('tab', { name: /mención sin responder/ })
    .waitFor({ state: 'detached' })
  await showAll(peru)
  const answered = threads(peru).filter({ hasText: 'La fecha es el 30 de junio.' })
  await sees(peru, answered)
  await answered.getByRole('button', { name: 'Marcar resuelto' }).click()
  await sees(argentina, button(argentina, /^Resuelto por Perú/))
})

test('[V91] words selected with the mouse are quoted and underlined while the sheet is open', async () => {
  const words = paragraph(peru, '2').locator('.wording').first()
  const quote = await words.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node !== null && (node.nodeValue?.length ?? 0) < 20) node = walker.nextNode()
    if (node === null) throw new Error('no words')
    document.getSelection()?.setBaseAndExtent(node, 1, node, 12)
    return (node.nodeValue ?? '').slice(1, 12).trim()
  })
  await page(peru).keyboard.press('Control+Alt+m')
  await sees(peru, dialog(peru).getByText(`Sobre «${quote}»`))
  await option(dialog(peru), /Sólo Perú/).click()
  await comment(peru, 'Revisar esta expresión.')
  await sees(peru, threads(peru).filter({ hasText: quote }))
  const underlined = await page(peru).evaluate(() =>
    [...(CSS.highlights.get('commented') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  )
  expect(underlined.map((one) => one.trim())).toEqual([quote])
  expect(await faults(peru, 'words')).toEqual([])
})

test('[V90.a] an observer comments in the observers’ channel only, and a delegation reads it there', async () => {
  await button(observer, /^Comentarios/).click()
  await neverSees(page(observer).getByText('falta una fecha'))
  await button(observer, /^Comentar…/).click()
  await neverSees(dialog(observer).getByRole('radio'))
  await sees(observer, dialog(observer).getByText('Canal de observadores'))
  expect(await faults(observer, 'observer-dialog')).toEqual([])
  await comment(observer, 'Un aporte de la sociedad civil.')
  await sees(observer, threads(observer).filter({ hasText: 'Un aporte de la sociedad civil.' }))
  expect(await faults(observer, 'observer')).toEqual([])
  await commentsTab(argentina).click()
  await sees(argentina, threads(argentina).filter({ hasText: 'Un aporte de la sociedad civil.' }))
  await sees(argentina, threads(argentina).filter({ hasText: 'Canal de observadores' }))
})

test('[V96] find and replace tables a proposal for each chosen paragraph, and the text stays', async () => {
  const words = paragraph(peru, '3').locator('.wording').first()
  const before = await words.innerText()
  await page(peru).keyboard.press('Control+h')
  await dialog(peru).getByRole('textbox', { name: 'Buscar' }).fill('migratoria')
  await dialog(peru).getByRole('textbox', { name: 'Reemplazar por' }).fill('de movilidad humana')
  await sees(peru, dialog(peru).getByText(/^En \d+ párrafos abiertos\.$/))
  expect(await faults(peru, 'replace')).toEqual([])
  await option(dialog(peru).getByRole('list'), /^Párr\. /)
    .first()
    .click()
  await dialog(peru).getByRole('radio', { name: 'Presentarlas ahora' }).click()
  await dialog(peru)
    .getByRole('button', { name: /^Presentar \d+ propuesta/ })
    .click()
  const told = dialog(peru).getByText(/^Se presentaron (\d+) de \1 propuestas\.$/)
  await sees(peru, told)
  await dialog(peru).getByRole('button', { name: 'Cerrar' }).last().click()
  await dialog(peru).waitFor({ state: 'detached' })
  await page(argentina)
    .getByRole('tab', { name: /^Propuestas/ })
    .click()
  await sees(argentina, page(argentina).getByRole('complementary').getByText('de movilidad humana'))
  expect(await words.innerText()).toBe(before)
})

test('[V97] [V97.a] an exchange file says for whom it is; opened again it brings nothing, and what is none says so', async () => {
  const file = join(folder.path, 'intercambio.consenso')
  await answerFileDialogs(peru, file)
  await choose(peru, button(peru, 'Más acciones'), /^Guardar archivo de intercambio/)
  await sees(peru, dialog(peru).getByText('Lleva sólo lo que todas las delegaciones pueden leer.'))
  expect(await faults(peru, 'exchange-save')).toEqual([])
  await dialog(peru)
    .getByRole('button', { name: /^Elegir dónde/ })
    .click()
  await sees(peru, dialog(peru).getByText(/^Guardado: \d+ actos/))
  await isSynced(argentina)
  await answerFileDialogs(argentina, file)
  await choose(argentina, button(argentina, 'Más acciones'), /^Abrir archivo de intercambio/)
  await dialog(argentina)
    .getByRole('button', { name: /^Elegir el archivo/ })
    .click()
  await sees(argentina, dialog(argentina).getByText('Todo lo del archivo ya estaba en este equipo.'))
  await dialog(argentina).getByRole('button', { name: 'Cerrar' }).last().click()
  await writeFile(file, 'otra cosa')
  await choose(argentina, button(argentina, 'Más acciones'), /^Abrir archivo de intercambio/)
  await dialog(argentina)
    .getByRole('button', { name: /^Elegir el archivo/ })
    .click()
  await sees(argentina, dialog(argentina).getByText('No es un archivo de intercambio de Consenso.'))
  expect(await faults(argentina, 'exchange-open')).toEqual([])
})
