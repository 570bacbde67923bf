// The default application of the prepared runtime: what `electron FOLDER` starts with, like the one in
// Electron's own distribution. It must be an ES module that awaits the application at its top level: Electron
// holds `ready` back until this module has finished, and the application needs that moment to register its
// scheme. It leaves process.argv alone.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const required = []
let target
for (let args = process.argv.slice(1); args.length > 0; args = args.slice(1)) {
  const [first, second] = args
  if (first === '-r' || first === '--require') {
    required.push(second)
    args = args.slice(1)
  } else if (first === '-v' || first === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (!first.startsWith('-')) {
    target = path.resolve(first)
    break
  }
}

// Playwright comes in this way.
if (required.length > 0) Module._preloadModules(required)

if (target === undefined) {
  console.error('usage: electron [options] FOLDER')
  process.exit(1)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const manifest = path.join(target, 'package.json')
if (existsSync(manifest)) {
  const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  app.setVersion(version ?? '0.0.0')
  app.name = productName ?? name ?? 'Electron'
  app.setDesktopName(`${app.name}.desktop`)
  app.setAppPath(target)
} else {
  app.setAppPath(path.dirname(target))
}

try {
  await import(pathToFileURL(Module._resolveFilename(target, null, true)).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
