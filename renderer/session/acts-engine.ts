/**
 * Opens what main sends and derives from it. Main has checked every signature before it let an act in,
 * so the window does not check it again: form, canonical bytes and schema it still reads strictly.
 */
import { deriveConference } from '#shared/acts/derive-conference.ts'
import { DocumentDeriver } from '#shared/acts/derive-document.ts'
import { openAct, type Crypto } from '#shared/acts/envelope.ts'
import { ActSet } from '#shared/acts/set.ts'
import type { AdmittedAct } from '#shared/ipc/contract.ts'
import { sha256Bytes } from '#shared/words/sha256.ts'
import type { Engine } from './engine.ts'

const TRUSTING: Crypto = { sha256: sha256Bytes, verify: () => true }

export function createActsEngine(conf: string, report: (problem: string) => void): Engine {
  const set = new ActSet(conf, TRUSTING)
  const blobs = new Map<string, Uint8Array>()
  const derivers = new Map<string, DocumentDeriver>()
  /** Acts of keys whose accreditation has not arrived; looked at again with each batch. */
  let waiting: readonly AdmittedAct[] = []

  function addOne(admitted: AdmittedAct, touched: Set<string>): 'added' | 'wait' | 'refused' {
    const opened = openAct(admitted.envelope, set.keyOf, TRUSTING)
    if (!opened.ok) {
      if (opened.error === 'unknownKey') return 'wait'
      report(`act ${admitted.id}: ${opened.error}`)
      return 'refused'
    }
    set.add(opened.act, admitted.receipt)
    touched.add(opened.act.payload.scope)
    return 'added'
  }

  return {
    add(acts) {
      const touched = new Set<string>()
      let left = [...waiting, ...acts]
      for (let before = -1; before !== left.length;) {
        before = left.length
        left = left.filter((act) => addOne(act, touched) === 'wait')
      }
      waiting = left
      return touched
    },
    addBlob(hash, content) {
      if (sha256Bytes(content) === hash) blobs.set(hash, content)
      else report(`blob ${hash}: content does not match its name`)
    },
    blob: (hash) => blobs.get(hash),
    reasonOf(act) {
      const payload = set.get(act)?.payload
      const reason = payload !== undefined && 'reason' in payload ? payload.reason : null
      return typeof reason === 'string' && reason !== '' ? reason : null
    },
    conference: () => deriveConference(set),
    document(id, now) {
      const deriver = derivers.get(id) ?? new DocumentDeriver(set, id)
      derivers.set(id, deriver)
      return deriver.derive({ blobs: (hash) => blobs.get(hash), sha256: sha256Bytes, now })
    },
  }
}
