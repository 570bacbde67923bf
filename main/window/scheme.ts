/** Serves the window's own files on `app://consenso/…` and nothing else. */
import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { fileOf, headers, SCHEME, typeOf } from './pages.ts'

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function servePages(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = fileOf(request.url, folder)
    const type = file === null ? null : typeOf(file)
    if (file === null || type === null || request.method !== 'GET') return refusal()
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headers(type) })
    } catch {
      // No such file: the page shows what it shows without it.
      return refusal()
    }
  })
}

const refusal = (): Response => new Response(null, { status: 404, headers: headers('text/plain') })
