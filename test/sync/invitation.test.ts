import { describe, expect, it } from 'vitest'
import { readInvitation, writeInvitation, type Invitation } from '#shared/sync/invitation.ts'
import { testKey } from '#test/kit/crypto.ts'

const invitation: Invitation = {
  v: 1,
  conf: testKey('root').id,
  title: 'XX Conferencia Suramericana sobre Migraciones',
  relay: 'wss://relay.example:8443',
  relayKey: testKey('relay').publicText,
  code: `${'a'.repeat(11)}.${'b'.repeat(22)}`,
  member: { role: 'guest', organisation: 'Universidad', documents: ['declaration'], until: '2022-12-31' },
  label: 'Invitada',
  expires: '2022-03-04T12:00:00.000Z',
  pin: null,
}

describe('an invitation', () => {
  it('[S7.a] is read as it was written, whole or without its head, with the breaks that mail puts in', () => {
    const text = writeInvitation(invitation)
    expect(readInvitation(text)).toEqual(invitation)
    expect(readInvitation(text.replace('consenso://join?i=', ''))).toEqual(invitation)
    expect(readInvitation(`  ${text.slice(0, 70)}\r\n${text.slice(70)}\n`)).toEqual(invitation)
  })

  it('[S7.a] is nothing when anything in it is not as it must be', () => {
    const spoiled: object[] = [
      { ...invitation, v: 2 },
      { ...invitation, relay: 'https://relay.example' },
      { ...invitation, relay: 'ws://relay.example/path' },
      { ...invitation, code: 'short' },
      { ...invitation, member: { role: 'root' } },
      { ...invitation, extra: true },
    ]
    for (const each of spoiled) {
      expect(readInvitation(Buffer.from(JSON.stringify(each)).toString('base64url'))).toBeNull()
    }
    for (const text of ['', 'consenso://join?i=', 'no invitation', '%%%'])
      expect(readInvitation(text)).toBeNull()
  })
})
