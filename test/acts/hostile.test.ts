/** The hostile acts that every release answers: refused or without effect, with a reason, and nothing else changed. */
import { describe, expect, test } from 'vitest'
import { admit } from '#shared/acts/admission.ts'
import { ActSet } from '#shared/acts/set.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import { COUNTRY_CODES } from '#shared/domain/country.ts'
import { clause, conference, minute, negotiation, reopened, SCOPE, type World } from '#test/kit/acts.ts'
import { MAIN_PEOPLE, person } from '#test/kit/acts-people.ts'
import { nodeCrypto, testKey } from '#test/kit/crypto.ts'

const ALL = [...COUNTRY_CODES]

/** What the paragraph says, without the log. */
function shown(world: World): string {
  return JSON.stringify(world.state().paragraphs)
}

function positionBody(world: World, value: 'agree' | 'reserve' = 'agree') {
  return { ...world.restingOn('op1'), language: 'es', value, reason: null } as const
}

describe('who held no power where the act stands', () => {
  test('[A6.a] a key accredited only afterwards: what it signed before has no effect, and the relay refuses it', () => {
    const world = negotiation(
      undefined,
      MAIN_PEOPLE.filter((name) => name !== 'VE'),
    )
    const act = world.make('VE', 'position', positionBody(world))
    expect(admit(world.set, act)).toEqual({ ok: false, code: 'notAccredited' })
    world.add(act)
    world.accredit('VE')
    expect(world.effect(act)).toBe('notAuthorised')
    expect(world.paragraph('op1').positions.VE).toEqual({ kind: 'none' })
    expect(world.effect(world.position('VE', 'op1', 'agree'))).toBeNull()
  })

  test.each([
    ['observer', 'position'],
    ['PE:adviser', 'position'],
    ['ST', 'position'],
    ['observer', 'agree'],
    ['PE', 'agree'],
    ['ST', 'agree'],
    ['PE', 'reopen'],
    ['observer', 'incorporate'],
    ['PE', 'incorporate'],
    ['PE', 'parties'],
    ['ST', 'parties'],
    ['PE', 'stage'],
    ['observer', 'stage'],
  ] as const)(
    '[A6.b] a decision by %s (%s): refused by the relay, and without effect where it slips in',
    (who, kind) => {
      const world = negotiation(['AR'])
      world.allAgree('op2', ['AR'])
      world.agree('PPT', 'op2')
      const before = shown(world)
      const act = decision(world, who, kind)
      expect(admit(world.set, act)).toEqual({ ok: false, code: 'notAuthorised' })
      world.add(act)
      expect(world.effect(act)).toBe('notAuthorised')
      expect(shown(world)).toBe(before)
      expect(world.state().parties).toEqual(['AR'])
    },
  )

  test.each(['PPT', 'ST', 'PE'])(
    '[A6.c] members accredited, keys closed or offices given by %s: no effect',
    (who) => {
      const world = negotiation()
      const { key } = person('stranger')
      const member = { role: 'presidency', country: 'PE' } as const
      const acts = [
        world.sign(who, 'accredit', { publicKey: key.publicText, member, label: 'Desk' }, { scope: 'conf' }),
        world.sign(who, 'close', { key: person('PE').key.id, last: {} }, { scope: 'conf' }),
        world.sign(
          who,
          'office',
          { office: 'ppt', key: person('PE').key.id, doc: null, section: null },
          { scope: 'conf' },
        ),
      ]
      expect(acts.map((act) => world.effect(act))).toEqual(Array(3).fill('notAuthorised'))
      expect(world.conference().members.has(key.id)).toBe(false)
      expect(world.effect(world.position('PE', 'op1', 'agree'))).toBeNull()
      expect(world.set.keyOf(key.id)).toBeUndefined()
    },
  )

  test("[A6.d] a document that is not the Chair's or the Secretariat's is none", () => {
    const world = conference()
    const body = {
      doc: 'recommendation',
      type: 'recommendation',
      title: 'Recomendación',
      symbol: 'CSM/XX/REC/1',
      language: 'es',
      layout: 'plural',
      network: null,
      draftingGroup: [],
      openToObservers: false,
    } as const
    expect(world.effect(world.sign('PE', 'document', body, { scope: 'conf' }))).toBe('notAuthorised')
    expect(world.effect(world.sign('ST', 'document', body, { scope: 'conf' }))).toBeNull()
    expect([...world.conference().documents.keys()]).toEqual(['declaration', 'recommendation'])
  })
})

