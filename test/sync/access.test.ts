import { describe, expect, it } from 'vitest'
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { deriveDocument } from '#shared/acts/derive-document.ts'
import {
  canReadRoom,
  canReadScope,
  canWriteRoom,
  canWriteScope,
  isRoomClosed,
  readableScopes,
  type AccessView,
} from '#shared/sync/access.ts'
import type { Stage } from '#shared/domain/stage.ts'
import {
  DOC,
  foundingActs,
  EVERYBODY,
  TEXT_ROOM,
  type ConferencePlan,
  type Person,
} from '#test/kit/conference-acts.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'

const NOW = '2022-03-01T12:00:00.000Z'

function conference(plan: ConferencePlan = {}, now = NOW) {
  const acts = foundingActs(testKey('relay').publicText, plan)
  const view = (): AccessView => ({
    conference: deriveConference(acts.set, now),
    document: (id) =>
      deriveDocument(acts.set, id, { blobs: () => undefined, sha256: nodeCrypto.sha256, now }),
    now,
  })
  const who = (may: (view: AccessView, key: string) => boolean): Person[] => {
    const current = view()
    return EVERYBODY.filter((person) => may(current, acts.key(person).id))
  }
  return { acts, view, who }
}

const BUREAU: Person[] = ['PPT', 'ST']
const DELEGATES: Person[] = ['CL', 'AR', 'PE', 'PE:adviser', 'UY']

describe('who may read a scope', () => {
  const scopes: [string, ConferencePlan, Person[]][] = [
    ['conf', {}, EVERYBODY],
    [`doc/${DOC}`, {}, [...BUREAU, ...DELEGATES]],
    [`doc/${DOC}`, { openToObservers: true }, EVERYBODY],
    [`doc/${DOC}`, { openToObservers: true, stage: 'preparation' }, [...BUREAU, ...DELEGATES]],
    [`doc/${DOC}/of/PE`, {}, ['PE', 'PE:adviser']],
    [`doc/${DOC}/of/BO`, {}, []],
    [`doc/${DOC}/bureau`, {}, BUREAU],
    [`doc/${DOC}/bureau/PE`, {}, [...BUREAU, 'PE', 'PE:adviser']],
    [`doc/${DOC}/observers`, {}, EVERYBODY],
    ['doc/other', {}, BUREAU],
    ['doc/other/observers', {}, BUREAU],
    ['nonsense', {}, []],
  ]
  it.each(scopes)('[S3.d] %s %o', (scope, plan, expected) => {
    expect(conference(plan).who((view, key) => canReadScope(view, key, scope))).toEqual(expected)
  })

  it('[S3.d] the list of scopes is what may be read, one by one', () => {
    const { view, acts } = conference({ openToObservers: true })
    for (const person of EVERYBODY) {
      const key = acts.key(person).id
      for (const scope of readableScopes(view(), key)) expect(canReadScope(view(), key, scope)).toBe(true)
    }
    expect(readableScopes(view(), acts.key('PE').id)).toEqual([
      'conf',
      `doc/${DOC}`,
      `doc/${DOC}/observers`,
      `doc/${DOC}/bureau/PE`,
      `doc/${DOC}/of/PE`,
    ])
    expect(readableScopes(view(), testKey('stranger').id)).toEqual([])
  })

  it('[S3.d] observers and guests add to the observers’ scope only', () => {
    const { who } = conference({ openToObservers: true })
    const writers = (scope: string) => who((view, key) => canWriteScope(view, key, scope))
    expect(writers(`doc/${DOC}`)).toEqual([...BUREAU, ...DELEGATES])
    expect(writers(`doc/${DOC}/observers`)).toEqual(EVERYBODY)
    expect(writers('conf')).toEqual([...BUREAU, ...DELEGATES])
  })
})

