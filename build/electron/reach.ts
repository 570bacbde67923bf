/** Whether Electron's own download can be reached at all; without this its installer may wait for minutes. */
const PATIENCE_MS = 8_000
const DOWNLOADS = 'https://github.com/electron/electron/releases/'

export async function fetchable(): Promise<boolean> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 12)) return false // what the installer itself needs
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  try {
    await fetch(mirror ?? DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) })
    return true
  } catch {
    return false
  }
}
