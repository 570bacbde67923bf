/** Where the sample conference keeps its things: one folder, shared by all profiles of this computer. */
import path from 'node:path'
import { profileFolderName } from '#main/launch.ts'

/** Public on purpose: the sample's keys stand for nobody. It is in the README. */
export const SAMPLE_PASSPHRASE = 'consenso-muestra'

export interface SamplePlaces {
  readonly folder: string
  readonly relay: string
  readonly root: string
  readonly card: string
  keys(profile: string): string
}

export function placesIn(folder: string): SamplePlaces {
  return {
    folder,
    relay: path.join(folder, 'relay'),
    root: path.join(folder, 'root.json'),
    card: path.join(folder, 'conference.json'),
    keys: (profile) => path.join(folder, 'keys', `${profileFolderName(profile)}.json`),
  }
}
