/**
 * A link in a text is somebody else's words. It opens only as https or mailto, and only after the person
 * has seen where it really leads: the host as the machine reads it, not as the text shows it.
 */
export type ExternalLink =
  | { readonly kind: 'web'; readonly url: string; readonly host: string }
  | { readonly kind: 'mail'; readonly url: string; readonly address: string }

/** null: not a link that may be opened. */
export function readExternalLink(link: string): ExternalLink | null {
  if (link.length > 2_000) return null
  let url: URL
  try {
    url = new URL(link)
  } catch {
    // Not an address at all.
    return null
  }
  // Names before an @ exist to look like a host.
  if (url.protocol === 'https:' && url.username === '' && url.password === '') {
    return { kind: 'web', url: url.href, host: url.host }
  }
  if (url.protocol === 'mailto:') {
    // Only the address: no subject, body or attachments chosen by a text.
    const address = url.pathname
    return /^[^\s@,;?&]+@[^\s@,;?&]+$/.test(address)
      ? { kind: 'mail', url: `mailto:${address}`, address }
      : null
  }
  return null
}
