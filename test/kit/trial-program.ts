/**
 * The smallest program that lives as ours does: its own scheme, a sandboxed window and a content security
 * policy as strict. With it the runtime and the kit are tried without the product in between.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'"

const main = (body: string) => `
import { app, BrowserWindow, protocol } from 'electron'
const privileges = { standard: true, secure: true, supportFetchAPI: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
const page = ${JSON.stringify(`<!doctype html><html lang="es"><title>Prueba</title><main>${body}</main></html>`)}
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': ${JSON.stringify(POLICY)} }
app.whenReady().then(async () => {
  protocol.handle('app', () => new Response(page, { headers }))
  const window = new BrowserWindow({ width: 800, height: 500, webPreferences: { sandbox: true } })
  await window.loadURL('app://trial/index.html')
})
app.on('window-all-closed', () => app.quit())
`

/** Writes the program below `folder` and answers with where it is. */
export function writeTrialProgram(folder: string, body: string): string {
  const program = join(folder, 'program')
  mkdirSync(program, { recursive: true })
  const manifest = { name: 'trial', version: '1.2.3', type: 'module', main: 'main.js' }
  writeFileSync(join(program, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(program, 'main.js'), main(body))
  return program
}