describe('a key that was closed', () => {
  test('[A6.e] counts up to the number named for each scope; in a scope not named nothing counts', () => {
    const world = negotiation()
    const good = world.position('PE', 'op1', 'agree')
    const bad = world.position('PE', 'op1', 'object')
    world.close('PE', { [SCOPE]: 0 })
    expect([world.effect(good), world.effect(bad)]).toEqual([null, 'closedKey'])
    expect(world.paragraph('op1').positions.PE).toMatchObject({ value: 'agree', act: good.id })
    world.close('BO', {})
    expect(world.effect(world.position('BO', 'op1', 'agree'))).toBe('closedKey')
    expect(world.conference().members.get(person('PE').key.id)?.closed?.last).toEqual({ [SCOPE]: 0 })
  })

  test("[A6.f] a former Chair's act with an early date and old parents is void", () => {
    const world = negotiation(['AR'], [...MAIN_PEOPLE, 'PPT:PE'])
    world.allAgree('op1', ['AR'])
    const former = world.away()
    world.close('PPT', { [SCOPE]: 5, conf: 0 })
    const stamp = former.make(
      'PPT',
      'agree',
      { ...former.restingOn('op1'), lastCall: null },
      { at: minute(0), forced: { seq: 6 } },
    )
    const text = former.make(
      'PPT',
      'incorporate',
      {
        paragraphs: [
          { paragraph: 'op2', after: null, ...former.replacing('op2'), clauses: [clause('op2', 'x')] },
        ],
        proposals: [],
        reason: '',
      },
      { at: minute(0), forced: { seq: 7 } },
    )
    for (const act of [stamp, text]) {
      expect(admit(world.set, act).ok).toBe(false)
      world.add(act)
      expect(['closedKey', 'forked']).toContain(world.effect(act))
    }
    expect(world.paragraph('op1').status).toBe('open')
    expect(world.effect(world.agree('PPT:PE', 'op1'))).toBeNull()
  })

  test('[A6.g] when the office moves, the key that held it decides nothing more', () => {
    const world = negotiation(['AR'], [...MAIN_PEOPLE, 'PPT:PE'])
    world.allAgree('op1', ['AR'])
    const body = { office: 'ppt', key: person('PPT:PE').key.id, doc: null, section: null } as const
    world.sign('root', 'office', body, { scope: 'conf' })
    expect(world.effect(world.agree('PPT', 'op1'))).toBe('notAuthorised')
    expect(world.effect(world.agree('PPT:PE', 'op1'))).toBeNull()
  })
})

describe('what comes from elsewhere', () => {
  test("[A9.a] another conference's act is refused, though its key and signature are good", () => {
    const world = negotiation()
    const before = shown(world)
    const act = world.make('PE', 'position', positionBody(world), { forced: { conf: testKey('other').id } })
    expect(admit(world.set, act)).toEqual({ ok: false, code: 'unknownConference' })
    expect(world.set.add(act)).toBe('otherConference')
    expect(shown(world)).toBe(before)
  })

  test("[A9.b] the same words signed by another key are another country's, and under its name none", () => {
    const world = negotiation()
    const honest = world.make('PE', 'position', positionBody(world))
    const envelope = seal(honest.payload, ACT_TYPE, (message) => person('BO').key.sign(message))
    expect(openAct(envelope, world.set.keyOf, nodeCrypto)).toEqual({ ok: false, error: 'signature' })
    const renamed = { ...honest.payload, by: person('BO').key.id }
    world.add(reopened(renamed, 'BO'))
    expect(world.paragraph('op1').positions).toMatchObject({ PE: { kind: 'none' }, BO: { kind: 'current' } })
  })
})

