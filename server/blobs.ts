/**
 * Blobs: what is too large for an act, named by its SHA-256. A blob is kept once and belongs to the
 * scopes it was given for: whoever may read one of them may have it.
 */
import type { Committer } from './committer.ts'
import { blobKey, blobScopeKey, blobScopes, range } from './keys.ts'
import type { Change, Storage } from './storage.ts'

export interface Blobs {
  readonly isIn: (hash: string, scope: string) => boolean
  readonly scopesOf: (hash: string) => readonly string[]
  readonly read: (hash: string) => Promise<Uint8Array | undefined>
  /** `done` is called once it is durable. The content's hash has been checked. */
  readonly put: (hash: string, scope: string, content: Uint8Array, done: () => void) => void
}

export async function openBlobs(conf: string, storage: Storage, committer: Committer): Promise<Blobs> {
  const scopes = new Map<string, Set<string>>()
  const enter = (hash: string, scope: string): void => {
    scopes.set(hash, (scopes.get(hash) ?? new Set()).add(scope))
  }
  const prefix = blobScopes(conf)
  for (const { key } of await storage.range(...range(prefix))) {
    const [hash = '', scope = ''] = key.slice(prefix.length).split('!')
    enter(hash, scope)
  }
  return {
    isIn: (hash, scope) => scopes.get(hash)?.has(scope) ?? false,
    scopesOf: (hash) => [...(scopes.get(hash) ?? [])],
    read: (hash) => storage.get(blobKey(conf, hash)),
    put: (hash, scope, content, done) => {
      const changes: Change[] = [
        { type: 'put', key: blobScopeKey(conf, hash, scope), value: new Uint8Array(0) },
      ]
      if (!scopes.has(hash)) changes.push({ type: 'put', key: blobKey(conf, hash), value: content })
      committer.add(changes, () => {
        enter(hash, scope)
        done()
      })
    },
  }
}
