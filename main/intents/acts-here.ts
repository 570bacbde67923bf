/** Acts that later acts name, as this device holds them: of that kind, in that scope, by a key that had the power. */
import type { KindName, KnownPayload, Payloads } from '#shared/acts/kinds/index.ts'
import { powersOf } from '#shared/acts/powers.ts'
import type { Node } from '#shared/acts/set.ts'
import type { Conference } from '#main/conference/conference.ts'

type Said<K extends KindName> = Payloads[K] & KnownPayload

const isOf = <K extends KindName>(payload: KnownPayload, kind: K): payload is Said<K> => payload.kind === kind

function read<K extends KindName>(conference: Conference, { act }: Node, kind: K): Said<K> | undefined {
  const { set } = conference.replica.acts
  const node = set.node(act.id)
  if (node === undefined || !act.known || !isOf(act.payload, kind)) return undefined
  return powersOf(set).verdictOn(node) === null ? act.payload : undefined
}

export function actHere<K extends KindName>(
  conference: Conference,
  scope: string,
  kind: K,
  id: string,
): Said<K> | undefined {
  const node = conference.replica.acts.set.node(id)
  return node?.act.payload.scope === scope ? read(conference, node, kind) : undefined
}

/** In canonical order. */
export function actsHere<K extends KindName>(
  conference: Conference,
  scope: string,
  kind: K,
): { readonly id: string; readonly payload: Said<K> }[] {
  return conference.replica.acts.set.inOrder([scope]).flatMap((node) => {
    const payload = read(conference, node, kind)
    return payload === undefined ? [] : [{ id: node.act.id, payload }]
  })
}
