// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { ConferenceStore } from '#renderer/session/conference-store.ts'
import { declaration } from '#main/sample/declaration.ts'
import type { Place } from '#renderer/session/view.ts'
import { DOC } from './harness/ledger.ts'
import { clausesOf, play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'

const idOf = (window_: Mounted, number: string) =>
  window_.main.ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const cellText = (window_: Mounted, id: string) =>
  window_.page.querySelector(`#p-${id} .cell[aria-label^="CO"]`)?.getAttribute('aria-label') ?? ''

function conferenceOf({ session }: Mounted): ConferenceStore {
  const screen = session.screen.get()
  if (screen.kind !== 'conference') throw new Error('no conference is open')
  return screen.conference
}

/** Something happens outside the window, and the window has taken it in. */
async function outside(window_: Mounted, what: () => void): Promise<void> {
  await act(async () => {
    what()
    await Promise.resolve()
  })
  await window_.settle()
}

const withdraw = (window_: Mounted, acts: readonly string[]): Promise<void> =>
  outside(window_, () => {
    for (const id of acts) window_.main.ledger.withdraw(id)
    window_.main.emit('conference.reset', { conf: window_.main.ledger.conf })
  })

const go = (window_: Mounted, place: Partial<Place>): Promise<void> =>
  outside(window_, () => {
    window_.session.view.go(place)
  })

/** Signs while apart from the relay, and answers with the acts that came of it. */
async function apart(window_: Mounted, sign: () => void): Promise<string[]> {
  const before = new Set(window_.main.ledger.acts().map(({ id }) => id))
  await outside(window_, () => {
    window_.main.setOffline(true)
    sign()
  })
  const acts = window_.main.ledger.acts().map(({ id }) => id)
  return acts.filter((id) => !before.has(id))
}

test('[V3.a] a position the relay would not have goes from the window, and the member stays where they are', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const id = idOf(window_, 'PP7')
  const whole = cellText(window_, id)
  const conference = conferenceOf(window_)
  const row = window_.page.querySelector(`#p-${id}`)
  const acts = await apart(window_, () => {
    window_.main.ledger.position('CO', id, 'agree')
  })
  expect(acts).toHaveLength(1)
  expect(cellText(window_, id)).not.toBe(whole)
  expect(conference.unsent.get().size).toBe(1)
  await go(window_, { paragraph: id, sheet: 'history' })
  const place = window_.session.view.get()
  await withdraw(window_, acts)
  expect(cellText(window_, id)).toBe(whole)
  expect(conference.unsent.get().size).toBe(0)
  expect(window_.session.view.get()).toEqual(place)
  // the same row, still listening: what comes afterwards shows
  expect(window_.page.querySelector(`#p-${id}`)).toBe(row)
  expect(conferenceOf(window_)).toBe(conference)
  await window_.close()
})

test('without the call to read again the window keeps what was withdrawn (negative control)', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const id = idOf(window_, 'PP7')
  const whole = cellText(window_, id)
  const acts = await apart(window_, () => {
    window_.main.ledger.position('CO', id, 'agree')
  })
  await outside(window_, () => {
    for (const id of acts) window_.main.ledger.withdraw(id)
    window_.main.emit('conference.reset', { conf: 'a'.repeat(32) })
  })
  expect(cellText(window_, id)).not.toBe(whole)
  await window_.close()
})

test('[V3.a] a paragraph that was withdrawn is gone, with whatever was asked about it', async () => {
  const window_ = await mount(play('negotiation'), ['PPT'])
  const [clause] = clausesOf(declaration)
  if (clause === undefined) throw new Error('no clause')
  const acts = await apart(window_, () => {
    window_.main.ledger.setText('PPT', 'nuevo', [{ ...clause, id: 'nuevo' }])
  })
  const order = conferenceOf(window_).document(DOC).order
  expect(order.get()).toContain('nuevo')
  await go(window_, { paragraph: 'nuevo', question: { kind: 'suppress', paragraph: 'nuevo' } })
  await withdraw(window_, acts)
  expect(order.get()).not.toContain('nuevo')
  expect(window_.page.querySelector('#p-nuevo')).toBe(null)
  expect(window_.session.view.get()).toMatchObject({ doc: DOC, paragraph: null, question: null })
  await window_.close()
})

test('[V3.a] a text that is being drafted is not opened again, and a withdrawn document is left', async () => {
  const window_ = await mount(play('drafting'), ['CL', 'PPT', 'ST'])
  const opened = () => window_.main.asked.filter(({ name }) => name === 'room.open').length
  const before = opened()
  expect(before).toBeGreaterThan(0)
  const document_ = { doc: 'mensaje', type: 'message', title: 'Mensaje', symbol: 'CSM/XX/M/1' } as const
  const acts = await apart(window_, () => {
    window_.main.ledger.sign('ST', 'document', 'conf', {
      ...{ ...document_, language: 'es', layout: 'gerund', network: null, draftingGroup: ['CL'] },
      openToObservers: false,
    })
  })
  await withdraw(window_, [])
  expect(opened()).toBe(before)
  await go(window_, { doc: 'mensaje' })
  await withdraw(window_, acts)
  expect(window_.session.view.get().doc).toBe(DOC)
  expect([...conferenceOf(window_).state.get().documents.keys()]).not.toContain('mensaje')
  await window_.close()
})

test('[V3.a] who has left the conference meanwhile is not taken back into it', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  await outside(window_, () => {
    window_.main.emit('conference.reset', { conf: window_.main.ledger.conf })
    window_.session.leaveConference()
  })
  expect(window_.session.screen.get().kind).toBe('welcome')
  await window_.close()
})
