/** Makes the payload of a new act: its number in its chain and the acts it rests on come from the set. */
import type { KindName, Payloads } from './kinds/index.ts'
import type { Common } from './kinds/kind.ts'
import { parseScope } from './scope.ts'
import type { ActSet } from './set.ts'
import type { ActId, Instant, KeyId } from './state.ts'

export type Body<K extends KindName> = Omit<Payloads[K], keyof Common>

export interface Intent<K extends KindName> {
  readonly scope: string
  readonly kind: K
  readonly by: KeyId
  readonly body: Body<K>
  /** The signer's clock. */
  readonly at: Instant
}

export function draft<K extends KindName>(set: ActSet, intent: Intent<K>): Common & Body<K> {
  const { scope, kind, by, body, at } = intent
  const parents = parentsFor(set, scope)
  return { ...body, v: 1, conf: set.conf, scope, kind, by, seq: set.nextSeq(scope, by), parents, at }
}

/** All heads of the scope and of the scopes it rests on, without those that another of them knew. */
export function parentsFor(set: ActSet, scope: string): ActId[] {
  const restsOn = [scope, 'conf']
  const parsed = parseScope(scope)
  if (parsed?.kind === 'delegation' || parsed?.kind === 'audience' || parsed?.kind === 'bureau')
    restsOn.push(`doc/${parsed.doc}`)
  const heads = [...new Set(restsOn.flatMap((name) => set.heads(name)))]
  return heads.filter((id) => !heads.some((other) => set.isBefore(id, other))).sort()
}
