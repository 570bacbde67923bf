/** In whose name this member comments: a hat of the Conference, or an observer's, in their own channel (rule 38). */
import { useState } from 'react'
import type { Member } from '#shared/domain/role.ts'
import type { Hat } from '#shared/ipc/contract.ts'
import { useConference, useDocument } from '#renderer/session/context.tsx'
import { usePowers, type Office } from '#renderer/session/use-powers.ts'

export interface CommentOffice extends Office {
  readonly member: Member
}

/** null: nobody of this window can. */
export function useCommentOffice(fits: (member: Member) => boolean): CommentOffice | null {
  const { conf } = useConference()
  const { id: doc } = useDocument()
  const powers = usePowers()
  const [chosen, setChosen] = useState<string | null>(null)
  const inside = powers.may('comment')
  const hats = (inside.length > 0 ? inside : powers.may('contribute')).flatMap((hat) =>
    hat.member !== null && fits(hat.member) ? [{ hat, member: hat.member }] : [],
  )
  const found = hats.find(({ hat }) => hat.key === chosen) ?? hats[0]
  if (found === undefined) return null
  return {
    ...found,
    hats: hats.map(({ hat }) => hat),
    target: { conf, doc, hat: found.hat.key },
    choose({ key }: Hat) {
      setChosen(key)
    },
  }
}

export const anyMember = (): boolean => true
