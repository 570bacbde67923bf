/** Every view in a real window, in light and in dark: accessibility, keyboard, and the smallest window at 200 %. */
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
  moveStage,
  openDesk,
  page,
  paragraph,
  sees,
  select,
  type Desk,
} from './journey/desk.ts'
import { zeroDraft } from './journey/zero-draft.ts'

const folder = temporaryFolder()
const open = (name: string, arg: string) =>
  openDesk({ name, profile: join(folder.path, name), sampleDir: join(folder.path, 'sample'), args: [arg] })
let chile: Desk
let observer: Desk
let newcomer: Desk

beforeAll(async () => {
  chile = await open('chile', '--as=PPT')
  observer = await open('observer', '--as=observer')
  newcomer = await open('newcomer', '--empty')
})

afterAll(async () => {
  for (const desk of [newcomer, observer, chile]) await desk.app.close()
  folder[Symbol.dispose]()
})

/** The violations of the view as it is now, in light and in dark, each with the view's name. */
async function faults(desk: Desk, view: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page(desk).emulateMedia({ colorScheme })
    const violations = await accessibilityViolations(page(desk))
    found.push(...violations.map((violation) => `${view} (${colorScheme}): ${violation}`))
  }
  return found
}

async function dialogFaults(view: string, ask: () => Promise<void>): Promise<readonly string[]> {
  await ask()
  await dialog(chile).waitFor()
  const found = await faults(chile, view)
  await page(chile).keyboard.press('Escape')
  await dialog(chile).waitFor({ state: 'detached' })
  return found
}

const more = (entry: RegExp) => () => choose(chile, button(chile, 'Más acciones'), entry)

test('[V30] unlock, welcome and join have no violation', async () => {
  const passphrase = page(newcomer).locator('input[type="password"]')
  await page(newcomer).getByRole('main').waitFor()
  if ((await passphrase.count()) > 0) {
    expect(await faults(newcomer, 'unlock')).toEqual([])
    for (const field of await passphrase.all()) await field.fill('cuatro palabras para probar')
    await page(newcomer).keyboard.press('Enter')
  }
  const invitation = page(newcomer).getByRole('textbox', { name: 'Invitación' })
  await invitation.waitFor()
  expect(await faults(newcomer, 'welcome')).toEqual([])
  await invitation.fill('esto no es una invitación')
  expect(await faults(newcomer, 'join')).toEqual([])
})

test('[V30] drafting and the dialogs have no violation', async () => {
  await button(chile, 'Ver autoría').click()
  await page(chile).keyboard.press('Control+f')
  const found = [...(await faults(chile, 'drafting'))]
  await page(chile).keyboard.press('Escape')
  found.push(
    ...(await dialogFaults('people', more(/Miembros de la Conferencia/))),
    ...(await dialogFaults('about', more(/Acerca/))),
    ...(await dialogFaults('shortcuts', more(/Atajos/))),
    ...(await dialogFaults('import preview', async () => {
      const file = join(folder.path, 'borrador.txt')
      await writeFile(file, zeroDraft)
      await answerFileDialogs(chile, file)
      await more(/Importar/)()
      await dialog(chile)
        .getByRole('button', { name: /Elegir/ })
        .click()
      await dialog(chile).getByRole('option').first().waitFor()
    })),
  )
  expect(found).toEqual([])
})

test('[V30] negotiation, log, matrix and export have no violation', async () => {
  await moveStage(chile, 'Abrir negociación…', 'Abrir negociación')
  await select(chile, '1')
  const found = [...(await faults(chile, 'negotiation'))]
  await page(chile).getByRole('tab', { name: 'Registro' }).click()
  found.push(...(await faults(chile, 'log')))
  await page(chile).getByRole('tab', { name: 'Consenso' }).click()
  found.push(...(await dialogFaults('export', () => button(chile, 'Exportar…').click())))
  await page(chile).getByRole('radio', { name: 'Matriz' }).click()
  found.push(...(await faults(chile, 'matrix')))
  await page(chile).getByRole('radio', { name: 'Texto' }).click()
  expect(found).toEqual([])
})

