/**
 * A delegation's desk: one real program with its window, worked as a person works it, by the names of
 * what is on the screen (in Spanish). Nothing here reaches behind the window, but for the system's own
 * file dialogs, which no program can press.
 */
import type { Locator } from 'playwright-core'
import { launchApp, type LaunchedApp } from '#test/kit/app.ts'

export interface Desk {
  /** Who sits here, as it appears in picture names: `chile-ppt`. */
  readonly name: string
  readonly app: LaunchedApp
}

export interface DeskOptions {
  readonly name: string
  readonly profile: string
  readonly sampleDir: string
  readonly args: readonly string[]
}

const PATIENCE = 30_000

export async function openDesk({ name, profile, sampleDir, args }: DeskOptions): Promise<Desk> {
  const app = await launchApp({ profile, sampleDir, args: [...args, '--demo'] })
  app.page.setDefaultTimeout(PATIENCE)
  await app.page.getByRole('radio', { name: 'Español' }).click()
  return { name, app }
}

export const page = ({ app }: Desk) => app.page
export const button = (desk: Desk, name: string | RegExp): Locator =>
  page(desk).getByRole('button', { name, exact: typeof name === 'string' })
export const dialog = (desk: Desk): Locator => page(desk).getByRole('dialog')

/** A tick or a choice by its words: what is pressed is its label. */
export const option = (within: Locator, words: string | RegExp): Locator =>
  within.locator('label').filter({ hasText: typeof words === 'string' ? new RegExp(`^${words}$`) : words })

/** Waits until the window says so; what it waited for is in the error when it never does. */
export async function sees(desk: Desk, what: Locator | string | RegExp, timeout = PATIENCE): Promise<void> {
  const shown = typeof what === 'object' && 'waitFor' in what ? what : page(desk).getByText(what)
  await shown.first().waitFor({ state: 'visible', timeout })
}

export async function neverSees(what: Locator): Promise<void> {
  const count = await what.count()
  if (count > 0) throw new Error(`expected none, found ${String(count)}: ${await what.first().innerText()}`)
}

/** A menu closes when another window takes the focus, as seven on one display do; then it is opened again. */
export async function choose(desk: Desk, menu: Locator, entry: string | RegExp): Promise<void> {
  const name = { name: entry, exact: typeof entry === 'string' }
  const item = page(desk).getByRole('menuitem', name).or(page(desk).getByRole('menuitemradio', name))
  for (let left = 5; ; left--) {
    if (!(await item.isVisible())) await menu.click()
    const chosen = await item.click({ timeout: left > 0 ? 5_000 : PATIENCE }).then(
      () => true,
      (error: unknown) => {
        if (left === 0) throw error
        return false
      },
    )
    if (chosen) return
  }
}

export async function openDocument(desk: Desk, title: string): Promise<void> {
  // Once open, its outline says the title a second time, below the list of documents.
  await page(desk).getByRole('navigation').getByText(title, { exact: true }).first().click()
  await page(desk).getByRole('heading', { level: 1, name: title }).waitFor()
}

export const stageButton = (desk: Desk): Locator => button(desk, /^Etapa: /)

export async function moveStage(desk: Desk, menu: string, confirm: string): Promise<void> {
  // below its name the entry says what comes of it
  await choose(desk, stageButton(desk), new RegExp(`^${menu}`))
  await dialog(desk).getByRole('button', { name: confirm, exact: true }).click()
  await dialog(desk).waitFor({ state: 'detached' })
}

export const paragraph = (desk: Desk, number: string): Locator =>
  page(desk).getByRole('region', { name: new RegExp(`^Párrafo ${number}, `) })

export async function select(desk: Desk, number: string): Promise<void> {
  await paragraph(desk, number).getByRole('button').first().click()
  await page(desk).locator(`[aria-current="true"]`).first().waitFor()
}

export const editor = (desk: Desk): Locator => page(desk).getByRole('textbox', { name: 'Texto en redacción' })

/** Puts the caret behind `after` and types. */
export async function typeAfter(desk: Desk, after: string, words: string): Promise<void> {
  await placeCaret(desk, after)
  await page(desk).keyboard.type(words, { delay: 5 })
}

export async function placeCaret(desk: Desk, after: string, within = editor(desk)): Promise<void> {
  await within.click()
  await within.evaluate((element, text) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(text) ?? -1
      if (at < 0) continue
      document.getSelection()?.collapse(node, at + text.length)
      return
    }
    throw new Error(`no such words: ${text}`)
  }, after)
}

/** States (or, at an adviser's desk, prepares) the own country's position on the paragraph in view. */
export async function takePosition(desk: Desk, value: string, reason?: string): Promise<void> {
  const own = page(desk).getByRole('region', { name: /^Posición de su país/ })
  await choose(desk, own.getByRole('button', { name: /^(Pronunciarse|Preparar)$/ }), value)
  if (reason === undefined) return
  await dialog(desk).getByRole('textbox').fill(reason)
  await dialog(desk)
    .getByRole('button', { name: /^(Pronunciarse|Preparar)/ })
    .click()
}

export async function countrySays(desk: Desk, country: string, words: string | RegExp): Promise<void> {
  const rows = page(desk).getByRole('complementary').getByRole('listitem')
  await rows.filter({ hasText: country }).filter({ hasText: words }).first().waitFor()
}

const syncPanel = (desk: Desk): Locator => page(desk).getByRole('contentinfo').getByRole('button').first()

export async function goOffline(desk: Desk): Promise<void> {
  await syncPanel(desk).click()
  await button(desk, 'Trabajar sin conexión').click()
  await page(desk).keyboard.press('Escape')
  await sees(desk, /Sin conexión/)
}

export async function goOnline(desk: Desk): Promise<void> {
  await page(desk).getByRole('main').getByRole('button', { name: 'Volver a conectarse' }).click()
}

export const isSynced = (desk: Desk) => sees(desk, /^Sincronizado/)

/** The system's file dialogs answer with this path from now on. */
export async function answerFileDialogs(desk: Desk, path: string): Promise<void> {
  await desk.app.electron.evaluate(({ dialog: system }, file) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, path)
}
