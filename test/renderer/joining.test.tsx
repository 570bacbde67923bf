// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { isUnprotected } from '#renderer/features/join/relay-address.ts'
import { answer, asked } from './answers.ts'
import { found, play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText, field, isDisabled, type } from './page.ts'

const INVITATION: Output<'invitation.read'> = {
  conf: 'e'.repeat(32),
  title: 'XXI Conferencia Suramericana sobre Migraciones',
  relay: 'wss://mesa.example',
  host: 'mesa.example',
  member: { role: 'delegate', country: 'CO', capacity: 'focalPoint' },
}
const FINGERPRINT = 'a1b2 c3d4 e5f6 0718 293a 4b5c 6d7e 8f90'

async function openWelcome(invitation = INVITATION): Promise<Mounted> {
  const window_ = await mount(found(), ['CO'], { welcome: true })
  answer(window_, {
    'invitation.read': ({ invitation: typed }) =>
      typed.startsWith('consenso:')
        ? invitation
        : { code: 'invalidInput', message: 'failure.badInvitation', values: {} },
    'invitation.join': () => ({ conf: INVITATION.conf, fingerprint: FINGERPRINT }),
  })
  return window_
}
const said = (window_: Mounted) => window_.page.textContent

test('[V22] an invitation is read as it is typed; delegation and role are fixed by it', async () => {
  const window_ = await openWelcome()
  await type(window_, field(/^Invitación/), 'consenso://join?i=x')
  for (const words of [INVITATION.title, 'Colombia', 'Punto Focal', 'mesa.example']) {
    expect(said(window_)).toContain(words)
  }
  expect(document.querySelector('form select')).toBeNull()
  await window_.close()
})

test('[V22] what is no invitation says so beside the field, and cannot be used', async () => {
  const window_ = await openWelcome()
  await type(window_, field(/^Invitación/), 'nada')
  expect(said(window_)).toContain('La invitación no es válida')
  expect(isDisabled(window_.button(/^Unirse$/))).toBe(true)
  await window_.close()
})

test('[V22.a] after joining, without any person’s name, the fingerprint is shown until the approval', async () => {
  const window_ = await openWelcome()
  await type(window_, field(/^Invitación/), 'consenso://join?i=x')
  await window_.press(window_.button(/^Unirse$/))
  expect(asked(window_, 'invitation.join')).toMatchObject([{ input: { label: '' } }])
  expect(said(window_)).toContain(FINGERPRINT)
  expect(said(window_)).toContain('A la espera de la Secretaría Técnica')
  await window_.close()
})

test('[V22.b] a connection that others could read is used only once it is confirmed', async () => {
  const window_ = await openWelcome({ ...INVITATION, relay: 'ws://192.168.1.20:4400', host: '192.168.1.20' })
  await type(window_, field(/^Invitación/), 'consenso://join?i=x')
  expect(isDisabled(window_.button(/^Unirse$/))).toBe(true)
  const tick = document.querySelector<HTMLElement>('.join-unprotected input')
  if (tick === null) throw new Error('nothing to confirm')
  await window_.press(tick)
  expect(isDisabled(window_.button(/^Unirse$/))).toBe(false)
  await window_.close()
})

test.each([
  ['wss://mesa.example', false],
  ['ws://127.0.0.1:4400', false],
  ['ws://localhost:4400', false],
  ['ws://[::1]:4400', false],
  ['ws://192.168.1.20:4400', true],
  ['ws://127.0.0.1.example:4400', true],
])('[V22.b] %s could be read by others: %s', (relay, unprotected) => {
  expect(isUnprotected(relay)).toBe(unprotected)
})

