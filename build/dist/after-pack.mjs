// electron-builder calls this when a program's folder is complete, before fuses are set and targets made.
import { rm } from 'node:fs/promises'
import path from 'node:path'

/** The default application is for development: a package starts with its own. */
export default async function afterPack({ appOutDir }) {
  await rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true })
}
