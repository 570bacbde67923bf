/**
 * Real windows for tests: launches the built program under Playwright with a profile of its own, and looks at
 * it as a person (screenshots) and as assistive technology (axe) would. Runtime and display are made
 * ready once for a whole run (`readyForApps`); a test only launches and closes.
 */
import axe, { type AxeResults } from 'axe-core'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { hasDisplay, openVirtualDisplay } from '#build/electron/display.ts'
import { ensureElectron } from '#build/electron/ensure.ts'
import { isRoot } from '#build/electron/system-libraries.ts'
import { bundleIfStale } from '#build/bundle.ts'
import { root } from '#build/paths.ts'

const PATIENCE_MS = 60_000

/** Makes runtime and display ready; sets the environment that later launches (and forks) inherit. */
export async function readyForApps(): Promise<() => void> {
  const runtime = await ensureElectron()
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  if (hasDisplay()) return () => undefined
  const display = await openVirtualDisplay()
  Object.assign(process.env, display.env)
  return () => {
    display.close()
    delete process.env['DISPLAY']
  }
}

/** Once for a process: windows that open together must not each build. */
let built: Promise<void> | undefined

export interface Launch {
  /** Folder of the member's data; two programs on one profile are two starts of one device. */
  readonly profile: string
  /** Folder in which the sample conference lives when several profiles share it. */
  readonly sampleDir?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Folder with the program's package.json; this project by default. */
  readonly program?: string
}

export interface LaunchedApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Everything the window wrote to its console, with its level: `error: …`. */
  readonly consoleLines: readonly string[]
  screenshot(file: string): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  close(): Promise<void>
}

export async function launchApp({
  profile,
  sampleDir,
  args = [],
  env = {},
  program = root,
}: Launch): Promise<LaunchedApp> {
  if (program === root) await (built ??= bundleIfStale())
  await mkdir(profile, { recursive: true })
  const electron = await _electron.launch({
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      program,
      `--user-data-dir=${profile}`,
      ...(sampleDir === undefined ? [] : [`--sample-dir=${sampleDir}`]),
      ...args,
    ],
    cwd: program,
    chromiumSandbox: !isRoot(),
    env: { ...definedOnly(process.env), ...env },
    timeout: PATIENCE_MS,
  })
  const page = await electron.firstWindow({ timeout: PATIENCE_MS })
  const consoleLines: string[] = []
  page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => consoleLines.push(`error: ${error.message}`))
  const child = electron.process()
  const ended = () => child.exitCode !== null || child.signalCode !== null
  return {
    electron,
    page,
    consoleLines,
    async screenshot(file) {
      await mkdir(dirname(file), { recursive: true })
      await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' })
    },
    async kill() {
      if (ended()) return
      const gone = new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve()
        })
      })
      child.kill('SIGKILL')
      await gone
    },
    async close() {
      if (!ended()) await electron.close()
    },
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

const ACCESSIBILITY_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The WCAG 2.2 A and AA violations axe finds, one line each; an empty list is what tests expect. The checker
 * comes in through the debugger, which the page's content security policy and Trusted Types do not stop.
 */
export async function accessibilityViolations(page: Page, within?: string): Promise<readonly string[]> {
  const debug = await page.context().newCDPSession(page)
  try {
    await debug.send('Runtime.evaluate', { expression: axe.source })
    const options = { runOnly: { type: 'tag', values: ACCESSIBILITY_TAGS } }
    const call = `axe.run(${JSON.stringify(within ?? null)} ?? document, ${JSON.stringify(options)})`
    const answer = await debug.send('Runtime.evaluate', {
      expression: `${call}.then((results) => JSON.stringify(results))`,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails) throw new Error(`axe could not run: ${answer.exceptionDetails.text}`)
    // as: what axe.run answers, serialised two lines above
    const { violations } = JSON.parse(String(answer.result.value)) as AxeResults
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
  } finally {
    await debug.detach()
  }
}