test('[V23] the Secretariat approves a device only after comparing its fingerprint', async () => {
  const window_ = await mount(play('negotiation'), ['ST'])
  answer(window_, {
    'enrolments.list': () => [
      {
        id: '1',
        member: { role: 'delegate', country: 'PE', capacity: 'adviser' },
        label: 'Cancillería',
        fingerprint: FINGERPRINT,
        requested: '2022-09-20T12:00:00.000Z',
        state: 'pending',
      },
    ],
    'enrolments.settle': () => null,
  })
  window_.session.view.go({ question: { kind: 'enrolments' } })
  await window_.settle()
  expect(dialogText()).toContain('Perú (Asesor/a)')
  expect(dialogText()).toContain(FINGERPRINT)
  const approve = () => window_.button(/^Aprobar a Perú/)
  expect(isDisabled(approve())).toBe(true)
  const tick = document.querySelector<HTMLElement>('.request input')
  if (tick === null) throw new Error('nothing to compare')
  await window_.press(tick)
  await window_.press(approve())
  expect(asked(window_, 'enrolments.settle')).toMatchObject([{ input: { id: '1', approve: true } }])
  await window_.close()
})

test('[M10.c] the root key is loaded once, and its passphrase asked for to approve and not kept', async () => {
  const window_ = await mount(play('negotiation'), ['ST'])
  answer(window_, {
    'enrolments.list': () => [
      {
        id: '1',
        member: { role: 'delegate', country: 'PE', capacity: 'adviser' },
        label: '',
        fingerprint: FINGERPRINT,
        requested: '2022-09-20T12:00:00.000Z',
        state: 'pending',
      },
    ],
    'enrolments.settle': () => null,
    'root.state': () => 'absent',
    'root.import': () => 'locked',
  })
  window_.session.view.go({ question: { kind: 'enrolments' } })
  await window_.settle()
  const approve = () => window_.button(/^Aprobar a Perú/)
  const tick = document.querySelector<HTMLElement>('.request input')
  if (tick === null) throw new Error('nothing to compare')
  await window_.press(tick)
  expect(dialogText()).toContain('La llave raíz de la Conferencia no está en este equipo')
  expect(isDisabled(approve())).toBe(true)
  await window_.press(window_.button(/^Cargar la llave raíz/))
  expect(isDisabled(approve())).toBe(true)
  await type(window_, field(/^Frase de paso/), 'cordillera')
  await window_.press(approve())
  expect(asked(window_, 'enrolments.settle')).toMatchObject([
    { input: { id: '1', approve: true, passphrase: 'cordillera' } },
  ])
  expect(isDisabled(approve())).toBe(true)
  await window_.close()
})

test('[V23.a] everybody sees who is accredited; only the Secretariat sees who asks', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  window_.session.view.go({ question: { kind: 'enrolments' } })
  await window_.settle()
  expect(dialogText()).toContain('Presidencia (Chile)')
  expect(dialogText()).not.toContain('Solicitudes de ingreso')
  expect(asked(window_, 'enrolments.list')).toHaveLength(0)
  await window_.close()
})

test('[V28] a new passphrase is long enough and typed twice alike', async () => {
  const window_ = await mount(found(), ['CO'], { vault: 'new' })
  const protect = () => window_.button(/^Proteger y continuar$/)
  await type(window_, field(/^Frase de paso/), 'corta')
  await type(window_, field(/^Repita/), 'corta')
  expect(isDisabled(protect())).toBe(true)
  await type(window_, field(/^Frase de paso/), 'correct horse battery')
  expect(isDisabled(protect())).toBe(true)
  await type(window_, field(/^Repita/), 'correct horse battery')
  expect(isDisabled(protect())).toBe(false)
  await window_.close()
})

test('[V28.a] a wrong passphrase is said and can be corrected', async () => {
  const window_ = await mount(found(), ['CO'], { vault: 'locked' })
  await type(window_, field(/^Frase de paso/), 'wrong horse')
  await window_.press(window_.button(/^Abrir$/))
  expect(said(window_)).toContain('no abre los datos')
  await type(window_, field(/^Frase de paso/), 'wrong horse b')
  expect(said(window_)).not.toContain('no abre los datos')
  await window_.close()
})
