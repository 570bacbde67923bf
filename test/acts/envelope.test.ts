import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Envelope } from '#shared/acts/act.ts'
import { fromBase64url, toBase64url, toUtf8 } from '#shared/acts/bytes.ts'
import {
  ACT_TYPE,
  keyIdOf,
  openAct,
  openStatement,
  preAuthentication,
  seal,
  STATEMENT_TYPE,
} from '#shared/acts/envelope.ts'
import { conference, hashOf, SAMPLE } from '#test/kit/acts.ts'
import { person } from '#test/kit/acts-people.ts'
import { nodeCrypto } from '#test/kit/crypto.ts'

const world = conference()
const peru = person('PE').key
const keyOf = (id: string) => world.set.keyOf(id)

function payload(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    v: 1,
    conf: world.set.conf,
    scope: 'doc/declaration',
    kind: 'position',
    by: peru.id,
    seq: 0,
    parents: [],
    at: '2022-03-01T12:00:00.000Z',
    paragraph: 'op1',
    hash: 'a'.repeat(64),
    wording: 'Acuerdan',
    language: 'es',
    value: 'agree',
    reason: null,
    ...fields,
  }
}

/** Signed over whatever bytes are given, canonical or not. */
function sealBytes(text: string, key = peru): Envelope {
  const bytes = toUtf8(text)
  return { p: toBase64url(bytes), s: toBase64url(key.sign(preAuthentication(ACT_TYPE, bytes))) }
}

const good = seal(payload(), ACT_TYPE, (message) => peru.sign(message))
const open = (envelope: unknown) => {
  const opened = openAct(envelope, keyOf, nodeCrypto)
  return opened.ok ? 'opened' : opened.error
}

function changed(text: string, at: number): string {
  const other = text.charAt(at) === 'A' ? 'B' : 'A'
  return text.slice(0, at) + other + text.slice(at + 1)
}

test('[A2.a] an act that its key signed is opened', () => {
  const opened = openAct(good, keyOf, nodeCrypto)
  expect(opened).toMatchObject({
    ok: true,
    act: { known: true, payload: { kind: 'position', value: 'agree' } },
  })
})