describe('what the relay refuses', () => {
  test("[A9.c] an act out of its number, twice, or that does not know its key's last one", () => {
    const world = negotiation()
    const away = world.away()
    const first = world.position('PE', 'op1', 'agree')
    const body = positionBody(world)
    const refusal = (forced: object, from = world) => {
      const admission = admit(world.set, from.make('PE', 'position', body, { forced: { ...forced } }))
      return admission.ok ? null : admission.code
    }
    expect(refusal({})).toBeNull()
    expect(refusal({ seq: 5 })).toBe('badSequence')
    expect(refusal({ seq: 0 })).toBe('badSequence')
    expect(refusal({ seq: 1 }, away)).toBe('badSequence')
    expect(refusal({ parents: ['a'.repeat(64)] })).toBe('missingParents')
    expect(admit(world.set, first)).toEqual({ ok: false, code: 'badSequence' })
  })

  test('[A9.d] an act resting on a scope that its readers may not read', () => {
    const world = negotiation()
    const secret = world.prepare('PE:adviser', 'PE', 'op1', 'agree')
    const act = world.make('PE', 'position', positionBody(world), { forced: { parents: [secret.id] } })
    expect(admit(world.set, act)).toEqual({ ok: false, code: 'missingParents' })
  })

  test('[A9.e] never an act for its stage or lateness', () => {
    const world = negotiation(['AR'])
    const stale = world.away()
    world.incorporate('PPT', 'op1', 'Acuerdan promover')
    const late = stale.make('AR', 'position', positionBody(stale))
    expect(admit(world.set, late)).toEqual({ ok: true })
    world.sign('PPT', 'stage', { to: 'suspended', phase: 0, reason: '' })
    expect(admit(world.set, world.make('AR', 'position', positionBody(world)))).toEqual({ ok: true })
    expect(
      admit(world.set, world.make('PPT', 'agree', { ...world.restingOn('op1'), lastCall: null })),
    ).toEqual({ ok: true })
  })

  test('[A9.f] kinds of a newer version come from whoever signs in that scope', () => {
    const world = negotiation()
    const code = (who: string, scope: string) => {
      const { payload } = world.make(who, 'position', positionBody(world))
      const seq = world.set.nextSeq(scope, payload.by)
      const parents = world.set.heads('conf')
      const { v, conf, by, at } = payload
      const admission = admit(
        world.set,
        reopened({ v, conf, by, at, scope, kind: 'vote', seq, parents }, who),
      )
      return admission.ok ? null : admission.code
    }
    expect([
      code('PE', SCOPE),
      code('PPT', 'conf'),
      code('PE', `${SCOPE}/of/PE`),
      code('observer', `${SCOPE}/observers`),
    ]).toEqual([null, null, null, null])
    expect([
      code('observer', SCOPE),
      code('PE', 'conf'),
      code('BO', `${SCOPE}/of/PE`),
      code('PE', `${SCOPE}/bureau`),
    ]).toEqual(Array(4).fill('notAuthorised'))
  })

  test('[A9.g] what honest devices sign is admitted, act by act, from the first', () => {
    const world = negotiation(['AR'])
    world.allAgree('op1', ALL)
    world.agree('PPT', 'op1')
    const relay = new ActSet(world.set.conf, nodeCrypto)
    for (const { act } of world.set.placed) {
      expect(admit(relay, act)).toEqual({ ok: true })
      relay.add(act)
    }
    expect(relay.size).toBe(world.set.size)
  })
})

function decision(
  world: World,
  who: string,
  kind: 'position' | 'agree' | 'reopen' | 'incorporate' | 'parties' | 'stage',
) {
  switch (kind) {
    case 'position':
      return world.make(who, 'position', positionBody(world))
    case 'agree':
      return world.make(who, 'agree', {
        ...world.restingOn('op1'),
        lastCall: { meeting: 'Plenary', attendance: ALL },
      })
    case 'reopen':
      return world.make(who, 'reopen', {
        paragraph: 'op2',
        agreement: world.paragraph('op2').agreement?.act ?? '',
        reason: 'Because',
      })
    case 'incorporate':
      return world.make(who, 'incorporate', {
        paragraphs: [
          { paragraph: 'op1', after: null, ...world.replacing('op1'), clauses: [clause('op1', 'Acuerdan')] },
        ],
        proposals: [],
        reason: '',
      })
    case 'parties':
      return world.make(who, 'parties', { parties: ['BO'], basis: 'present' })
    case 'stage':
      return world.make(who, 'stage', { to: 'suspended', phase: 0, reason: '' })
  }
}
