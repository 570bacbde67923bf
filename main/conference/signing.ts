/**
 * From an intent to a signed act. Guarantees: built from this device's own replica, checked with the rules
 * the relay checks, on the medium before anybody hears of it, one at a time so that no number is used twice.
 * While the relay is in reach nothing is signed before it has told what it holds of our keys: a restored
 * backup must not sign a second history.
 */
import { admit } from '#shared/acts/admission.ts'
import { draft, type Body } from '#shared/acts/build.ts'
import { ACT_TYPE, openAct, seal } from '#shared/acts/envelope.ts'
import type { KindName } from '#shared/acts/kinds/index.ts'
import { failed, notSaved, succeeded, type Outcome } from '#main/outcome.ts'
import type { Hats } from '#main/identity/hats.ts'
import { nodeCrypto, type Signer } from '#main/identity/node-crypto.ts'
import type { ActsLink } from '#main/link/acts-link.ts'
import type { ConferenceReplica } from '#main/replica/conference-replica.ts'

export interface SigningOptions {
  readonly replica: ConferenceReplica
  readonly hats: Hats
  readonly link: ActsLink
  readonly now: () => Date
}

export interface Signing {
  sign<K extends KindName>(hat: string, scope: string, kind: K, body: Body<K>): Promise<Outcome<string>>
  /** With a key that is no hat: the Secretariat's root. */
  signWith<K extends KindName>(
    signer: Signer,
    scope: string,
    kind: K,
    body: Body<K>,
  ): Promise<Outcome<string>>
}

export function createSigning({ replica, hats, link, now }: SigningOptions): Signing {
  let turn: Promise<unknown> = Promise.resolve()

  const one = async <K extends KindName>(
    signer: Signer,
    scope: string,
    kind: K,
    body: Body<K>,
  ): Promise<Outcome<string>> => {
    const state = link.state().kind
    // Reachable but not heard out yet: wait; out of reach: the relay will check when it is back.
    if (
      (state === 'connecting' || state === 'online') &&
      !(await link.caughtUp()) &&
      link.state().kind === 'online'
    ) {
      return failed('refused', 'failure.behindHead')
    }
    const { set } = replica.acts
    const broken = [...set.gaps([scope, 'conf']), ...set.forks([scope, 'conf'])]
    if (broken.some(({ key }) => key === signer.id)) return failed('refused', 'failure.behindHead')
    const payload = draft(set, { scope, kind, by: signer.id, body, at: now().toISOString() })
    const envelope = seal(payload, ACT_TYPE, signer.sign)
    const opened = openAct(envelope, set.keyOf, nodeCrypto)
    // Too large, or a character that no text may hold: the member's own words are not an act.
    if (!opened.ok) {
      return opened.error === 'unknownKey'
        ? failed('forbidden', 'failure.notAuthorised')
        : failed('invalidInput', opened.error === 'tooLarge' ? 'failure.tooLarge' : 'refusal.badAct')
    }
    const admission = admit(set, opened.act)
    if (!admission.ok) return failed('forbidden', `refusal.${admission.code}`)
    const act = await replica.acts.submit(envelope)
    if (act === null) return notSaved
    link.push(new Set([act.id]))
    return succeeded(act.id)
  }

  const signWith: Signing['signWith'] = (signer, scope, kind, body) => {
    const result = turn.then(() => one(signer, scope, kind, body))
    turn = result.catch(() => undefined)
    return result
  }
  return {
    signWith,
    async sign(hat, scope, kind, body) {
      const own = hats.find(hat)
      return own === undefined
        ? failed('forbidden', 'failure.notAuthorised')
        : signWith(own.signer, scope, kind, body)
    },
  }
}