describe('[A2.a] an envelope is refused at the first thing that is wrong', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'shape'],
    ['a text', 'act', 'shape'],
    ['no signature', { p: good.p }, 'shape'],
    ['a third field', { ...good, note: '' }, 'shape'],
    ['a signature that is no text', { ...good, s: 1 }, 'shape'],
    ['padding', { ...good, p: `${good.p}=` }, 'encoding'],
    ['the other base64 alphabet', { ...good, s: `${good.s.slice(0, -2)}+/` }, 'encoding'],
    ['a blank', { ...good, p: `${good.p} ` }, 'encoding'],
    ['a signature that is too short', { ...good, s: good.s.slice(4) }, 'encoding'],
    ['an empty signature', { ...good, s: '' }, 'encoding'],
    ['more than 64 KiB', sealBytes(JSON.stringify(payload({ reason: 'x'.repeat(70_000) }))), 'tooLarge'],
    [
      'a key that nobody accredited',
      seal(payload({ by: person('stranger').key.id }), ACT_TYPE, (m) => person('stranger').key.sign(m)),
      'unknownKey',
    ],
    ['no key at all', sealBytes('{}'), 'unknownKey'],
    ['a signature of zeros', { ...good, s: 'A'.repeat(86) }, 'signature'],
    [
      'the signature of another key',
      {
        ...good,
        s: toBase64url(
          person('AR').key.sign(preAuthentication(ACT_TYPE, fromBase64url(good.p) ?? new Uint8Array())),
        ),
      },
      'signature',
    ],
    [
      'a signature made for another purpose',
      seal(payload(), STATEMENT_TYPE, (m) => peru.sign(m)),
      'signature',
    ],
    ['what is not JSON', sealBytes(`{"by":"${peru.id}"`), 'notJson'],
    ['a byte order mark', sealBytes(`\uFEFF${JSON.stringify({ by: peru.id })}`), 'notJson'],
    ['blanks between the fields', sealBytes(JSON.stringify(payload()).replace(',', ', ')), 'notCanonical'],
    ['fields out of order', sealBytes(JSON.stringify({ v: 1, by: peru.id })), 'notCanonical'],
    ['a field given twice', sealBytes(`{"by":"${peru.id}","v":1,"v":1}`), 'notCanonical'],
    [
      'a field named __proto__',
      sealBytes(`{"__proto__":{"kind":"agree"},"by":"${peru.id}"}`),
      'notCanonical',
    ],
    ['a number written otherwise', sealBytes(`{"by":"${peru.id}","seq":1e0}`), 'notCanonical'],
    [
      'a number beyond the safe integers',
      sealBytes(`{"by":"${peru.id}","seq":9007199254740993}`),
      'notCanonical',
    ],
    ['a needless escape', sealBytes(`{"by":"${peru.id}","kind":"\\u0070osition"}`), 'notCanonical'],
    [
      'another key smuggled in below',
      sealBytes(`{"a":{"by":"${peru.id}"},"by":"${person('AR').key.id}"}`),
      'foreignKey',
    ],
    ['a field too many', seal(payload({ vote: true }), ACT_TYPE, (m) => peru.sign(m)), 'schema'],
    [
      'a scope that does not exist',
      seal(payload({ scope: 'doc/declaration/of/XX' }), ACT_TYPE, (m) => peru.sign(m)),
      'schema',
    ],
    // a name of a scope is written in one way: another spelling would be a second chain of the same key
    [
      'a scope spelt in another way',
      seal(payload({ scope: 'doc/declaration/bureau/' }), ACT_TYPE, (m) => peru.sign(m)),
      'schema',
    ],
    ['a kind outside its scopes', seal(payload({ scope: 'conf' }), ACT_TYPE, (m) => peru.sign(m)), 'schema'],
    ['another version', seal(payload({ v: 2 }), ACT_TYPE, (m) => peru.sign(m)), 'schema'],
  ])('%s', (_name, envelope, error) => {
    expect(open(envelope)).toBe(error)
  })
})

test('[A2.b] every single changed character of payload or signature is noticed', () => {
  for (let at = 0; at < good.p.length; at++)
    expect(open({ ...good, p: changed(good.p, at) }), `p ${String(at)}`).not.toBe('opened')
  for (let at = 0; at < good.s.length; at++)
    expect(open({ ...good, s: changed(good.s, at) }), `s ${String(at)}`).not.toBe('opened')
})

test('[A2.b] no two texts of base64url stand for the same bytes', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const twins = Array.from(alphabet).filter((last) => fromBase64url(`AA${last}`) !== null)
  expect(twins).toHaveLength(16)
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let length = 0; length <= 256; length++) {
    const some = bytes.slice(0, length)
    expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'))
    expect(fromBase64url(toBase64url(some))).toEqual(some)
  }
})

test('[A2.c] an act of an unknown kind is kept, with its kind, and has no effect', () => {
  const body = {
    v: 1,
    conf: world.set.conf,
    scope: 'doc/declaration',
    kind: 'vote',
    by: peru.id,
    seq: 0,
    parents: [],
    at: '2022-03-01T12:00:00.000Z',
    anything: { else: [1] },
  }
  const opened = openAct(
    seal(body, ACT_TYPE, (m) => peru.sign(m)),
    keyOf,
    nodeCrypto,
  )
  if (!opened.ok) throw new Error(opened.error)
  expect(opened.act).toMatchObject({ known: false, payload: { kind: 'vote', anything: { else: [1] } } })
  const other = conference()
  other.add(opened.act)
  expect(other.state().log.at(-1)).toMatchObject({ kind: 'vote', noEffect: 'unknownKind' })
})

