import { describe, expect, test } from 'vitest'
import type { Audience, ThreadState } from '#shared/acts/negotiation-state.ts'
import type { MemberRecord } from '#shared/acts/state.ts'
import { COUNTRY_CODES, type CountryCode } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'
import { isCommentKey, type KeyPress } from '#renderer/session/keys.ts'
import { mentionAt, offered, withMention } from '#renderer/features/comments/mention-list.ts'
import {
  audiencesFor,
  audienceToBegin,
  mayReply,
  mentionsIn,
  passagesOf,
  readersOf,
  waitingMention,
  wantedThreads,
} from '#renderer/session/threads.ts'

const delegate = (country: CountryCode): Member => ({ role: 'delegate', country, capacity: 'focalPoint' })
const CHAIR: Member = { role: 'presidency', country: 'CL' }
const OBSERVER: Member = { role: 'observer', organisation: 'OIM' }

describe('[V90] a new comment is for the own delegation until another audience is chosen', () => {
  test.each([
    [delegate('CO'), undefined, 'delegation'],
    [delegate('CO'), 'all', 'all'],
    [delegate('CO'), 'bureau', 'delegation'],
    [CHAIR, undefined, 'bureau'],
    [CHAIR, 'delegation', 'bureau'],
    [OBSERVER, undefined, 'observers'],
    [OBSERVER, 'all', 'observers'],
  ] as const)('%j, who last chose %s: %s', (member, last, expected) => {
    expect(audienceToBegin(member, last)).toBe(expected)
  })
})

describe('[V90.a] observers and guests have their channel and no other', () => {
  const all: readonly Audience[] = [
    { kind: 'all' },
    { kind: 'bureau' },
    { kind: 'delegation', country: 'CO' },
    { kind: 'audience', country: 'CO' },
  ]
  test('neither to begin nor to answer', () => {
    expect(audiencesFor(OBSERVER)).toEqual(['observers'])
    expect(all.filter((audience) => mayReply(OBSERVER, audience))).toEqual([])
    expect(mayReply(OBSERVER, { kind: 'observers' })).toBe(true)
  })
  test('a delegation answers in its own exchanges, never in another’s', () => {
    expect(all.map((audience) => mayReply(delegate('CO'), audience))).toEqual([true, false, true, true])
    expect(all.map((audience) => mayReply(delegate('PE'), audience))).toEqual([true, false, false, false])
    expect(all.map((audience) => mayReply(CHAIR, audience))).toEqual([true, true, false, true])
  })
})

describe('[V92] delegations are mentioned by @ and their code', () => {
  test.each([
    ['@CO', ['CO']],
    ['Con @PE y @CO.', ['CO', 'PE']],
    ['@CO @CO', ['CO']],
    ['correo@CO', []],
    ['@COL', []],
    ['@XX', []],
    ['@co', []],
    ['@@CO', []],
    ['(@UY)', ['UY']],
  ])('%j', (text, expected) => {
    expect(mentionsIn(text, COUNTRY_CODES)).toEqual(expected)
    expect(
      passagesOf(text)
        .map((passage) => passage.text)
        .join(''),
    ).toBe(text)
  })

  test('only those who read the comment can be', () => {
    expect(mentionsIn('@CO @PE', readersOf({ kind: 'audience', country: 'PE' }))).toEqual(['PE'])
    expect(mentionsIn('@CO @PE', readersOf({ kind: 'bureau' }))).toEqual([])
    expect(readersOf({ kind: 'observers' })).toEqual(COUNTRY_CODES)
  })

  test.each([
    ['@', 1, ''],
    ['a @per', 6, 'per'],
    ['a @per b', 8, null],
    ['a@per', 5, null],
    ['@CO ', 4, null],
  ])('what is typed behind the sign, in %j at %i', (text, caret, words) => {
    expect(mentionAt(text, caret)?.words ?? null).toBe(words)
  })

  test.each([
    ['per', ['PE']],
    ['PÉRU', ['PE']],
    ['p', ['PY', 'PE']],
    ['co', ['CO']],
    ['z', []],
  ])('%j offers by code and name, accents aside', (words, expected) => {
    expect(offered(words, COUNTRY_CODES, 'es')).toEqual(expected)
  })

  test.each([
    ['', 0, '@PE ', 4],
    ['Ver @pe', 7, 'Ver @PE ', 8],
    ['Ver @pe por favor', 7, 'Ver @PE por favor', 8],
    ['Ver', 3, 'Ver @PE ', 8],
  ])('chosen in %j at %i', (text, caret, expected, to) => {
    expect(withMention(text, caret, 'PE')).toEqual({ text: expected, caret: to })
  })
})

