/** Looks at the window in a browser: `npx tsx test/renderer/harness/shots.ts OUT [name…]`, pictures and axe. */
import axe from 'axe-core'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'

interface Shot {
  readonly name: string
  readonly query: string
  readonly width?: number
  act?(page: Page): Promise<void>
}
const number = (n: string) => async (page: Page) => {
  await page.locator(`.nav-paragraph:has(b:text-is("${n} "))`).first().click()
}
export const SHOTS: readonly Shot[] = [
  { name: 'negotiation', query: 'as=CO', act: number('PP5') },
  { name: 'chair', query: 'as=PPT,CL', act: number('PP9') },
  { name: 'drafting', query: 'scene=drafting&as=CO' },
  { name: 'offline', query: 'as=CO&offline=1', act: number('PP5') },
  {
    name: 'matrix',
    query: 'as=CO',
    act: async (page) =>
      page
        .getByRole('radio', { name: 'Matriz' })
        .or(page.getByRole('button', { name: 'Matriz' }))
        .first()
        .click(),
  },
  { name: 'menu', query: 'as=CO', act: async (page) => page.locator('.cell-own').first().click() },
  { name: 'adviser', query: 'as=PE:adviser', act: number('PP7') },
  { name: 'observer', query: 'as=observer' },
  { name: 'welcome', query: 'as=CO&welcome=1' },
  { name: 'unlock', query: 'vault=new' },
  { name: 'narrow', query: 'as=CO', width: 1100, act: number('PP5') },
  { name: 'log', query: 'as=PPT', act: async (page) => page.getByRole('tab', { name: 'Registro' }).click() },
]

async function look(out: string, only: readonly string[]): Promise<void> {
  const server = await createServer({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    server: { port: 5199, strictPort: false, watch: null, hmr: false },
  })
  await server.listen()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  await mkdir(out, { recursive: true })
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:5199/'
  for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width: shot.width ?? 1440, height: 900 } })
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          console.log(`${shot.name}: ${message.text().slice(0, 400)}`)
      })
      page.on('pageerror', (error) => {
        console.log(`${shot.name}: ${error.message.slice(0, 600)}`)
      })
      await page.goto(`${address}test/renderer/harness/index.html?${shot.query}&theme=${theme}`)
      await page.waitForSelector('main:not([aria-busy])', { timeout: 30_000 })
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(500)
      await shot.act?.(page).catch((problem: unknown) => {
        console.log(`${shot.name}: ${String(problem).slice(0, 300)}`)
      })
      await page.waitForTimeout(250)
      await page.screenshot({ path: path.join(out, `${shot.name}-${theme}.png`) })
      await page.evaluate(axe.source)
      const violations = await page.evaluate(async () => {
        // axe has put itself on the page
        const { axe: tool } = window as unknown as { axe: typeof axe }
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        const found = await tool.run(document, { runOnly: tags })
        return found.violations.map(
          ({ id, nodes }) =>
            `${id} x${String(nodes.length)}: ${nodes[0]?.html.slice(0, 160) ?? ''} ${nodes[0]?.failureSummary?.slice(0, 240) ?? ''}`,
        )
      })
      console.log(
        `${shot.name}-${theme}: ${violations.length === 0 ? 'axe clean' : violations.join('\n   ')}`,
      )
      await page.close()
    }
  }
  await browser.close()
  await server.close()
}

await look(process.argv[2] ?? 'out/shots', process.argv.slice(3))
