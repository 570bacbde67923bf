/** Founds a conference in a relay's folder from a file of signed acts, one envelope a line; the first is the conference. */
import { readFile } from 'node:fs/promises'
import { envelope } from '#shared/sync/protocol.ts'
import { foundConference } from '#server/embed.ts'
import type { Log } from '#server/log.ts'
import { CommandError } from './options.ts'

export async function runCreate(
  data: string,
  file: string,
  log: Log,
): Promise<{ conf: string; title: string }> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const envelopes = lines.map((line, i) => {
    const read = envelope.safeParse(parse(line))
    if (!read.success) throw new CommandError(`line ${String(i + 1)} of ${file} is not a signed act`)
    return read.data
  })
  const founding = await foundConference(data, envelopes, log)
  if (!founding.ok) throw new CommandError(`not founded: ${founding.code} (${founding.detail})`)
  return { conf: founding.conf, title: founding.title }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null // the schema says that this is no envelope
  }
}
