import { z } from 'zod'
import { actId } from './fields.ts'
import { defineKind } from './kind.ts'
import { comment } from './comment.ts'

/** Marks a thread of comments as settled, or opens it again; nothing of it goes. */
export const resolve = defineKind({
  kind: 'resolve',
  scopes: comment.scopes,
  body: { thread: actId, resolved: z.boolean() },
  action: () => 'comment',
  only: ({ member }, _act, scope) =>
    !('country' in scope) || member.role !== 'delegate' || member.country === scope.country,
})
