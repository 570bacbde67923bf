/** What a hostile client may send into a room, with how the guard answers (trust.md's list, as data). */
import type { GuardDetail } from '#shared/words/guard.ts'
import { updateBytes, type ContentBytes, type Section, type StructBytes } from './update-bytes.ts'

/** In the room: Ana's client has written, and so has Beto's; Malú writes with a client of her own, or of theirs. */
export const ANA = 11
export const BETO = 22
const MALU = 33
const OTHER = 34

export interface Attack {
  readonly name: string
  readonly update: Uint8Array
  readonly detail: GuardDetail
}

const text = (words: string): ContentBytes => ({ kind: 'string', text: words })
const inBody = (content: StructBytes['content'], more: Partial<StructBytes> = {}): StructBytes => ({
  parent: 'body',
  content,
  ...more,
})
const byMalu = (...structs: StructBytes[]): Section => ({ client: MALU, clock: 0, structs })
const one = (struct: StructBytes): Uint8Array => updateBytes([byMalu(struct)])
const content = (name: string, what: ContentBytes, detail: GuardDetail): Attack => ({
  name,
  update: one(inBody(what)),
  detail,
})

/** `ana` and `beto`: how far their clients have written. */
export function attacks({ ana, beto }: { readonly ana: number; readonly beto: number }): Attack[] {
  return [
    { name: 'a foreign root', update: one({ parent: 'other', content: text('x') }), detail: 'parent' },
    {
      name: 'a foreign parent hidden behind an origin',
      update: updateBytes([
        byMalu({ parent: 'other', content: text('x') }, { origin: [MALU, 0], content: text('y') }),
      ]),
      detail: 'parent',
    },
    {
      name: 'a parent that is an ID',
      update: one({ parent: [ANA, 0], content: text('x') }),
      detail: 'parent',
    },
    {
      name: 'a chain that points forward',
      update: updateBytes([byMalu({ origin: [MALU, 1], content: text('x') }, inBody(text('y')))]),
      detail: 'missingDependency',
    },
    {
      name: 'a reference to itself',
      update: one({ origin: [MALU, 0], content: text('x') }),
      detail: 'missingDependency',
    },
    {
      name: 'a cycle of two clients',
      update: updateBytes([
        byMalu({ origin: [OTHER, 0], content: text('x') }),
        { client: OTHER, clock: 0, structs: [{ origin: [MALU, 0], content: text('y') }] },
      ]),
      detail: 'missingDependency',
    },
    {
      name: 'an origin that nobody has written',
      update: one({ origin: [BETO, beto + 5], content: text('x') }),
      detail: 'missingDependency',
    },
    {
      name: 'a partial overlap with another\u2019s words',
      update: updateBytes([{ client: ANA, clock: ana - 2, structs: [inBody(text('mine now'))] }]),
      detail: 'notYours',
    },
    {
      name: 'another\u2019s clientID',
      update: updateBytes([{ client: ANA, clock: ana, structs: [inBody(text('x'))] }]),
      detail: 'notYours',
    },
    {
      name: 'clocks burnt by garbage',
      update: updateBytes([
        { client: BETO, clock: beto, structs: [{ content: { kind: 'gc', length: 1e6 } }] },
      ]),
      detail: 'notYours',
    },
    {
      name: 'garbage of one\u2019s own',
      update: one({ content: { kind: 'gc', length: 5 } }),
      detail: 'notAnItem',
    },
    {
      name: 'a hole',
      update: updateBytes([byMalu({ content: { kind: 'skip', length: 5 } }, inBody(text('x')))]),
      detail: 'notAnItem',
    },
    {
      name: 'a deletion of words yet to be written',
      update: updateBytes([], [[BETO, [[beto, 1000]]]]),
      detail: 'deletesUnknown',
    },
    {
      name: 'a deletion of an unknown client\u2019s words',
      update: updateBytes([], [[99, [[0, 10]]]]),
      detail: 'deletesUnknown',
    },
    {
      name: 'a gap',
      update: updateBytes([{ client: MALU, clock: 5, structs: [inBody(text('x'))] }]),
      detail: 'missingStructs',
    },
    {
      name: 'two sections of one client',
      update: updateBytes([
        byMalu(inBody(text('x'))),
        { client: OTHER, clock: 0, structs: [inBody(text('y'))] },
        byMalu(inBody(text('z'))),
      ]),
      detail: 'doubleSection',
    },
    {
      name: 'a key of a map',
      update: one(inBody(text('x'), { key: 'owner' })),
      detail: 'mapKey',
    },
    content('a sub-document', { kind: 'doc', guid: 'evil' }, 'badContent'),
    content('a nested type', { kind: 'type', type: 2 }, 'badContent'),
    content('a tombstone', { kind: 'deleted', length: 3 }, 'badContent'),
    content('plain JSON', { kind: 'json', values: ['{"a":1}'] }, 'badContent'),
    content('binary content', { kind: 'binary', bytes: new Uint8Array(9) }, 'badContent'),
    content('any content', { kind: 'any', values: ['a', 1, null] }, 'badContent'),
    content('an unknown embed', { kind: 'embed', json: '{"image":"https://x"}' }, 'badEmbed'),
    content('a marker with more to it', { kind: 'embed', json: '{"clause":"a","by":"PE"}' }, 'badEmbed'),
    content('a marker with a copy\u2019s number', { kind: 'embed', json: '{"clause":"a~2"}' }, 'badEmbed'),
    content('an embed that is a list', { kind: 'embed', json: '["clause"]' }, 'badEmbed'),
    content('an embed that is nothing', { kind: 'embed', json: 'null' }, 'badEmbed'),
    content(
      'a deep embed',
      { kind: 'embed', json: `${'['.repeat(50_000)}${']'.repeat(50_000)}` },
      'badEmbed',
    ),
    content('an embed named __proto__', { kind: 'embed', json: '{"__proto__":{"clause":"a"}}' }, 'badEmbed'),
    content('an unknown attribute', { kind: 'format', key: 'colour', json: '"red"' }, 'badFormat'),
    content('an attribute named __proto__', { kind: 'format', key: '__proto__', json: 'true' }, 'badFormat'),
    content(
      'an attribute named constructor',
      { kind: 'format', key: 'constructor', json: 'true' },
      'badFormat',
    ),
    content('an attribute that is an object', { kind: 'format', key: 'bold', json: '{"a":1}' }, 'badFormat'),
    content('an unknown kind', { kind: 'format', key: 'kind', json: '"decree"' }, 'badFormat'),
    content('a fifth level', { kind: 'format', key: 'level', json: '4' }, 'badFormat'),
    content('half a level', { kind: 'format', key: 'level', json: '1.5' }, 'badFormat'),
    content(
      'a script as a link',
      { kind: 'format', key: 'link', json: '"javascript:alert(1)"' },
      'badFormat',
    ),
    content('a file as a link', { kind: 'format', key: 'link', json: '"file:///etc/passwd"' }, 'badFormat'),
    content('a bidirectional override', text('\u202Eoveride'), 'badCharacter'),
    content('a zero-width space', text('a\u200Bb'), 'badCharacter'),
    content('a private-use letter', text('\uE000'), 'badCharacter'),
    content('a control character', text('a\u0000b'), 'badCharacter'),
    {
      name: 'a clock beyond safe integers',
      update: updateBytes([{ client: MALU, clock: Number.MAX_SAFE_INTEGER, structs: [inBody(text('xyz'))] }]),
      detail: 'clockRange',
    },
    {
      name: 'a length beyond safe integers',
      update: updateBytes([
        byMalu(inBody(text('x')), { content: { kind: 'gc', length: Number.MAX_SAFE_INTEGER } }),
      ]),
      detail: 'clockRange',
    },
    {
      name: 'a deletion beyond safe integers',
      update: updateBytes([], [[ANA, [[Number.MAX_SAFE_INTEGER, 5]]]]),
      detail: 'clockRange',
    },
    { name: 'an empty deletion', update: updateBytes([], [[ANA, [[0, 0]]]]), detail: 'clockRange' },
    {
      name: 'eight bytes that claim 33 million structs',
      update: new Uint8Array([1, 0xc0, 0x93, 0xde, 0x0f, 33, 0, 0]),
      detail: 'malformed',
    },
    { name: 'nothing at all', update: new Uint8Array(0), detail: 'malformed' },
    { name: 'noise', update: new Uint8Array(64).fill(0xff), detail: 'malformed' },
  ]
}
