/**
 * Acts live in scopes: whoever may read a scope reads all of it, so that a gap is always noticed.
 * `conf` holds members, offices, documents and agenda; the others belong to one document.
 */
import { isCountryCode, type CountryCode } from '#shared/domain/country.ts'

export type Scope =
  | { readonly kind: 'conference' }
  | { readonly kind: 'document'; readonly doc: string }
  | { readonly kind: 'delegation'; readonly doc: string; readonly country: CountryCode }
  /** A delegation's word to the Chair and the Secretariat, and theirs to it. */
  | { readonly kind: 'audience'; readonly doc: string; readonly country: CountryCode }
  | { readonly kind: 'bureau'; readonly doc: string }
  | { readonly kind: 'observers'; readonly doc: string }

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/

export function scopeName(scope: Scope): string {
  switch (scope.kind) {
    case 'conference':
      return 'conf'
    case 'document':
      return `doc/${scope.doc}`
    case 'delegation':
      return `doc/${scope.doc}/of/${scope.country}`
    case 'audience':
      return `doc/${scope.doc}/bureau/${scope.country}`
    case 'bureau':
      return `doc/${scope.doc}/bureau`
    case 'observers':
      return `doc/${scope.doc}/observers`
  }
}

export function parseScope(name: string): Scope | null {
  if (name === 'conf') return { kind: 'conference' }
  const [head, doc = '', kind, country, ...rest] = name.split('/')
  if (head !== 'doc' || !ID.test(doc) || rest.length > 0) return null
  if (kind === undefined) return { kind: 'document', doc }
  if (country !== undefined && isCountryCode(country)) {
    if (kind === 'of') return { kind: 'delegation', doc, country }
    if (kind === 'bureau') return { kind: 'audience', doc, country }
  }
  if ((kind === 'bureau' || kind === 'observers') && country === undefined) return { kind, doc }
  return null
}

/**
 * Whether an act of one scope may name one of the other as its parent: only where everybody who reads the
 * first also reads the second, so that nobody misses an ancestor that others have.
 */
export function mayRestOn(scope: Scope, parent: Scope): boolean {
  if (parent.kind === 'conference' || scopeName(scope) === scopeName(parent)) return true
  const reachesDocument = scope.kind === 'delegation' || scope.kind === 'audience' || scope.kind === 'bureau'
  return reachesDocument && parent.kind === 'document' && parent.doc === scope.doc
}
