import { z } from 'zod'
import { actId } from './fields.ts'
import { defineKind } from './kind.ts'
import { comment, mayCommentIn } from './comment.ts'

/** Marks a thread of comments as settled, or opens it again; nothing of it goes. */
export const resolve = defineKind({
  kind: 'resolve',
  scopes: comment.scopes,
  body: { thread: actId, resolved: z.boolean() },
  action: () => 'comment',
  only: (actor, _act, scope) => mayCommentIn(actor, scope),
})
