/**
 * A conference's acts, signed by people of a test: who holds what, one document, and whatever they do next.
 * Keys come from names, so that a run repeats.
 */
import type { Envelope } from '#shared/acts/act.ts'
import { draft, type Body } from '#shared/acts/build.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { ActSet } from '#shared/acts/set.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import type { Member } from '#shared/domain/role.ts'
import { nodeCrypto, testKey, type TestKey } from './crypto.ts'

export const DOC = 'declaration'
export const TEXT_ROOM = `doc/${DOC}/text/es/0`

export const PEOPLE = {
  PPT: { role: 'presidency', country: 'CL' },
  ST: { role: 'secretariat' },
  CL: { role: 'delegate', country: 'CL', capacity: 'focalPoint' },
  AR: { role: 'delegate', country: 'AR', capacity: 'head' },
  PE: { role: 'delegate', country: 'PE', capacity: 'focalPoint' },
  'PE:adviser': { role: 'delegate', country: 'PE', capacity: 'adviser' },
  UY: { role: 'delegate', country: 'UY', capacity: 'alternate' },
  observer: { role: 'observer', organisation: 'Observer Organisation' },
  guest: { role: 'guest', organisation: 'Guest Institute', documents: [DOC], until: '2999-12-31' },
} as const satisfies Record<string, Member>
export type Person = keyof typeof PEOPLE
export const EVERYBODY = Object.keys(PEOPLE) as Person[] // the keys of a constant are known

export interface ConferencePlan {
  readonly draftingGroup?: readonly CountryCode[]
  readonly openToObservers?: boolean
  /** Stage of the document; negotiation is opened by a test itself. */
  readonly stage?: 'preparation' | 'jointDrafting'
  /** Tells the keys of one conference from those of another. */
  readonly seed?: string
}

export interface TestConference {
  readonly conf: string
  readonly relayKey: string
  readonly root: TestKey
  readonly set: ActSet
  readonly key: (person: Person) => TestKey
  /** Signs, and adds to this conference's own set. */
  readonly sign: <K extends KindName>(
    by: Person | 'root',
    kind: K,
    scope: string,
    body: Body<K>,
    at?: string,
  ) => Envelope
  readonly envelopes: () => Envelope[]
}

const AT = '2021-12-22T12:00:00.000Z'

export function foundingActs(relayKey: string, plan: ConferencePlan = {}): TestConference {
  const { draftingGroup = ['AR', 'CL'], openToObservers = false, stage = 'jointDrafting', seed = '' } = plan
  const conference = emptyConference(relayKey, seed)
  const { sign, root, key } = conference
  sign('root', 'conference', 'conf', {
    publicKey: root.publicText,
    title: { es: 'XX Conferencia', pt: 'XX Conferência', en: 'XX Conference' },
    edition: 'XX',
    motto: '',
    relayKey,
    presidencies: [{ country: 'CL', conference: 'XX', from: null }],
  })
  for (const person of EVERYBODY) {
    sign('root', 'accredit', 'conf', {
      publicKey: key(person).publicText,
      member: mutable(PEOPLE[person]),
      label: person,
    })
  }
  sign('ST', 'document', 'conf', {
    doc: DOC,
    type: 'declaration',
    title: 'Declaración de Santiago',
    symbol: 'CSM/XX/DEC',
    language: 'es',
    layout: 'gerund',
    network: null,
    draftingGroup: [...draftingGroup],
    openToObservers,
  })
  if (stage === 'jointDrafting') {
    sign('PPT', 'stage', `doc/${DOC}`, { to: 'jointDrafting', phase: 0, reason: '' })
  }
  return conference
}

function emptyConference(relayKey: string, seed: string): TestConference {
  const root = testKey(`${seed}root`)
  const set = new ActSet(root.id, nodeCrypto)
  const all: Envelope[] = []
  const key = (person: Person): TestKey => testKey(seed + person)
  return {
    conf: root.id,
    relayKey,
    root,
    set,
    key,
    sign: (by, kind, scope, body, at = AT) => {
      const signer = by === 'root' ? root : key(by)
      const envelope = seal(draft(set, { scope, kind, by: signer.id, body, at }), ACT_TYPE, signer.sign)
      const opened = openAct(envelope, set.keyOf, nodeCrypto)
      if (!opened.ok) throw new Error(`${kind} by ${by}: ${opened.error}`)
      set.add(opened.act, { n: all.length, received: at })
      all.push(envelope)
      return envelope
    },
    envelopes: () => [...all],
  }
}

type Mutable<M> = M extends Member
  ? { -readonly [K in keyof M]: M[K] extends readonly (infer T)[] ? T[] : M[K] }
  : never
const mutable = (member: Member) => structuredClone(member) as Mutable<Member> // a copy nobody else holds
