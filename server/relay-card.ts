/** What the command line must know of the relay in a folder, running or not: written at start, never secret. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const relayCard = z.strictObject({
  /** Where it listened when it was last started; null before that. */
  address: z.string().nullable(),
  publicKey: z.string(),
  /** SHA-256 of the relay's own certificate; null without one. */
  pin: z.string().nullable(),
  conferences: z.array(z.strictObject({ conf: z.string(), title: z.string() })),
})
export type RelayCard = Readonly<z.infer<typeof relayCard>>

const pathOf = (data: string): string => join(data, 'relay.json')

type Unwritten = Omit<RelayCard, 'conferences'> & {
  readonly conferences: readonly { readonly conf: string; readonly title: string }[]
}

export async function writeRelayCard(data: string, card: Unwritten): Promise<void> {
  const path = pathOf(data)
  await writeFile(`${path}.part`, JSON.stringify(card, null, 2), { flush: true })
  await rename(`${path}.part`, path)
}

/** null where no relay has been started on the folder. */
export async function readRelayCard(data: string): Promise<RelayCard | null> {
  try {
    return relayCard.safeParse(JSON.parse(await readFile(pathOf(data), 'utf8'))).data ?? null
  } catch {
    return null // no file, or one that another version wrote
  }
}
