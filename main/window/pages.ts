/** Which file of the window's folder an address means, and the headers every page carries. Pure, for tests. */
import path from 'node:path'

export const SCHEME = 'app'
export const ORIGIN = 'app://consenso'
export const START_PAGE = `${ORIGIN}/index.html`

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/** The file a request means, or null when it points anywhere outside the folder. */
export function fileOf(url: string, folder: string): string | null {
  const { origin, host, pathname } = new URL(url)
  // A custom scheme has the origin "null" where it is not registered as standard (in Node).
  if (origin !== ORIGIN && `app://${host}` !== ORIGIN) return null
  let relative: string
  try {
    relative = decodeURIComponent(pathname)
  } catch {
    // Malformed escapes name no file.
    return null
  }
  const file = path.resolve(folder, `.${relative === '/' ? '/index.html' : relative}`)
  return file.startsWith(folder + path.sep) && !relative.includes('\0') ? file : null
}

/** null: nothing of ours has such a name. */
export const typeOf = (file: string): string | null => TYPES[path.extname(file)] ?? null

export const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
})
