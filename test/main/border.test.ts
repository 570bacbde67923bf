import { expect, test } from 'vitest'
import { calls, type CallName } from '#shared/ipc/contract.ts'
import { succeeded } from '#main/outcome.ts'
import { registerCalls, type CallSender, type Handlers, type IpcMain } from '#main/ipc/register.ts'

const OURS: CallSender = { senderFrame: { url: 'app://consenso/index.html', parent: null } }

/** Handlers that answer `value` to everything, and note that they were asked. */
function border(value: unknown) {
  const listeners = new Map<string, (sender: CallSender, input: unknown) => Promise<unknown>>()
  const asked: string[] = []
  const problems: unknown[] = []
  const ipc: IpcMain = {
    handle: (name, listener) => listeners.set(name, listener),
    removeHandler: (name) => listeners.delete(name),
  }
  const entries = Object.keys(calls).map((name) => [
    name,
    () => {
      asked.push(name)
      return succeeded(value)
    },
  ])
  // every call of the contract has an entry: the names are the contract's own
  const handlers = Object.fromEntries(entries) as Handlers
  const stop = registerCalls({
    ipc,
    handlers,
    origin: 'app://consenso',
    report: (problem) => problems.push(problem),
  })
  const send = (name: CallName, input: unknown, sender: CallSender = OURS) =>
    listeners.get(name)?.(sender, input)
  return { send, asked, problems, stop, listeners }
}

test('[M4.f] a call from another page, a frame within ours, or no frame at all is not answered', async () => {
  const { send, asked } = border('open')
  for (const senderFrame of [
    null,
    { url: 'https://consenso/index.html', parent: null },
    { url: 'app://consenso.evil/index.html', parent: null },
    { url: 'file:///index.html', parent: null },
    { url: 'app://consenso/index.html', parent: {} },
  ]) {
    expect(await send('vault.state', null, { senderFrame })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  }
  expect(asked).toEqual([])
  expect(await send('vault.state', null)).toEqual({ ok: true, value: 'open' })
})

test('[M4.g] input that is not in the contract never reaches a handler', async () => {
  const { send, asked } = border(null)
  for (const [name, input] of [
    ['room.write', { conf: 'a'.repeat(32), room: 'r', update: 'text' }],
    ['blob.read', { conf: 'x', hash: 'y' }],
    ['vault.open', { passphrase: '' }],
    ['settings.set', { language: 'fr' }],
    ['link.retry', { conf: 'a'.repeat(32), more: true }],
    ['vault.state', undefined],
  ] as const) {
    expect(await send(name, input), name).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
  }
  expect(asked).toEqual([])
})

test('[M4.h] what a handler answers beyond the contract does not leave main', async () => {
  const { send, problems } = border({ language: 'es', theme: 'dark', seed: 'secret' })
  const reply = await send('settings.get', null)
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(JSON.stringify(reply)).not.toContain('secret')
  expect(problems).toHaveLength(1)
})

test('[M4.h] a bug in a handler is reported, and the window hears no detail of it', async () => {
  const { send, problems, stop, listeners } = border(null)
  const failing = border(null)
  failing.stop()
  expect(failing.listeners.size).toBe(0)
  expect(await send('app.info', null)).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(problems).toHaveLength(1)
  stop()
  expect(listeners.size).toBe(0)
})
