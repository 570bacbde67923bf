/**
 * Where a relay may be. Without TLS only on this computer or in a private network: there the member
 * who confirmed it can see the machine; anywhere else somebody could listen or change the order of things.
 */
export type AddressVerdict =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly why: 'malformed' | 'insecure' }

export function checkAddress(address: string): AddressVerdict {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    // Not an address.
    return { ok: false, why: 'malformed' }
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return { ok: false, why: 'malformed' }
  }
  if (url.protocol === 'wss:') return { ok: true, url }
  if (url.protocol !== 'ws:') return { ok: false, why: 'malformed' }
  return isNear(url.hostname) ? { ok: true, url } : { ok: false, why: 'insecure' }
}

/** Loopback, private and link-local addresses; a name is near only where it can be nothing else. */
function isNear(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true
  // fc00::/7 is private, fe80::/10 link-local.
  if (host.includes(':')) return /^f[cd][0-9a-f]{2}:/.test(host) || /^fe[89ab][0-9a-f]:/.test(host)
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  if (parts === undefined) return false
  const [a = 0, b = 0] = parts
  return (
    a === 127 ||
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  )
}
