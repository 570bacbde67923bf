/**
 * Starts a relay in this process: what the command line does, and what the application does to host a
 * conference on this computer. Everything it opens is closed again by `close`, which may be called twice.
 */
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type { Envelope } from '#shared/acts/act.ts'
import { listen, type Tls } from './http.ts'
import { openLevelStorage } from './level-storage.ts'
import { LIMITS, type Limits } from './limits.ts'
import { silentLog, type Log } from './log.ts'
import { loadRelayKey } from './relay-key.ts'
import { Relay, type Founding } from './relay.ts'
import { readRelayCard, writeRelayCard } from './relay-card.ts'
import type { Storage } from './storage.ts'

export { StorageInUse } from './storage.ts'
export type { Founding } from './relay.ts'

export interface RelayStart {
  /** Folder of everything the relay keeps. */
  readonly data: string
  readonly host?: string
  /** 0: any free one. */
  readonly port?: number
  readonly log?: Log
  readonly limits?: Partial<Limits>
  readonly tls?: Tls | null
  /** Without TLS of its own only this machine is listened to, unless a proxy or a confirmed private network is meant. */
  readonly plain?: boolean
  readonly behindProxy?: boolean
  readonly now?: () => Date
  readonly openStorage?: (folder: string) => Promise<Storage>
  /** The store failed; the relay has closed itself. */
  readonly onFailure?: (error: unknown) => void
}

export interface RunningRelay {
  readonly address: string
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string
  /** What invitations say of the certificate; null where it speaks for itself, or there is none. */
  readonly pin: string | null
  readonly conferences: () => readonly { readonly conf: string; readonly title: string }[]
  readonly found: (envelopes: readonly Envelope[]) => Promise<Founding>
  readonly close: () => Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const DEFAULT_HOST = '127.0.0.1'

/** The relay's public key, which a conference's first act must name; made if it is not there yet. */
export async function relayPublicKey(data: string): Promise<string> {
  return (await loadRelayKey(data)).publicKey
}

export async function startRelay(start: RelayStart): Promise<RunningRelay> {
  const { data, host = DEFAULT_HOST, port = 0, log = silentLog, tls = null } = start
  if (!LOOPBACK.has(host) && tls === null && start.plain !== true) throw new PlainRefused(host)
  let failing: Promise<void> | null = null
  let closing: Promise<void> | null = null
  const core = await openCore(start, (error) => {
    log('storageFailed', { reason: error instanceof Error ? error.message : String(error) })
    failing ??= close().finally(() => start.onFailure?.(error))
  })
  const { relay, key, limits, release } = core
  const listening = await orRelease(release, () => {
    const behindProxy = start.behindProxy ?? false
    return listen({ relay, publicKey: key.publicKey, host, port, tls, behindProxy, limits, log })
  })
  const close = (): Promise<void> => {
    closing ??= listening.close().then(release)
    return closing
  }
  const { address } = listening
  const pin = tls === null ? null : pinOf(tls.cert)
  const writeCard = (): Promise<void> =>
    writeRelayCard(data, { address, pin, publicKey: key.publicKey, conferences: relay.conferences })
  await writeCard()
  log('started', { address, conferences: relay.conferences.length })
  return {
    address,
    publicKey: key.publicKey,
    pin,
    conferences: () => relay.conferences,
    found: async (envelopes) => {
      const founding = await relay.found(envelopes)
      await writeCard()
      return founding
    },
    close,
  }
}

/** Founds a conference in a folder on which no relay is running. */
export async function foundConference(
  data: string,
  envelopes: readonly Envelope[],
  log: Log = silentLog,
): Promise<Founding> {
  const { relay, key, release } = await openCore({ data, log }, (error) => {
    throw error
  })
  return orRelease(release, async () => {
    const founding = await relay.found(envelopes)
    const { address = null, pin = null } = (await readRelayCard(data)) ?? {}
    await writeRelayCard(data, { address, pin, publicKey: key.publicKey, conferences: relay.conferences })
    await release()
    return founding
  })
}

async function openCore(start: RelayStart, onFailure: (error: unknown) => void) {
  const { data, log = silentLog, now = () => new Date() } = start
  const limits = { ...LIMITS, ...start.limits }
  const key = await loadRelayKey(data)
  const storage = await (start.openStorage ?? openLevelStorage)(join(data, 'store'))
  const relay = new Relay({ data, storage, key, limits, log, now, onFailure })
  const release = async (): Promise<void> => {
    await relay.close()
    await storage.close()
  }
  return orRelease(release, async () => {
    await relay.open()
    return { relay, key, limits, release }
  })
}

async function orRelease<T>(release: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await release()
    throw error
  }
}

/** A certificate that an authority vouches for is renewed every few weeks: a pin would lock everybody out. */
function pinOf(cert: string): string | null {
  const shown = new X509Certificate(cert)
  const ownWord = shown.checkIssued(shown) && shown.verify(shown.publicKey)
  return ownWord ? shown.fingerprint256.replaceAll(':', '').toLowerCase() : null
}

/** Words and signatures would cross a network in the open. */
export class PlainRefused extends Error {
  override readonly name = 'PlainRefused'

  constructor(host: string) {
    super(`without a certificate the relay listens on this machine only, not on ${host}`)
  }
}
