/**
 * Which conferences this profile holds, and the settings. No title and no name stands here: the
 * conference's id and its folder say nothing to whoever finds the disk.
 */
import path from 'node:path'
import { z } from 'zod'
import { settings, visit, type Settings } from '#shared/ipc/contract.ts'
import { openJsonFile, type JsonFile } from './json-file.ts'
import type { Disk } from './disk.ts'

/** Of a conference's folder. */
export const FOLDER_NAME = /^[0-9a-f]{16}$/

const catalogueFile = z.strictObject({
  v: z.literal(1),
  conferences: z.array(
    z.strictObject({
      conf: z.string().regex(/^[0-9a-f]{32}$/),
      folder: z.string().regex(FOLDER_NAME),
    }),
  ),
})
type CatalogueFile = z.infer<typeof catalogueFile>

/** How far each document has been read, by conference and document. */
const visitsFile = z.record(z.string(), z.record(z.string(), visit))
type VisitsFile = z.infer<typeof visitsFile>

/** A conference, and the folder with its records. */
export type Listed = CatalogueFile['conferences'][number]

export interface Catalogue {
  readonly conferences: JsonFile<CatalogueFile>
  readonly settings: JsonFile<Settings>
  readonly visits: JsonFile<VisitsFile>
  /** Files that could not be read and were set aside. */
  readonly setAside: readonly string[]
}

export async function openCatalogue(
  disk: Disk,
  folder: string,
  language: Settings['language'],
): Promise<Catalogue> {
  await disk.makeFolder(folder)
  const list = await openJsonFile(disk, path.join(folder, 'catalogue.json'), catalogueFile, {
    v: 1,
    conferences: [],
  })
  const own = await openJsonFile<Settings>(disk, path.join(folder, 'settings.json'), settings, {
    language,
    theme: 'system',
  })
  const visits = await openJsonFile<VisitsFile>(disk, path.join(folder, 'visits.json'), visitsFile, {})
  return {
    conferences: list.file,
    settings: own.file,
    visits: visits.file,
    setAside: [list.setAside, own.setAside, visits.setAside].filter((name) => name !== null),
  }
}
