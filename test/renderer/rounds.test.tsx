// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { mount, type Mounted } from './mount.tsx'
import type { Ledger } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'

const idOf = (ledger: Ledger, number: string) =>
  ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''

/** Round 0, then a word changed, a paragraph suppressed, round 1, then another word. */
function twoRounds(): Ledger {
  const ledger = play('negotiation')
  ledger.incorporate('PPT', idOf(ledger, '2'), (words) => words.replace(/^\S+/u, 'Concuerdan'))
  const third = ledger.paragraph(idOf(ledger, '3'))
  ledger.setText(
    'PPT',
    third.id,
    third.wording?.clauses.map((clause) => ({ ...clause, suppressed: true })) ?? [],
  )
  ledger.closeRound('CSM/XX/DEC/1/Rev.1')
  ledger.incorporate('PPT', idOf(ledger, '1'), (words) => `${words} Desde hoy.`)
  return ledger
}
const compare = (window_: Mounted) => window_.page.querySelector('#region-main')?.textContent ?? ''
const panel = (window_: Mounted) => window_.page.querySelector('#region-review')?.textContent ?? ''

async function open(ledger: Ledger): Promise<Mounted> {
  const window_ = await mount(ledger, ['CO'])
  await window_.press(
    [...window_.page.querySelectorAll<HTMLElement>('[role=radio]')].find(
      ({ textContent }) => textContent === 'Comparar',
    ) ?? document.body,
  )
  return window_
}

test('[V50] every round is listed with its symbol, date, fingerprint and the numbers it changed', async () => {
  const ledger = twoRounds()
  const window_ = await open(ledger)
  const [zero, one] = ledger.state().rounds
  const said = panel(window_)
  expect(said).toContain('CSM/XX/DEC/1/Rev.1')
  expect(said.indexOf('Rev.1')).toBeLessThan(said.lastIndexOf('Apertura de la negociación'))
  expect(said.replaceAll(' ', '')).toContain(zero?.textHash)
  expect(said.replaceAll(' ', '')).toContain(one?.textHash)
  expect(window_.page.querySelectorAll('.round-numbers tbody tr')).toHaveLength(one?.renumbered.length ?? 0)
  expect(one?.renumbered.length).toBeGreaterThan(0)
  expect(said).not.toContain('no coincide')
  await window_.close()
})

test('[V50] a round is opened with its own words and numbers, whatever the text says today', async () => {
  const window_ = await open(twoRounds())
  await window_.press(window_.button(/^Leer CSM\/XX\/DEC\/1\/Rev\.1$/))
  expect(compare(window_)).toContain('Concuerdan')
  expect(compare(window_)).not.toContain('Desde hoy.')
  await window_.press(window_.button(/^Leer CSM\/XX\/DEC\/1$/))
  expect(compare(window_)).not.toContain('Concuerdan')
  expect(window_.page.querySelectorAll('#region-main ins, #region-main del')).toHaveLength(0)
  await window_.close()
})

test('[V50.a] a round whose blob differs from its acts says so', async () => {
  const ledger = twoRounds()
  const { paragraphs, rounds } = ledger.state()
  const clauses = paragraphs.flatMap(({ wording }) => wording?.clauses ?? [])
  const bytes = new Uint8Array([123])
  ledger.blobs.set('0'.repeat(64), bytes)
  ledger.sign('PPT', 'round', 'doc/declaration', {
    n: rounds.length,
    symbol: 'CSM/XX/DEC/1/Rev.2',
    textHash: '1'.repeat(64),
    blob: '2'.repeat(64),
    heads: ledger.heads(),
    source: null,
    rejoins: [],
  })
  expect(clauses.length).toBeGreaterThan(0)
  const window_ = await open(ledger)
  expect(panel(window_)).toContain('no coincide')
  await window_.close()
})

test('[V51] the view begins with what changed since the last round, word by word', async () => {
  const window_ = await open(twoRounds())
  const inserted = [...window_.page.querySelectorAll('#region-main ins')].map(
    ({ textContent }) => textContent,
  )
  expect(inserted).toEqual(['[añadido:  Desde hoy.]'])
  expect(compare(window_)).toContain('1 modificado')
  await window_.close()
})

test('[V51.a] between two rounds: amended, deleted, renumbered, and only what changed where that is wanted', async () => {
  const window_ = await open(twoRounds())
  await window_.press(window_.button(/^Con la anterior: comparar CSM\/XX\/DEC\/1\/Rev\.1$/))
  expect(compare(window_)).toContain('1 suprimido')
  expect(compare(window_)).toContain('Número 4 → 3')
  const all = window_.page.querySelectorAll('#region-main .row').length
  await window_.press(window_.button(/^Sólo lo que cambió$/))
  const only = window_.page.querySelectorAll('#region-main .row').length
  expect(only).toBeGreaterThan(1)
  expect(only).toBeLessThan(all)
  await window_.close()
})

test('[V51.a] Alt and the arrow keys go from change to change, and the focus goes along', async () => {
  const ledger = twoRounds()
  const window_ = await open(ledger)
  await window_.press(window_.button(/^Con la anterior: comparar CSM\/XX\/DEC\/1\/Rev\.1$/))
  const focused = () => document.activeElement?.id
  await window_.key(document.body, 'ArrowUp', { altKey: true })
  const last = focused()
  expect(last).toMatch(/^c-/)
  await window_.key(document.body, 'ArrowDown', { altKey: true })
  expect(focused()).toMatch(/^c-/)
  expect(focused()).not.toBe(last)
  expect(compare(window_)).toContain('Cambio 1 de ')
  await window_.close()
})
