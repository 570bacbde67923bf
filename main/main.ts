/**
 * The composition root of Electron's main process, in the order in which things happen. Everything it
 * puts together is testable without Electron; what needs Electron is in main/window.
 */
import { app, ipcMain, session, type BrowserWindow } from 'electron'
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTranslator, type Translator } from '#shared/i18n/format.ts'
import { UI_LANGUAGES, type UiLanguage } from '#shared/domain/language.ts'
import type { Surroundings } from './conference/conference.ts'
import type { Desk } from './ipc/desk.ts'
import { allHandlers } from './ipc/handlers.ts'
import { registerCalls } from './ipc/register.ts'
import { readLaunch, type Launch } from './launch.ts'
import { exportFinal } from './papers/export.ts'
import { readClauses } from './papers/import.ts'
import { createPress } from './papers/press.ts'
import { Profile } from './profile/profile.ts'
import { SAMPLE_PASSPHRASE } from './sample/places.ts'
import { openSampleProfile } from './sample/profile.ts'
import { realDisk } from './store/disk.ts'
import { FolderInUse } from './store/folder-lock.ts'
import { addContextMenu } from './window/context-menu.ts'
import { createDialogs, tellInUse } from './window/dialogs.ts'
import { systemKeyring } from './window/keyring.ts'
import { setMenu } from './window/menu.ts'
import { ORIGIN } from './window/pages.ts'
import { appInfo } from './window/runtime.ts'
import { registerScheme, servePages } from './window/scheme.ts'
import { smokeAsked, tellSmoke } from './window/smoke.ts'
import { hardenContents, hardenSession } from './window/security.ts'
import { broadcast, openWindow } from './window/windows.ts'

/** One line for one bug; never a wording or a key. */
const report = (problem: unknown): void => {
  const reason = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event: 'bug', reason })}\n`)
}

const systemLanguage = (): UiLanguage =>
  UI_LANGUAGES.find((language) => app.getLocale().toLowerCase().startsWith(language)) ?? 'es'

interface Opened {
  readonly profile: Profile
  /** Where the Secretariat's root key lies, and its passphrase where that is public. */
  readonly root: Desk['root']
  close(): Promise<void>
}

async function openProfile(launch: Launch, surroundings: Surroundings): Promise<Opened> {
  const common = {
    ...surroundings,
    folder: path.join(launch.userData, 'consenso'),
    language: systemLanguage(),
  }
  if (launch.sample === null) {
    const profile = await Profile.open({ ...common, keyring: systemKeyring() })
    return {
      profile,
      root: (conf) => ({ disk: realDisk, file: profile.rootFile(conf), passphrase: null }),
      close: () => profile.close(),
    }
  }
  const { folder: sampleFolder, profile: as } = launch.sample
  const { profile, host, sample } = await openSampleProfile({ ...common, sampleFolder, as })
  const { card, places } = sample
  return {
    profile,
    root: (conf) =>
      conf === card.conf && as === 'ST'
        ? { disk: realDisk, file: places.root, passphrase: SAMPLE_PASSPHRASE }
        : { disk: realDisk, file: profile.rootFile(conf), passphrase: null },
    async close() {
      await profile.close()
      await host.close()
    },
  }
}

async function start(launch: Launch): Promise<void> {
  let window: BrowserWindow | null = null
  const surroundings: Surroundings = {
    disk: realDisk,
    emit: broadcast,
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    random: Math.random,
  }
  hardenSession(session.defaultSession, launch.userData)
  servePages(session.defaultSession, path.join(import.meta.dirname, '..', 'renderer'))

  const opened = await openProfile(launch, surroundings)
  const { profile } = opened
  let translate: Translator
  const applyLanguage = (language: UiLanguage): void => {
    translate = createTranslator(language)
    setMenu({
      translate,
      send: (command) => {
        broadcast('menu', command)
      },
      mac: process.platform === 'darwin',
      development: !app.isPackaged,
    })
  }
  applyLanguage(profile.catalogue.settings.read().language)
  const dialogs = createDialogs(
    () => window,
    () => translate,
  )

  const press = createPress()
  const info = appInfo(launch.sample?.profile ?? '')
  registerCalls({
    ipc: ipcMain,
    origin: ORIGIN,
    report,
    handlers: allHandlers({
      profile,
      root: opened.root,
      joining: { random: surroundings.random },
      namedPaths: launch.demo,
      papers: {
        readDraft: readClauses,
        tellStep: (conf, doc, step) => {
          broadcast('export.step', { conf, doc, step })
        },
        warm: press.warm,
        makePdf: (input, work) => exportFinal(input, { press, ...work }),
      },
      app: {
        info,
        openExternal: dialogs.openExternal,
        chooseDraft: dialogs.chooseDraft,
        choosePdf: dialogs.choosePdf,
        chooseRoot: dialogs.chooseRoot,
        chooseExchangePlace: dialogs.chooseExchangePlace,
        chooseExchange: dialogs.chooseExchange,
        tellDamage: dialogs.tellDamage,
        settingsChanged: ({ language }) => {
          applyLanguage(language)
        },
      },
      writeFile: async (file, content) => {
        try {
          await writeFile(file, content, { flush: true })
          return true
        } catch (error) {
          // The folder is gone, read-only or full: told to the person as "not saved".
          report(error)
          return false
        }
      },
    }),
  })

  hardenContents((url) => void dialogs.openExternal(url))
  const open = async (): Promise<BrowserWindow> => {
    const opening = await openWindow({
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      title: 'Consenso',
    })
    window = opening
    addContextMenu(opening.webContents, () => translate)
    opening.on('closed', () => {
      window = null
    })
    return opening
  }
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === null) void open()
  })
  app.on('will-quit', press.close)
  endCleanly(opened)
  const shown = await open()
  if (smokeAsked(process.argv)) await tellSmoke(shown, info)
  await dialogs.tellDamage(profile.damaged)
}

/** Everything acknowledged is on the disk already; closing only says goodbye to the relay and to whom we host. */
function endCleanly(opened: Opened): void {
  let closing = false
  app.on('before-quit', (event) => {
    if (closing) return
    event.preventDefault()
    closing = true
    void opened
      .close()
      .catch(report)
      .finally(() => {
        app.quit()
      })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
}

// y-websocket listens for the end of the process once for each room.
process.setMaxListeners(1_000)
process.on('uncaughtException', report)
process.on('unhandledRejection', report)

const launch = readLaunch({
  argv: process.argv,
  appData: app.getPath('appData'),
  packaged: app.isPackaged,
})
if ('kind' in launch) {
  process.stderr.write(
    `${createTranslator(systemLanguage())('dialog.unknownProfile', { name: launch.name })}\n`,
  )
  app.exit(2)
} else {
  registerScheme()
  // Before the lock: a profile is a device, and two programs on one profile would be one device twice.
  mkdirSync(launch.userData, { recursive: true, mode: 0o700 })
  app.setPath('userData', launch.userData)
  if (app.requestSingleInstanceLock()) {
    void app
      .whenReady()
      .then(() => start(launch))
      .catch((error: unknown) => {
        if (error instanceof FolderInUse) tellInUse(createTranslator(systemLanguage()), error.folder)
        else report(error)
        app.exit(1)
      })
  } else app.quit()
}
