/**
 * What no page may do, whatever it contains: ask for permissions, go elsewhere, open windows, download
 * dictionaries. Set on the session and on every web contents that is ever made.
 */
import { app, type Session, type WebContents } from 'electron'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ORIGIN } from './pages.ts'

/** Copying into the clipboard by the person's own command is all the page may do beside drawing. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

export function hardenSession(session: Session, userData: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(ALLOWED.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isLocal(details.url) })
  })
  useLocalDictionaries(session, path.join(userData, 'Dictionaries'))
}

/** The page needs no network: main holds the connections. */
const isLocal = (url: string): boolean =>
  url.startsWith(`${ORIGIN}/`) || url.startsWith('data:image/') || url.startsWith('devtools:')

/** Spelling is checked with dictionaries that lie in the profile; none is ever fetched. */
function useLocalDictionaries(session: Session, folder: string): void {
  if (process.platform === 'darwin') return
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/dictionaries/`)
  let files: string[]
  try {
    files = readdirSync(folder)
  } catch {
    // No dictionaries: the spelling is not checked.
    files = []
  }
  const languages = session.availableSpellCheckerLanguages.filter((language) =>
    files.some((file) => file.endsWith('.bdic') && file.startsWith(language)),
  )
  session.setSpellCheckerEnabled(languages.length > 0)
  session.setSpellCheckerLanguages(languages)
}

export function hardenContents(openExternal: (url: string) => void): () => void {
  const harden = (_event: unknown, contents: WebContents): void => {
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.setWindowOpenHandler(({ url }) => {
      openExternal(url)
      return { action: 'deny' }
    })
  }
  app.on('web-contents-created', harden)
  return () => {
    app.off('web-contents-created', harden)
  }
}
