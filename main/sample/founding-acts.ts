/** The first acts of the sample conference: who it is, who is in it, and what it knows of itself. */
import { toBase64url } from '#shared/acts/bytes.ts'
import { draft, type Body } from '#shared/acts/build.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { ActSet } from '#shared/acts/set.ts'
import type { EnvelopeMessage } from '#shared/sync/protocol.ts'
import { nodeCrypto, type Signer } from '#main/identity/node-crypto.ts'
import type { Part } from './casting.ts'
import { entries } from './entries.ts'

export interface Cast extends Part {
  readonly signer: Signer
}

export interface FoundingOptions {
  readonly root: Signer
  readonly cast: readonly Cast[]
  readonly relayKey: string
  readonly at: string
}

const TITLE = {
  es: 'XX Conferencia Suramericana sobre Migraciones',
  pt: 'XX Conferência Sul-Americana sobre Migrações',
  en: 'XX South American Conference on Migration',
}
const MOTTO = 'Migración, integración y cooperación: hacia una agenda migratoria regional'

export function foundingActs({ root, cast, relayKey, at }: FoundingOptions): EnvelopeMessage[] {
  const set = new ActSet(root.id, nodeCrypto)
  const envelopes: EnvelopeMessage[] = []
  const sign = <K extends KindName>(signer: Signer, kind: K, body: Body<K>): void => {
    const envelope = seal(draft(set, { scope: 'conf', kind, by: signer.id, body, at }), ACT_TYPE, signer.sign)
    const opened = openAct(envelope, set.keyOf, nodeCrypto)
    if (!opened.ok) throw new Error(`founding act ${kind}: ${opened.error}`)
    set.add(opened.act)
    envelopes.push(envelope)
  }
  sign(root, 'conference', {
    publicKey: toBase64url(root.publicKey),
    title: TITLE,
    edition: 'XX',
    motto: MOTTO,
    relayKey,
    presidencies: [
      { country: 'AR', conference: 'XIX', from: '2020' },
      { country: 'CL', conference: 'XX', from: '2021' },
      { country: 'PE', conference: 'XXI', from: null },
    ],
  })
  for (const { signer, member, label } of cast) {
    sign(root, 'accredit', { publicKey: toBase64url(signer.publicKey), member, label })
  }
  const secretariat = cast.find(({ profile }) => profile === 'ST')
  if (secretariat === undefined) throw new Error('the sample has no Secretariat')
  for (const entry of entries) sign(secretariat.signer, 'entry', { ...entry })
  return envelopes
}
