/**
 * Words that the relay refused, kept readable (trust: "a refused update never loses words"). Each draft
 * holds, paragraph by paragraph, what the relay has and what was written here, and the refused state in
 * full, so that nothing depends on this version having understood it.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { groupParagraphs } from '#shared/domain/paragraph.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Clause } from '#shared/domain/clause.ts'
import { keptDraft, type KeptDraft } from '#shared/ipc/contract.ts'
import type { Refusal } from '#shared/sync/protocol.ts'
import { openRecordFile } from '#main/store/record-file.ts'
import type { Disk } from '#main/store/disk.ts'

const record = z.union([
  z.strictObject({ draft: keptDraft, state: z.base64() }),
  z.strictObject({ dismissed: z.string() }),
])

export interface KeptDrafts {
  list(): readonly KeptDraft[]
  /** False: not on the disk; the refused words must then stay where they are. */
  keep(draft: KeptDraft, state: Uint8Array): Promise<boolean>
  dismiss(id: string): Promise<boolean>
  close(): Promise<void>
}

export async function openKeptDrafts(disk: Disk, path: string, masterKey: Uint8Array): Promise<KeptDrafts> {
  const opened = await openRecordFile({ disk, path, name: 'drafts', masterKey })
  const drafts = new Map<string, KeptDraft>()
  for (const bytes of opened.records) {
    const parsed = record.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!parsed.success) continue
    if ('draft' in parsed.data) drafts.set(parsed.data.draft.id, parsed.data.draft)
    else drafts.delete(parsed.data.dismissed)
  }
  const append = (value: z.infer<typeof record>): Promise<boolean> =>
    opened.file.append(Buffer.from(JSON.stringify(value), 'utf8'))
  return {
    list: () => [...drafts.values()],
    async keep(draft, state) {
      const saved = await append({ draft, state: Buffer.from(state).toString('base64') })
      if (saved) drafts.set(draft.id, draft)
      return saved
    },
    async dismiss(id) {
      // The record with the words stays in the file; only the list forgets it.
      const saved = await append({ dismissed: id })
      if (saved) drafts.delete(id)
      return saved
    },
    close: () => opened.file.close(),
  }
}

export interface RefusedWords {
  readonly conf: string
  readonly room: string
  readonly at: string
  readonly reason: Refusal
  readonly theirs: readonly Clause[]
  readonly mine: readonly Clause[]
}

/** null: nothing that was written here differs from what the relay holds. */
export function draftOf({ conf, room, at, reason, theirs, mine }: RefusedWords): KeptDraft | null {
  const text = (clauses: readonly Clause[]): ReadonlyMap<string, string> =>
    new Map(groupParagraphs(clauses).map((paragraph) => [paragraph.id, wordingText(paragraph.clauses)]))
  const before = text(theirs)
  const now = text(mine)
  const ids = [...new Set([...now.keys(), ...before.keys()])]
  const paragraphs = ids
    .map((id) => ({ id, theirs: before.get(id) ?? '', mine: now.get(id) ?? '' }))
    .filter((paragraph) => paragraph.theirs !== paragraph.mine)
  if (paragraphs.length === 0) return null
  const id = createHash('sha256')
    .update(`${room}\0${at}\0${JSON.stringify(paragraphs)}`)
    .digest('hex')
    .slice(0, 24)
  return { id, conf, room, at, reason, paragraphs }
}
