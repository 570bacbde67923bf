import path from 'node:path'
import { expect, test } from 'vitest'
import { calls, events } from '#shared/ipc/contract.ts'
import { CALL_NAMES, EVENT_NAMES } from '#shared/ipc/names.ts'
import { readLaunch, type Launch, type LaunchProblem } from '#main/launch.ts'
import { checkAddress } from '#main/link/address.ts'
import { createBackOff } from '#main/link/back-off.ts'
import { readExternalLink } from '#main/window/external-link.ts'
import { CONTENT_SECURITY_POLICY, fileOf, headers } from '#main/window/pages.ts'

const folder = path.resolve('/program/renderer')

test('[M4.a] the scheme serves files of the window’s folder and nothing outside it', () => {
  expect(fileOf('app://consenso/', folder)).toBe(path.join(folder, 'index.html'))
  expect(fileOf('app://consenso/assets/a.js', folder)).toBe(path.join(folder, 'assets/a.js'))
  for (const bad of [
    'app://consenso/../main/main.js',
    'app://consenso/%2e%2e/main/main.js',
    'app://consenso/..%2fmain/main.js',
    'app://consenso/a%00.js',
    'app://consenso/%zz',
    'app://elsewhere/index.html',
    'file:///program/renderer/index.html',
  ]) {
    const file = fileOf(bad, folder)
    expect(file === null || file.startsWith(folder + path.sep), bad).toBe(true)
    expect(file?.includes('main.js') === true && !file.startsWith(folder), bad).toBe(false)
  }
  expect(fileOf('app://elsewhere/index.html', folder)).toBe(null)
})

test('[M4.b] every page carries a policy without inline script, remote content or frames', () => {
  expect(headers('text/html')['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
})

test('[M4.c] only https and mailto links open, and they show the real host', () => {
  expect(readExternalLink('https://www.csmigraciones.org/es')).toMatchObject({
    kind: 'web',
    host: 'www.csmigraciones.org',
  })
  expect(readExternalLink('mailto:st@example.org?subject=x&body=y')).toMatchObject({
    url: 'mailto:st@example.org',
  })
  expect(readExternalLink('https://iom.int@evil.example/')).toBe(null)
  for (const bad of [
    'http://iom.int',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'nada',
    '',
  ]) {
    expect(readExternalLink(bad), bad).toBe(null)
  }
  expect(readExternalLink(`https://a.example/${'x'.repeat(3_000)}`)).toBe(null)
})

test('[M5.a] without TLS a relay is accepted on this computer and in private networks only', () => {
  for (const good of [
    'ws://127.0.0.1:4000',
    'ws://localhost:1',
    'ws://192.168.1.4',
    'ws://10.1.2.3',
    'ws://[::1]:9',
    'wss://relay.example.org',
  ]) {
    expect(checkAddress(good).ok, good).toBe(true)
  }
  for (const far of [
    'ws://relay.example.org',
    'ws://8.8.8.8',
    'ws://172.32.0.1',
    'ws://localhost.example.org',
  ]) {
    expect(checkAddress(far), far).toMatchObject({ ok: false, why: 'insecure' })
  }
  for (const bad of ['http://127.0.0.1', 'ws://a:b@127.0.0.1', 'wss://x/?token=1', 'nada']) {
    expect(checkAddress(bad), bad).toMatchObject({ ok: false, why: 'malformed' })
  }
})

test('[M5.b] the wait before the next attempt doubles to half a minute, never in step with others', () => {
  const first = createBackOff(() => 0)
  const last = createBackOff(() => 0.999)
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const ceiling = Math.min(30_000, 250 * 2 ** attempt)
    expect(first.nextMs()).toBeCloseTo(ceiling / 2, -1)
    expect(last.nextMs()).toBeLessThanOrEqual(ceiling)
  }
  first.reset()
  expect(first.nextMs()).toBe(125)
})

const launch = (...argv: string[]): Launch | LaunchProblem =>
  readLaunch({ argv: ['electron', '.', ...argv], appData: '/data', packaged: false })

test('[M4.d] each role of the sample has a profile of its own, and a named folder wins', () => {
  expect(launch('--as', 'PE:adviser')).toMatchObject({
    sample: { profile: 'PE:adviser', folder: path.resolve('/data/Consenso/sample') },
    userData: path.resolve('/data/Consenso/sample/profiles/PE-adviser'),
  })
  expect(launch('--as=ST', '--user-data-dir=/p/st', '--sample', '/s')).toMatchObject({
    sample: { profile: 'ST', folder: path.resolve('/s') },
    userData: path.resolve('/p/st'),
  })
  expect(launch()).toMatchObject({ sample: { profile: 'PPT' }, demo: false })
  expect(launch('--empty')).toMatchObject({ sample: null })
  expect(launch('--as', 'XX')).toEqual({ kind: 'unknownProfile', name: 'XX' })
  expect(readLaunch({ argv: [], appData: '/data', packaged: true })).toMatchObject({ sample: null })
})

test('[M4.e] the names the preload lets through are those of the contract', () => {
  expect([...CALL_NAMES].sort()).toEqual(Object.keys(calls).sort())
  expect([...EVENT_NAMES].sort()).toEqual(Object.keys(events).sort())
})