describe('guests', () => {
  it('[S3.d] read named documents, to the end of their last day', () => {
    const at = (now: string) => {
      const { acts, view } = conference({ openToObservers: true }, now)
      return canReadScope(view(), acts.key('guest').id, `doc/${DOC}`)
    }
    expect(at('2999-12-31T23:00:00.000Z')).toBe(true)
    expect(at('3000-01-01T00:00:00.000Z')).toBe(false)
  })

  it('[S3.d] read no other document, not even what observers read of it', () => {
    const { acts, view } = conference({ openToObservers: true })
    const { draftingGroup } = view().conference.documents.get(DOC) ?? { draftingGroup: [] }
    acts.sign('ST', 'document', 'conf', {
      ...{ doc: 'other', type: 'message', title: 'Mensaje', symbol: 'CSM/XX/M', language: 'es' },
      ...{ layout: 'plural', network: null, draftingGroup: [...draftingGroup], openToObservers: true },
    })
    const guest = acts.key('guest').id
    expect(canReadScope(view(), guest, 'doc/other')).toBe(false)
    expect(canReadScope(view(), guest, 'doc/other/observers')).toBe(false)
    expect(canReadScope(view(), acts.key('observer').id, 'doc/other/observers')).toBe(true)
  })
})

describe('the room of a contact group', () => {
  const room = `doc/${DOC}/huddle/h1`
  const set = (delegations: ('AR' | 'PE' | 'UY')[], open = true) => {
    const known = conference()
    const huddle = { huddle: 'h1', paragraph: null, delegations, open, reason: '' }
    const view = (stage: Stage): AccessView => {
      const { document, ...rest } = known.view()
      const state = document(DOC)
      if (!state) throw new Error('No document')
      const done = { act: '', by: '', received: null, claimed: NOW }
      return { ...rest, document: () => ({ ...state, stage, huddles: [{ ...done, ...huddle }] }) }
    }
    const who = (may: typeof canReadRoom, stage: Stage = 'negotiation') =>
      EVERYBODY.filter((person) => may(view(stage), known.acts.key(person).id, room))
    return { who, view }
  }

  it('[S3.f] is entered by the delegations named, and not by Chair or Secretariat', () => {
    const { who } = set(['AR', 'PE'])
    expect(who(canReadRoom)).toEqual(['AR', 'PE', 'PE:adviser'])
    expect(who(canWriteRoom)).toEqual(['AR', 'PE', 'PE:adviser'])
  })

  it('[S3.f] is lost by a delegation that is taken out', () => {
    expect(set(['AR']).who(canReadRoom)).toEqual(['AR'])
  })

  it('[S3.f] takes no words once the group has ended, nor outside negotiation, but is read', () => {
    expect(set(['AR'], false).who(canWriteRoom)).toEqual([])
    expect(set(['AR'], false).who(canReadRoom)).toEqual(['AR'])
    expect(set(['AR']).who(canWriteRoom, 'silence')).toEqual([])
    expect(isRoomClosed(set(['AR']).view('silence'), room)).toBe(true)
    expect(isRoomClosed(set(['AR']).view('negotiation'), room)).toBe(false)
  })

  it('[S3.f] is nobody’s where no act names it', () => {
    const { who } = conference()
    expect(who((view, key) => canReadRoom(view, key, room) || canWriteRoom(view, key, room))).toEqual([])
  })
})

describe('who may enter a room', () => {
  it('[S3.a] a closed key enters nothing', () => {
    const { acts, view } = conference()
    const key = acts.key('AR').id
    expect(canWriteRoom(view(), key, TEXT_ROOM)).toBe(true)
    acts.sign('root', 'close', 'conf', { key, last: {} })
    expect(canWriteRoom(view(), key, TEXT_ROOM)).toBe(false)
    expect(canReadRoom(view(), key, TEXT_ROOM)).toBe(false)
    expect(canReadScope(view(), key, 'conf')).toBe(false)
  })

  it('[S3.a] going back to drafting closes the old text and opens a fresh one', () => {
    const { acts, view, who } = conference()
    acts.sign('PPT', 'stage', `doc/${DOC}`, { to: 'preparation', phase: 0, reason: '' })
    expect(who((current, key) => canWriteRoom(current, key, TEXT_ROOM))).toEqual(BUREAU)
    expect(isRoomClosed(view(), `doc/${DOC}/text/es/1`)).toBe(true)
    expect(isRoomClosed(view(), 'doc/unknown/text/es/0')).toBe(true)
    expect(isRoomClosed(view(), 'no room')).toBe(true)
  })
})
