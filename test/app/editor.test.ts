/** What only a real window can show of the editor: carets, input methods, dragging, find, replacement. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '#test/kit/folder.ts'
import { editor, isSynced, openDesk, page, placeCaret, sees, typeAfter, type Desk } from './journey/desk.ts'
import { pointAfter, selectWords } from './pointing.ts'

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

beforeAll(async () => {
  chile = await open('chile', 'PPT')
  peru = await open('peru', 'PE')
  await isSynced(peru)
})

afterAll(async () => {
  await peru.app.close()
  await chile.app.close()
  folder[Symbol.dispose]()
})

const gone = (desk: Desk, words: string) => editor(desk).getByText(words).waitFor({ state: 'detached' })

test('[W14.a] the caret of another delegation carries its code, in the place where it writes', async () => {
  await typeAfter(peru, 'Reafirmando', ' siempre')
  const caret = editor(chile).locator('.remote-caret[data-country="PE"]')
  await sees(chile, editor(chile).getByText('Reafirmando siempre'))
  expect(await caret.getAttribute('aria-hidden')).toBe('true')
  const before = await caret.evaluate((element) => element.previousSibling?.textContent)
  expect(before).toMatch(/Reafirmando siempre$/)
})

test('[W12.a] words of others wait while an input method composes, and nothing of either is lost', async () => {
  const debug = await page(peru).context().newCDPSession(page(peru))
  await placeCaret(peru, 'Teniendo presentes')
  await debug.send('Input.imeSetComposition', { text: 'ã', selectionStart: 1, selectionEnd: 1 })
  await typeAfter(chile, 'Conscientes', ' hoy')
  await isSynced(chile)
  expect(await editor(peru).getByText('Conscientes hoy').count()).toBe(0)
  await debug.send('Input.insertText', { text: 'ão' })
  await sees(peru, editor(peru).getByText('Conscientes hoy'))
  await sees(chile, editor(chile).getByText('Teniendo presentesão'))
})

test('[W16.a] words dragged with the mouse move once, and one undo takes them back', async () => {
  const before = 'Valorando el papel de los gobiernos locales y de las comunidades'
  await editor(peru).focus()
  const from = await selectWords(editor(peru), ' de los gobiernos locales')
  const to = await pointAfter(editor(peru), 'de las comunidades')
  const { mouse } = page(peru)
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 6, from.y, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 6 })
  await mouse.up()
  const after = 'Valorando el papel y de las comunidades de los gobiernos locales'
  await sees(chile, editor(chile).getByText(after))
  await page(peru).keyboard.press('Control+z')
  await sees(chile, editor(chile).getByText(before))
})

test('[W16.b] a word that the spell checker replaces is one change, and undone as one', async () => {
  await editor(peru).focus()
  await selectWords(editor(peru), 'irrestricto')
  await peru.app.electron.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents()) contents.replace('pleno')
  })
  await sees(chile, editor(chile).getByText('el respeto pleno de los derechos'))
  await page(peru).keyboard.press('Control+z')
  await sees(chile, editor(chile).getByText('el respeto irrestricto de los derechos'))
  await gone(chile, 'pleno de los derechos')
})

test('[W15.b] find goes to a match far below and shows it, while the search field keeps the focus', async () => {
  await page(peru).keyboard.press('Control+f')
  const field = page(peru).getByRole('searchbox')
  await field.fill('ADOPTADA POR')
  await page(peru).keyboard.press('Enter')
  const match = editor(peru).locator('.found-current')
  await match.waitFor()
  await expect.poll(() => match.evaluate(isInView)).toBe(true)
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page(peru).keyboard.press('Escape')
})

test('[W7.h] pasting from an office program leaves no complaint in the console', async () => {
  await placeCaret(peru, 'Destacando')
  await editor(peru).evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<style>p{margin:0}</style><p class=MsoNormal style="margin:0"> <b>con énfasis</b></p>',
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await sees(chile, editor(chile).locator('strong').getByText('con énfasis'))
  expect([...peru.app.consoleLines, ...chile.app.consoleLines]).toEqual([])
})

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top > 100 && bottom < window.innerHeight
}