const MEMBERS = new Map(
  (['CO', 'PE'] as const).map((country): [string, MemberRecord] => [
    country,
    { key: country, publicKey: '', member: delegate(country), label: '', act: '', closed: null },
  ]),
)
const at = (minute: number) => `2022-09-20T12:${String(minute).padStart(2, '0')}:00.000Z`
const thread = (
  id: string,
  comments: readonly (readonly [by: string, minute: number, ...mentions: CountryCode[]])[],
  resolved = false,
): ThreadState => ({
  thread: id,
  audience: { kind: 'all' },
  about: { kind: 'paragraph', paragraph: id === 'b' ? 'p2' : 'p1' },
  comments: comments.map(([by, minute, ...mentions], i) => ({
    act: `${id}${String(i)}`,
    by,
    received: at(minute),
    claimed: at(minute),
    text: 'x',
    mentions,
  })),
  resolved: resolved ? { act: 'r', by: 'PE', received: null, claimed: at(0) } : null,
})

test('[V92.a] a mention waits until somebody of that delegation answers, or the thread is resolved', () => {
  const waits = (one: ThreadState) => waitingMention(one, 'CO', MEMBERS)
  expect(waits(thread('a', [['PE', 1, 'CO']]))).toBe('a0')
  expect(
    waits(
      thread('a', [
        ['PE', 1, 'CO'],
        ['PE', 2],
      ]),
    ),
  ).toBe('a0')
  expect(
    waits(
      thread('a', [
        ['PE', 1, 'CO'],
        ['CO', 2],
      ]),
    ),
  ).toBeNull()
  expect(
    waits(
      thread('a', [
        ['PE', 1, 'CO'],
        ['CO', 2],
        ['PE', 3, 'CO'],
      ]),
    ),
  ).toBe('a2')
  expect(waits(thread('a', [['PE', 1]]))).toBeNull()
  expect(waits(thread('a', [['PE', 1, 'CO']], true))).toBeNull()
})

test('[V93] threads are shown by paragraph, open ones first, the newest word first; those that mention us alone', () => {
  const threads = [
    thread('a', [['PE', 1, 'CO']]),
    thread('b', [['PE', 2]]),
    thread('c', [['PE', 9]], true),
    thread('d', [
      ['PE', 1],
      ['CO', 5],
    ]),
  ]
  const here = { paragraph: 'p1', country: 'CO' } as const
  const paragraphOf = (about: ThreadState['about']) => (about.kind === 'paragraph' ? about.paragraph : null)
  const shown = (filter: Partial<Parameters<typeof wantedThreads>[1]>) =>
    wantedThreads(threads, { where: 'here', open: false, mentioned: false, ...filter }, here, paragraphOf)
      .map((one) => one.thread)
      .join('')
  expect(shown({})).toBe('dac')
  expect(shown({ where: 'everywhere' })).toBe('dbac')
  expect(shown({ open: true })).toBe('da')
  expect(shown({ mentioned: true })).toBe('a')
})

describe('[V94] Ctrl+Alt+M begins a comment, and no key that writes a character does', () => {
  const press = (change: Partial<KeyPress>, altGraph = false): KeyPress => ({
    key: 'm',
    code: 'KeyM',
    ctrlKey: true,
    metaKey: false,
    altKey: true,
    shiftKey: false,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
    ...change,
  })
  test.each([
    ['Ctrl+Alt+M', press({}), true],
    ['with caps lock', press({ key: 'M' }), true],
    ['Cmd+Option+M, which writes µ', press({ key: 'µ', ctrlKey: false, metaKey: true }), true],
    ['es-LA, AltGr+M under Windows: Ctrl and Alt reported, AltGraph too', press({}, true), false],
    [
      'es-LA, AltGr+M under Linux: µ and neither',
      press({ key: 'µ', ctrlKey: false, altKey: false }, true),
      false,
    ],
    ['pt-BR ABNT2, AltGr+M', press({ key: 'µ' }, true), false],
    ['Ctrl+M', press({ altKey: false }), false],
    ['Ctrl+Shift+Alt+M', press({ shiftKey: true }), false],
    ['Alt+M', press({ ctrlKey: false }), false],
    ['another letter at the place of M (Dvorak)', press({ key: 'm', code: 'Semicolon' }), true],
    ['the place of M with another letter', press({ key: 'b' }), false],
  ])('%s', (_name, event, expected) => {
    expect(isCommentKey(event)).toBe(expected)
  })
})