test('[V30] comparison, round, history, views of the text and the changes while away have no violation', async () => {
  await page(chile).getByRole('radio', { name: 'Comparar' }).click()
  const found = [...(await faults(chile, 'comparison'))]
  await button(chile, /^Leer /)
    .first()
    .click()
  found.push(...(await faults(chile, 'round')))
  await page(chile).getByRole('radio', { name: 'Texto' }).click()
  await select(chile, '1')
  await page(chile).getByRole('tab', { name: 'Historial' }).click()
  found.push(...(await faults(chile, 'history')))
  await page(chile).getByRole('tab', { name: 'Consenso' }).click()
  await choose(chile, button(chile, /^Mostrar: /), /^Texto compilado/)
  found.push(...(await faults(chile, 'compilation')))
  await choose(chile, button(chile, /^Mostrar: /), /^Texto vigente/)
  await button(chile, 'Filtrar').click()
  found.push(...(await faults(chile, 'filter')))
  await page(chile).keyboard.press('Escape')
  found.push(...(await dialogFaults('away', more(/Cambios en su ausencia/))))
  expect(found).toEqual([])
})

test('[V32] a position is taken from the own cell by keyboard alone, and the focus stays there', async () => {
  const { keyboard } = page(chile)
  const own = paragraph(chile, '1').getByRole('button', { name: /^CL/ })
  await own.focus()
  await keyboard.press('Enter')
  await page(chile).getByRole('menu').waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await sees(chile, paragraph(chile, '1').getByRole('button', { name: /Chile: De acuerdo ad referéndum/ }))
  await expect.poll(() => own.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('[V32.a] text and matrix change by keyboard and the focus goes along', async () => {
  const focused = () =>
    page(chile).evaluate(() => document.activeElement?.closest('tr, section')?.textContent)
  await page(chile).keyboard.press('Control+Shift+M')
  await expect.poll(focused).toMatch(/^1Reafirman su compromiso/)
  await page(chile).keyboard.press('Control+Shift+M')
  await expect.poll(focused).toMatch(/^1Reafirman su compromiso/)
})

test('[V33] a suppressed paragraph is restored with one press', async () => {
  await select(chile, '2')
  await button(chile, 'Suprimir…').click()
  await dialog(chile).getByRole('textbox').fill('Repite el párrafo 1')
  await dialog(chile).getByRole('button', { name: 'Suprimir', exact: true }).click()
  await button(chile, 'Recuperar').click()
  await sees(chile, page(chile).getByRole('region', { name: 'Párrafo 2, Abierto' }))
})

test('[V34] an observer reads nothing of the stage, and the view has no violation', async () => {
  await sees(observer, /todavía no ha publicado/)
  expect(
    await page(observer)
      .getByText(/^(Preparación|Negociación)$/)
      .count(),
  ).toBe(0)
  expect(await faults(observer, 'observer')).toEqual([])
})

test('[V31] in the smallest window at 200 % nothing reaches beyond the edge', async () => {
  await chile.app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setContentSize(1100, 680)
      window.webContents.setZoomFactor(2)
    }
  })
  await expect.poll(() => page(chile).evaluate(() => window.innerWidth)).toBe(550)
  for (const view of ['Texto', 'Matriz']) {
    await page(chile).getByRole('radio', { name: view }).click()
    expect(await page(chile).evaluate(beyondTheEdge)).toEqual([])
  }
})

test('[V30] no window wrote an error into its console', () => {
  const lines = [chile, observer, newcomer].flatMap(({ app }) => app.consoleLines)
  expect(lines.filter((line) => line.startsWith('error'))).toEqual([])
})

function beyondTheEdge(): string[] {
  const page = document.documentElement
  const out =
    page.scrollHeight > window.innerHeight || page.scrollWidth > window.innerWidth ? ['the page'] : []
  const fixed = document.querySelectorAll('header.top button, footer button, [role=toolbar] button')
  for (const element of fixed) {
    const { right, width } = element.getBoundingClientRect()
    if (width > 0 && right > window.innerWidth) out.push(element.textContent)
  }
  return out
}
