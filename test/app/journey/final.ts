/** The rest of the text by keyboard, the round, and the final PDF as other programs read it. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Cast } from './cast.ts'
import {
  answerFileDialogs,
  button,
  dialog,
  moveStage,
  openDocument,
  option,
  page,
  sees,
  type Desk,
} from './desk.ts'
import type { Logbook, Summary } from './logbook.ts'
import { TITLE } from './zero-draft.ts'

const run = promisify(execFile)

export async function playFinal(cast: Cast, record: Logbook, out: string): Promise<Summary['final']> {
  const find = (name: string): Desk => {
    const desk = cast.all().find((each) => each.name === name)
    if (desk === undefined) throw new Error(`nobody sits at ${name}`)
    return desk
  }
  const [chile, argentina, peru, observador] = [
    find('chile'),
    find('argentina'),
    find('peru'),
    find('observador'),
  ]
  const file = join(out, 'final.pdf')

  await record.step('A final text is refused while paragraphs are open', cast.all, async (assert) => {
    await button(chile, /^Exportar/).click()
    await assert('the window names them', () => sees(chile, /No puede exportarse como final/))
    await assert('and offers no final export', async () => {
      const confirm = dialog(chile).getByRole('button', { name: /^Guardar/ })
      if (await confirm.isEnabled()) throw new Error('the final export can be pressed')
    })
    const draft = join(out, 'draft.pdf')
    await answerFileDialogs(chile, draft)
    await option(dialog(chile), /Exportar como borrador/).click()
    await dialog(chile).getByRole('button', { name: 'Guardar el borrador…' }).click()
    await sees(chile, /PDF guardado/, 60_000)
    await page(chile).keyboard.press('Escape')
    await assert('a draft says on its pages what it is', async () => {
      const { stdout } = await run('pdftotext', ['-layout', draft, '-'])
      if (!/Proyecto: 6 párrafos abiertos/.test(stdout)) throw new Error(stdout)
    })
  })

  await record.step('The rest is agreed from the matrix, by keyboard', cast.all, async (assert) => {
    for (const desk of [argentina, peru, chile]) await agreeEverything(desk)
    await assert('nothing is missing on any paragraph', () => markEverything(chile))
  })

  await record.step(
    'The round is closed as Rev.1 and published to the observers',
    cast.all,
    async (assert) => {
      await moveStage(chile, 'Cerrar ronda…', 'Cerrar ronda')
      await assert('the text carries its symbol', () => sees(argentina, /Rev\.1/))
      await openDocument(observador, TITLE)
      await assert('the observer reads the clean text', () => sees(observador, /foro regional permanente/))
    },
  )

  let pages = 0
  await record.step('The final text leaves as PDF', cast.all, async (assert) => {
    await exportTo(chile, file)
    const { stdout: info } = await run('pdfinfo', [file])
    const { stdout: fonts } = await run('pdffonts', [file])
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-'])
    pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1] ?? 0)
    const claim = (words: string, holds: boolean) =>
      assert(words, () =>
        holds ? Promise.resolve() : Promise.reject(new Error(`${info}\n${fonts}\n${text}`)),
      )
    await claim('it is tagged', /Tagged:\s+yes/.test(info))
    await claim('its fonts are embedded', fontsEmbedded(fonts))
    const words = flat(text)
    let at = 0
    for (const paragraph of [TITLE, ...(await paragraphsOnScreen(chile))]) {
      const found = words.indexOf(flat(paragraph), at)
      await claim(`it says, in its place, «${paragraph.slice(0, 60)}»`, found >= 0)
      at = found
    }
    for (const label of ['PP1', 'PP2', '1.', '2.', '3.', 'CSM/XX/DEC/2/Rev.1']) {
      await claim(`it carries ${label}`, words.includes(label))
    }
    await claim('it counts its pages', words.includes(`1 de ${String(pages)}`))
    const again = join(out, 'final-again.pdf')
    await copyFile(file, again)
    await exportTo(chile, file)
    await claim('a second export has the same bytes', (await hashOf(file)) === (await hashOf(again)))
  })
  return { sha256: await hashOf(file), pages }
}

/** Words with single blanks, as pages and windows break lines in different places. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

async function paragraphsOnScreen(desk: Desk): Promise<string[]> {
  const clauses = page(desk).locator('.row-text .clause')
  return (await clauses.allInnerTexts()).map(flat).filter((words) => words !== TITLE)
}

const hashOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** Every line of pdffonts below the two of its head says `yes` under `emb`. */
function fontsEmbedded(table: string): boolean {
  const [head = '', , ...lines] = table.trimEnd().split('\n')
  const at = head.indexOf('emb')
  return lines.length > 0 && lines.every((line) => line.slice(at, at + 3) === 'yes')
}

async function exportTo(desk: Desk, file: string): Promise<void> {
  await answerFileDialogs(desk, file)
  await button(desk, /^Exportar/).click()
  await dialog(desk)
    .getByRole('button', { name: /^Guardar el PDF/ })
    .click()
  await sees(desk, /PDF guardado/, 60_000)
  await page(desk).keyboard.press('Escape')
  await dialog(desk).waitFor({ state: 'detached' })
}

/** In the matrix, key 1 on one's own column: down to the last row. */
async function agreeEverything(desk: Desk): Promise<void> {
  await page(desk).keyboard.press('Control+Shift+m')
  const grid = page(desk).getByRole('grid')
  const own = grid.getByRole('button', { name: /su posición/ })
  const rows = await own.count()
  await own.first().click()
  await page(desk).keyboard.press('Escape')
  await own.first().focus()
  for (let row = 0; row < rows; row++) {
    const name = (await own.nth(row).getAttribute('aria-label')) ?? ''
    if (!/De acuerdo/i.test(name)) {
      await page(desk).keyboard.press('1')
      await own
        .nth(row)
        .and(page(desk).getByRole('button', { name: /De acuerdo/ }))
        .waitFor()
    }
    await page(desk).keyboard.press('ArrowDown')
  }
  await page(desk).keyboard.press('Control+Shift+m')
}

/** The Chair goes from one open paragraph to the next and marks each. */
async function markEverything(chile: Desk): Promise<void> {
  const open = page(chile).getByRole('region', { name: /, Abierto$/ })
  for (let left = await open.count(); left > 0; left--) {
    await open.first().getByRole('button').first().click()
    await button(chile, 'Marcar acordado').click()
    await open.nth(left - 1).waitFor({ state: 'detached' })
  }
  const other = await page(chile)
    .getByRole('region', { name: /, (Abierto|Con objeción|En disputa)/ })
    .count()
  if (other > 0) throw new Error(`${String(other)} paragraphs are not agreed`)
}
