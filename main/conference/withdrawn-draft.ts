/** An act of ours that the relay will never take, kept readable like refused words. */
import type { KeptDraft } from '#shared/ipc/contract.ts'
import type { Withdrawn } from '#main/replica/acts-replica.ts'

export function draftOfWithdrawn(conf: string, { act, code }: Withdrawn, at: string): KeptDraft {
  const { payload } = act
  const paragraph =
    'paragraph' in payload && typeof payload.paragraph === 'string' ? payload.paragraph : payload.kind
  const said = ['value', 'reason', 'wording'].flatMap((field) => {
    const value: unknown = Object.entries(payload).find(([name]) => name === field)?.[1]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  return {
    id: act.id.slice(0, 24),
    conf,
    room: payload.scope,
    at,
    reason: code,
    paragraphs: [{ id: paragraph, theirs: '', mine: [payload.kind, ...said].join('\n') }],
  }
}
