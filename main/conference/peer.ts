/** Where a conference's relay is and whose it is: sealed in the conference's folder, with the title for the list. */
import { z } from 'zod'
import { member } from '#shared/ipc/contract.ts'
import { openRecordFile, peekRecords, type Damage } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'

const peer = z.strictObject({
  v: z.literal(1),
  conf: z.string(),
  /** Shown until the conference's acts are here and say it themselves. */
  title: z.string(),
  relay: z.string(),
  relayKey: z.string(),
  /** SHA-256 of the relay's certificate where it has one of its own: no other is accepted. */
  pin: z.string().nullable().default(null),
  /** The member works offline on purpose, also after the program has been closed. */
  offline: z.boolean(),
  /** Set while the Secretariat has not approved this device. */
  enrolment: z.strictObject({ code: z.string(), key: z.string(), label: z.string(), member }).nullable(),
})
export type Peer = z.infer<typeof peer>

export type NewPeer = Pick<Peer, 'conf' | 'title' | 'relay' | 'relayKey' | 'pin'>

/** Of a conference that comes onto this device now. */
export const newPeer = ({ conf, title, relay, relayKey, pin }: NewPeer): Peer => ({
  ...{ v: 1, conf, title, relay, relayKey, pin },
  offline: false,
  enrolment: null,
})

export interface PeerFile {
  readonly damage: readonly Damage[]
  read(): Peer | null
  write(peer: Peer): Promise<boolean>
  close(): Promise<void>
}

export async function openPeer(disk: Disk, path: string, masterKey: Uint8Array): Promise<PeerFile> {
  const opened = await openRecordFile({ disk, path, name: 'peer', masterKey })
  let current = newest(opened.records)
  return {
    damage: opened.damage,
    read: () => current,
    async write(value) {
      const saved = await opened.file.replace([Buffer.from(JSON.stringify(value), 'utf8')])
      if (saved) current = value
      return saved
    },
    close: () => opened.file.close(),
  }
}

/** What the folder says, without a touch of it. */
export async function peekPeer(disk: Disk, path: string, masterKey: Uint8Array): Promise<Peer | null> {
  return newest(await peekRecords({ disk, path, name: 'peer', masterKey }))
}

function newest(records: readonly Uint8Array[]): Peer | null {
  const last = records.at(-1)
  const parsed = last === undefined ? null : peer.safeParse(JSON.parse(Buffer.from(last).toString('utf8')))
  return parsed?.success === true ? parsed.data : null
}
