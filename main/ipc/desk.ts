/** What the handlers need from the program; the composition root fills it in, tests fill in their own. */
import type { AppInfo } from '#shared/ipc/contract.ts'
import type { Settings } from '#shared/ipc/contract.ts'
import type { Conference } from '#main/conference/conference.ts'
import type { RootKey } from '#main/identity/root-key.ts'
import { failed, notHere, succeeded, type Outcome } from '#main/outcome.ts'
import type { Joining } from '#main/profile/joining.ts'
import type { Profile } from '#main/profile/profile.ts'
import type { PapersPort } from './papers-port.ts'

export interface PickedFile {
  readonly name: string
  readonly content: Uint8Array
}

/** The parts that need Electron. */
export interface AppPort {
  readonly info: AppInfo
  /** After asking the person, who sees where the link really leads. */
  openExternal(url: string): Promise<boolean>
  /** null: the dialog was closed. */
  chooseDraft(): Promise<PickedFile | null>
  choosePdf(suggestedName: string): Promise<string | null>
  /** A file with a conference's root key; null: the dialog was closed. */
  chooseRoot(): Promise<Uint8Array | null>
  /** Where an exchange file is to go; null: the dialog was closed. */
  chooseExchangePlace(suggestedName: string): Promise<string | null>
  chooseExchange(): Promise<Uint8Array | null>
  settingsChanged(settings: Settings): void
  /** Of files found damaged, each once; answers when the person has seen it. */
  tellDamage(files: readonly string[]): Promise<void>
}

export interface Desk {
  readonly app: AppPort
  readonly profile: Profile
  readonly papers: PapersPort
  readonly joining: Omit<Joining, 'profile'>
  readonly root: (conf: string) => RootKey
  /** Lets a call name the file to write: started for a demonstration or a test. */
  readonly namedPaths: boolean
  readonly writeFile: (path: string, content: Uint8Array) => Promise<boolean>
}

/** The conference, or why there is none to speak of. */
function withConference(desk: Pick<Desk, 'profile'>, conf: string): Outcome<Conference> {
  if (desk.profile.vault.state().kind !== 'open') return failed('forbidden', 'failure.locked')
  const conference = desk.profile.conference(conf)
  return conference === undefined ? notHere : succeeded(conference)
}

/** Runs an intent on the conference it names. */
export async function onConference<I extends { conf: string }, T>(
  desk: Pick<Desk, 'profile'>,
  input: I,
  run: (conference: Conference, input: I) => Promise<Outcome<T>> | Outcome<T>,
): Promise<Outcome<T>> {
  const conference = withConference(desk, input.conf)
  return conference.ok ? run(conference.value, input) : conference
}
