/**
 * Writes the bytes of Yjs updates (format 1) by hand, so that tests can say what no client of ours
 * would: gaps, cycles, foreign parents, unknown content.
 */
import * as encoding from 'lib0/encoding'

export interface StructBytes {
  readonly origin?: readonly [client: number, clock: number]
  readonly rightOrigin?: readonly [client: number, clock: number]
  /** A root's name, or the ID of a nested type; written only when there is no origin, as Yjs does. */
  readonly parent?: string | readonly [client: number, clock: number]
  readonly key?: string
  readonly content: ContentBytes | GapBytes
}
/** What is not an item. */
export interface GapBytes {
  readonly kind: 'gc' | 'skip'
  readonly length: number
}
export type ContentBytes =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'embed'; readonly json: string }
  | { readonly kind: 'format'; readonly key: string; readonly json: string }
  | { readonly kind: 'deleted'; readonly length: number }
  | { readonly kind: 'json'; readonly values: readonly string[] }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
  | { readonly kind: 'type'; readonly type: number }
  | { readonly kind: 'any'; readonly values: readonly (string | number | null)[] }
  | { readonly kind: 'doc'; readonly guid: string }

export interface Section {
  readonly client: number
  readonly clock: number
  readonly structs: readonly StructBytes[]
}
export type Deletions = readonly (readonly [
  client: number,
  ranges: readonly (readonly [clock: number, length: number])[],
])[]

const REFS = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
} as const

export function updateBytes(sections: readonly Section[], deletions: Deletions = []): Uint8Array {
  const out = encoding.createEncoder()
  const number = (value: number): void => {
    encoding.writeVarUint(out, value)
  }
  number(sections.length)
  for (const { client, clock, structs } of sections) {
    ;[structs.length, client, clock].forEach(number)
    for (const struct of structs) writeStruct(out, struct)
  }
  number(deletions.length)
  for (const [client, ranges] of deletions) {
    ;[client, ranges.length].forEach(number)
    for (const range of ranges) range.forEach(number)
  }
  return encoding.toUint8Array(out)
}

const isGap = (content: ContentBytes | GapBytes): content is GapBytes =>
  content.kind === 'gc' || content.kind === 'skip'

function writeStruct(
  out: encoding.Encoder,
  { content, origin, rightOrigin, parent, key }: StructBytes,
): void {
  if (isGap(content)) {
    encoding.writeUint8(out, content.kind === 'gc' ? 0 : 10)
    encoding.writeVarUint(out, content.length)
    return
  }
  const info = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20)
  encoding.writeUint8(out, REFS[content.kind] | info)
  for (const id of [origin, rightOrigin])
    id?.forEach((part) => {
      encoding.writeVarUint(out, part)
    })
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(out, parent)
    else
      (parent ?? [0, 0]).forEach((part) => {
        encoding.writeVarUint(out, part)
      })
    if (key !== undefined) encoding.writeVarString(out, key)
  }
  writeContent(out, content)
}

function writeContent(out: encoding.Encoder, content: ContentBytes): void {
  switch (content.kind) {
    case 'string':
      encoding.writeVarString(out, content.text)
      return
    case 'embed':
      encoding.writeVarString(out, content.json)
      return
    case 'format':
      encoding.writeVarString(out, content.key)
      encoding.writeVarString(out, content.json)
      return
    case 'deleted':
      encoding.writeVarUint(out, content.length)
      return
    case 'json':
      encoding.writeVarUint(out, content.values.length)
      for (const value of content.values) encoding.writeVarString(out, value)
      return
    case 'binary':
      encoding.writeVarUint8Array(out, content.bytes)
      return
    case 'type':
      encoding.writeVarUint(out, content.type)
      return
    case 'any':
      encoding.writeVarUint(out, content.values.length)
      for (const value of content.values) encoding.writeAny(out, value)
      return
    case 'doc':
      encoding.writeVarString(out, content.guid)
      encoding.writeAny(out, {})
      return
  }
}
