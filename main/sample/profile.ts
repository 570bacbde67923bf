/** Opens a profile of the sample conference: founds the conference if need be, and gives the profile its hats. */
import { newPeer } from '#main/conference/peer.ts'
import { readLockedKeys } from '#main/identity/locked-keys.ts'
import { Profile, type ProfileOptions } from '#main/profile/profile.ts'
import { LIGHT_COST } from '#main/store/passphrase.ts'
import { ensureSample, type Sample } from './found.ts'
import { hostRelay, type RelayHost } from './host.ts'
import { SAMPLE_PASSPHRASE } from './places.ts'

export interface SampleProfile {
  readonly profile: Profile
  readonly host: RelayHost
  readonly sample: Sample
}

export interface SampleProfileOptions extends Omit<ProfileOptions, 'keyring' | 'address' | 'vaultCost'> {
  readonly sampleFolder: string
  /** As `--as` names it. */
  readonly as: string
}

export async function openSampleProfile({
  sampleFolder,
  as,
  ...options
}: SampleProfileOptions): Promise<SampleProfile> {
  const sample = await ensureSample(sampleFolder, options)
  const { places, card } = sample
  const host = hostRelay(places.relay)
  const profile = await Profile.open({
    ...options,
    // Any role can be tried on any computer: under the sample's own passphrase, not the system's keyring.
    keyring: null,
    vaultCost: LIGHT_COST,
    address: (conf) => (conf === card.conf ? () => host.address() : undefined),
  })
  await profile.unlock(SAMPLE_PASSPHRASE)
  const { conf, title, relayKey } = card
  const relay = (await host.address()) ?? 'ws://127.0.0.1'
  const conference = await profile.add(newPeer({ conf, title, relay, relayKey, pin: null }), false)
  const keys = await readLockedKeys(options.disk, places.keys(as), SAMPLE_PASSPHRASE)
  if (conference !== null && keys.kind === 'keys') {
    for (const { seed, label } of keys.keys) await conference.hats.adopt(seed, label)
  }
  conference?.connect()
  return { profile, host, sample }
}