describe('[A2.d] what an act says is bounded and hides nothing', () => {
  const clauses = (text: string, id = 'op1') => [{ ...SAMPLE[4], id, runs: [{ insert: text }] }]
  const incorporate = (paragraph: string, words: unknown) =>
    seal(
      payloadOf('incorporate', {
        paragraphs: [{ paragraph, after: null, base: [], before: null, clauses: words }],
        proposals: [],
        reason: '',
      }),
      ACT_TYPE,
      (m) => peru.sign(m),
    )
  test.each<[string, Envelope, string]>([
    ['a wording', incorporate('op1', clauses('Acuerdan')), 'opened'],
    ['more than 32 KiB', incorporate('op1', clauses('ñ'.repeat(17_000))), 'schema'],
    ['a hidden character', incorporate('op1', clauses('Acuer\u200Bdan')), 'schema'],
    ['an overriding direction', incorporate('op1', clauses('\u202Eabc')), 'schema'],
    ['two paragraphs in one', incorporate('op1', [...clauses('a'), ...clauses('b', 'op2')]), 'schema'],
    ['another paragraph than it names', incorporate('op2', clauses('a')), 'schema'],
    ['no clause', incorporate('op1', []), 'schema'],
    [
      'an address that runs a script',
      incorporate('op1', [
        { ...SAMPLE[4], runs: [{ insert: 'x', attributes: { link: 'javascript:alert(1)' } }] },
      ]),
      'schema',
    ],
    [
      'an objection without a reason',
      seal(payload({ value: 'object' }), ACT_TYPE, (m) => peru.sign(m)),
      'schema',
    ],
    [
      'an objection with one',
      seal(payload({ value: 'object', reason: 'Without mandate' }), ACT_TYPE, (m) => peru.sign(m)),
      'opened',
    ],
  ])('%s', (_name, envelope, outcome) => {
    expect(open(envelope)).toBe(outcome)
  })
})

function payloadOf(kind: string, body: object): object {
  const { v, conf, scope, by, seq, parents, at } = payload()
  return { v, conf, scope, by, seq, parents, at, kind, ...body }
}

test('[A2.e] a conference is founded by the key it is named after, and by no other', () => {
  const founding = conference().set.placed[0]?.act
  expect(openAct(founding?.envelope, () => undefined, nodeCrypto).ok).toBe(true)
  const { key } = person('stranger')
  const forged = { ...founding?.payload, publicKey: key.publicText, by: key.id }
  expect(
    openAct(
      seal(forged, ACT_TYPE, (m) => key.sign(m)),
      () => undefined,
      nodeCrypto,
    ),
  ).toEqual({ ok: false, error: 'schema' })
  const claimed = { ...founding?.payload, publicKey: key.publicText }
  expect(
    openAct(
      seal(claimed, ACT_TYPE, (m) => key.sign(m)),
      () => undefined,
      nodeCrypto,
    ),
  ).toEqual({ ok: false, error: 'unknownKey' })
})

test('[A2.f] a statement is opened by the same checks, and is no act', () => {
  const schema = z.strictObject({ v: z.literal(1), key: z.string(), nonce: z.string() })
  const statement = seal({ v: 1, key: peru.id, nonce: 'n' }, STATEMENT_TYPE, (m) => peru.sign(m))
  expect(openStatement(statement, STATEMENT_TYPE, schema, keyOf, nodeCrypto)).toEqual({
    ok: true,
    act: { v: 1, key: peru.id, nonce: 'n' },
  })
  expect(openStatement(statement, ACT_TYPE, schema, keyOf, nodeCrypto)).toEqual({
    ok: false,
    error: 'signature',
  })
  expect(openStatement(good, STATEMENT_TYPE, schema, keyOf, nodeCrypto).ok).toBe(false)
})

test('[A2.g] a key is named by the hash of its bytes, an act by the hash of what was signed', () => {
  expect(keyIdOf(peru.publicKey, nodeCrypto)).toMatch(/^[0-9a-f]{32}$/)
  const opened = openAct(good, keyOf, nodeCrypto)
  const bytes = fromBase64url(good.p) ?? new Uint8Array()
  expect(opened.ok && opened.act.id).toBe(nodeCrypto.sha256(preAuthentication(ACT_TYPE, bytes)))
  expect(hashOf(...SAMPLE)).toMatch(/^[0-9a-f]{64}$/)
})
