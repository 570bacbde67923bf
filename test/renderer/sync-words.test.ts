import { expect, test } from 'vitest'
import type { DocumentSync, LinkState } from '#shared/ipc/contract.ts'
import { syncShown } from '#renderer/features/status/sync-words.ts'

const since = '2022-09-20T08:12:00.000Z'
const online: LinkState = { kind: 'online', since }
const offline: LinkState = { kind: 'offline', since, chosen: false, retryAt: null }
const sync = (change: Partial<DocumentSync>): DocumentSync => ({
  doc: 'd',
  unsent: 0,
  acknowledged: false,
  lastContact: since,
  unsaved: false,
  ...change,
})

test('[V13] "synchronised" is said only when the relay has acknowledged and nothing is unsent', () => {
  expect(syncShown(online, sync({})).kind).toBe('checking')
  expect(syncShown(online, sync({ acknowledged: true, unsent: 2 })).kind).toBe('sending')
  expect(syncShown(online, sync({ acknowledged: true })).kind).toBe('synced')
})

test('[V13.a] a failed local write is said before all else, and offline counts what waits here', () => {
  expect(syncShown(online, sync({ acknowledged: true, unsaved: true })).kind).toBe('unsaved')
  expect(syncShown(offline, sync({ acknowledged: true, unsent: 4 }))).toMatchObject({
    kind: 'offline',
    unsent: 4,
  })
})

test('[M9.d] a relay with another certificate is named as what it is, not as a change of access', () => {
  expect(syncShown({ kind: 'refused', code: 'badCertificate', since }, sync({})).kind).toBe('stranger')
  expect(syncShown({ kind: 'refused', code: 'closedKey', since }, sync({})).kind).toBe('refused')
})
