/**
 * Invitations lie as files in the relay's folder, so that the command line can make one while the relay
 * runs. A file holds the hash of the code, never the code.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { member } from '#shared/acts/kinds/fields.ts'
import type { Member } from '#shared/domain/role.ts'
import { INVITATION_HOURS } from '#shared/sync/invitation.ts'

const invitationFile = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  conf: z.string(),
  codeHash: z.string(),
  member,
  label: z.string(),
  expires: z.iso.datetime(),
})
export type InvitationFile = z.infer<typeof invitationFile>

const ID_BYTES = 8
const SECRET_BYTES = 16
const CODE = /^([A-Za-z0-9_-]{11})\.([A-Za-z0-9_-]{22})$/
const folderOf = (data: string): string => join(data, 'invitations')
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export async function makeInvitation(
  data: string,
  { conf, member: invited, label, now }: { conf: string; member: Member; label: string; now: Date },
): Promise<{ code: string; expires: string }> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const expires = new Date(now.getTime() + INVITATION_HOURS * 3_600_000).toISOString()
  // parsed once more: the file holds nothing that reading it would refuse
  const file = invitationFile.parse({
    v: 1,
    id,
    conf,
    codeHash: hashOf(secret),
    member: invited,
    label,
    expires,
  })
  await mkdir(folderOf(data), { recursive: true, mode: 0o700 })
  const path = join(folderOf(data), `${id}.json`)
  await writeFile(`${path}.part`, JSON.stringify(file), { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  return { code: `${id}.${secret}`, expires }
}

/** The two halves of a code; null when it is none, so that nothing else ever becomes part of a path. */
export function splitCode(code: string): { id: string; secret: string } | null {
  const [, id, secret] = CODE.exec(code) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

export async function findInvitation(data: string, id: string): Promise<InvitationFile | null> {
  try {
    const read = invitationFile.safeParse(
      JSON.parse(await readFile(join(folderOf(data), `${id}.json`), 'utf8')),
    )
    return read.data ?? null
  } catch {
    return null // no such invitation, or a file that is none
  }
}

export const matches = (file: InvitationFile, secret: string): boolean =>
  timingSafeEqual(Buffer.from(file.codeHash, 'hex'), Buffer.from(hashOf(secret), 'hex'))
