// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { Body } from '#shared/acts/build.ts'
import type { Clause } from '#shared/domain/clause.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import { awayOf, isNothing } from '#renderer/session/away.ts'
import type { Show } from '#renderer/session/reading.ts'
import { NO_FILTER } from '#renderer/session/text-filter.ts'
import { storyOf } from '#renderer/session/story.ts'
import { mount, type Mounted } from './mount.tsx'
import { DOC, SCOPE, type Ledger } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'

const idOf = (ledger: Ledger, number: string) =>
  ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''
const wordsOf = (ledger: Ledger, number: string) =>
  wordingText(ledger.paragraph(idOf(ledger, number)).wording?.clauses ?? [])
type Operation = Body<'propose'>['operation']
type Clauses = Extract<Operation, { kind: 'amend' }>['clauses']

let proposals = 0
function propose(ledger: Ledger, country: CountryCode, operation: Operation): void {
  const proposal = `p${String(++proposals)}`
  ledger.sign(country, 'propose', SCOPE, {
    proposal,
    version: 1,
    previous: null,
    operation,
    language: 'es',
    proponents: [country],
    nature: 'substantive',
    reason: '',
    answers: null,
    replaces: [],
    huddle: null,
  })
}
const copy = (clauses: readonly Clause[]) => structuredClone(clauses) as Clauses // a copy nobody else holds

function amend(
  ledger: Ledger,
  country: CountryCode,
  number: string,
  change: (words: string) => string,
): void {
  const { id, wording } = ledger.paragraph(idOf(ledger, number))
  if (wording === null) throw new Error(`no wording of ${number}`)
  const clauses = wording.clauses.map((clause, i) =>
    i > 0 ? clause : { ...clause, runs: [{ insert: change(wordingText([clause])) }] },
  )
  propose(ledger, country, { kind: 'amend', paragraph: id, hash: wording.hash, clauses: copy(clauses) })
}
const row = (window_: Mounted, number: string) =>
  window_.page.querySelector(`#p-${idOf(window_.main.ledger, number)} .row-text`)?.textContent ?? ''
async function show(window_: Mounted, what: Show): Promise<void> {
  await act(async () => {
    window_.session.view.go({ show: what })
    await Promise.resolve()
  })
  await window_.settle()
}

function proposed(): Ledger {
  const ledger = play('negotiation')
  amend(ledger, 'AR', '2', (words) => `${words.replace(/\.$/u, '')} sin demora.`)
  amend(ledger, 'BR', '3', (words) => words.replace(/^\S+/u, 'Exhortan'))
  amend(ledger, 'UY', '3', (words) => words.replace(/^\S+/u, 'Impulsan'))
  const clause: Clause = {
    id: 'n1',
    kind: 'operative',
    level: 0,
    suppressed: false,
    runs: [{ insert: 'Párrafo propuesto.' }],
  }
  propose(ledger, 'PE', { kind: 'insert', after: idOf(ledger, '3'), clauses: copy([clause]) })
  return ledger
}

test('[V52] the text is read as it is, as a compilation, as if all were accepted, or one country’s only', async () => {
  const window_ = await mount(proposed(), ['PE'])
  const { ledger } = window_.main
  const plain = row(window_, '2')
  expect(plain).toContain(wordsOf(ledger, '2').slice(0, 40))
  expect(row(window_, '3')).not.toContain('Exhortan')

  await show(window_, { kind: 'compilation' })
  expect(row(window_, '2')).toMatch(/\[.*sin demora.* — ARArgentina\]/u)
  expect(row(window_, '3')).toContain('3 alt 1')
  expect(row(window_, '3')).toContain('Exhortan')
  expect(row(window_, '3')).toContain('3 bis')
  expect(row(window_, '3')).toContain('Párrafo propuesto.')
  expect(row(window_, '1')).toBe(wordsOf(ledger, '1'))
  expect(window_.page.querySelectorAll('.row .cell').length).toBeGreaterThan(12)

  await show(window_, { kind: 'accepted' })
  expect(row(window_, '2')).toContain('sin demora.')
  expect(row(window_, '2')).not.toContain('[')
  expect(row(window_, '3')).toContain('3 alt 2')

  await show(window_, { kind: 'country', country: 'BR' })
  expect(row(window_, '2')).toBe(plain)
  expect(row(window_, '3')).toContain('Exhortan')
  expect(row(window_, '3')).not.toContain('Impulsan')
  expect(row(window_, '3')).not.toContain('alt')
  await window_.close()
})

test('[V52.a] marks are said in words, and the countries behind them by name', async () => {
  const window_ = await mount(proposed(), ['PE'])
  await window_.press(window_.button(/^Mostrar: Texto vigente$/))
  expect(document.querySelector('[role=menu]')?.textContent).toContain('Sólo mi país: Perú')
  await window_.press(window_.button(/^Texto compilado/))
  const mark = window_.page.querySelector(`#p-${idOf(window_.main.ledger, '2')} .words-mark`)
  expect(mark?.querySelector('ins .unseen')?.textContent).toBe('añadido: ')
  expect(mark?.querySelector('.behind .unseen')?.textContent).toBe('Argentina')
  await window_.close()
})

const AT = '2022-09-17T18:00:00.000Z'
const newest = (ledger: Ledger) =>
  ledger
    .state()
    .log.reduce((last, { received }) => (received !== null && received > last ? received : last), '')

/** What Colombia missed: two changes of text, one of which took its position, and a proposal. */
function meanwhile(): { readonly ledger: Ledger; readonly seen: string } {
  const ledger = play('negotiation')
  ledger.position('CO', idOf(ledger, '2'), 'agree')
  const seen = newest(ledger)
  ledger.incorporate('PPT', idOf(ledger, '2'), (words) => `${words} Desde ayer.`)
  ledger.position('AR', idOf(ledger, '2'), 'agree')
  ledger.position('BR', idOf(ledger, '2'), 'reserve')
  amend(ledger, 'UY', '3', (words) => words.replace(/^\S+/u, 'Impulsan'))
  return { ledger, seen }
}

test('[V53] on return the changes are told once, with what lapsed, and can be asked for again', async () => {
  const { ledger, seen } = meanwhile()
  const window_ = await mount(ledger, ['CO'], { visit: { seen, at: AT } })
  const sheet = () => window_.page.querySelector('.away')?.textContent ?? ''
  expect(sheet()).toContain('Cambios en su ausencia')
  expect(sheet()).toContain('Párr. 2')
  expect(sheet()).toContain('Presidencia incorporó texto')
  expect(sheet()).toContain('Argentina y Brasil se pronunciaron')
  expect(sheet()).toContain('Su posición caducó: De acuerdo')
  expect(sheet()).not.toContain('Párr. 1')

  await show(window_, { kind: 'sinceVisit' })
  expect(row(window_, '2')).toContain('Cambió desde su última visita')
  expect(row(window_, '2')).toContain('[añadido:  Desde ayer.]')
  expect(row(window_, '3')).toContain('Impulsan')

  await window_.press(window_.button(/^Cerrar los cambios en su ausencia$/))
  expect(sheet()).toBe('')
  expect(window_.main.visits.get(`${ledger.conf}/${DOC}`)?.seen).toBe(newest(ledger))
  await window_.press(window_.button(/^Más acciones$/))
  await window_.press(window_.button(/^Cambios en su ausencia$/))
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('Presidencia incorporó texto')
  await window_.close()
})

test('[V53.a] a first visit and a short absence are told nothing', async () => {
  const { ledger, seen } = meanwhile()
  const first = await mount(ledger, ['CO'])
  expect(first.page.querySelector('.away')).toBeNull()
  expect(first.main.visits.get(`${ledger.conf}/${DOC}`)?.seen).toBe(newest(ledger))
  await first.close()
  const back = await mount(ledger, ['CO'], { visit: { seen, at: '2022-09-20T17:50:00.000Z' } })
  expect(back.page.querySelector('.away')).toBeNull()
  await back.close()
})

test('[V53.a] what is not put away is told again', async () => {
  const { ledger, seen } = meanwhile()
  const window_ = await mount(ledger, ['CO'], { visit: { seen, at: AT } })
  expect(window_.page.querySelector('.away')).not.toBeNull()
  await window_.close()
  expect(window_.main.visits.get(`${ledger.conf}/${DOC}`)).toEqual({ seen, at: AT })
})

test('[V53.b] what is new goes by the relay’s receipts; own acts say what became of them', () => {
  const { ledger, seen } = meanwhile()
  const { log, paragraphs, proposals: tabled } = ledger.state()
  const me = { keys: new Set([ledger.hat('CO').key]), country: 'CO' as const }
  const away = awayOf({ log, paragraphs, proposals: tabled }, me, seen)
  expect(away.paragraphs.map(({ paragraph }) => paragraph.number)).toEqual(['2', '3'])
  expect(away.own).toEqual([])
  expect(isNothing(awayOf({ log, paragraphs, proposals: tabled }, me, newest(ledger)))).toBe(true)
  expect(isNothing(awayOf({ log, paragraphs, proposals: tabled }, me, null))).toBe(true)
  // the same, as if the newest acts had been signed here and the relay had just taken them
  const [mine = '', late = ''] = log
    .filter(({ received }) => received !== null && received > seen)
    .map(({ act }) => act)
  const asMine = log.map((entry) =>
    entry.act === mine || entry.act === late
      ? { ...entry, by: ledger.hat('CO').key, late: entry.act === late, claimed: AT }
      : entry,
  )
  const own = awayOf({ log: asMine, paragraphs, proposals: tabled }, me, seen).own
  expect(own.map(({ outcome }) => outcome)).toEqual(['sent', 'late'])
})

test('[V54] the history says who proposed, what was decided, when and why, across the rounds', async () => {
  const ledger = play('negotiation')
  const id = idOf(ledger, '2')
  amend(ledger, 'AR', '2', (words) => `${words} Sin demora.`)
  const tabled = ledger.state().proposals.at(-1)
  const { wording } = ledger.paragraph(id)
  if (tabled?.operation.kind !== 'amend' || wording === null) throw new Error('nothing was tabled')
  ledger.closeRound('CSM/XX/DEC/1/Rev.1')
  ledger.sign('PPT', 'incorporate', SCOPE, {
    paragraphs: [
      {
        paragraph: id,
        after: null,
        base: [wording.act],
        before: wording.hash,
        clauses: copy(tabled.operation.clauses),
      },
    ],
    proposals: [tabled.act],
    reason: 'Nadie se opuso.',
  })
  amend(ledger, 'BR', '2', (words) => words.replace(/^\S+/u, 'Exhortan'))

  const { log, rounds, proposals: all } = ledger.state()
  const story = storyOf(ledger.paragraph(id), { log, rounds, proposals: all })
  expect(story.map((item) => item.kind)).toEqual([
    'wording',
    'round',
    'proposal',
    'round',
    'wording',
    'proposal',
  ])

  const window_ = await mount(ledger, ['CO'])
  await act(async () => {
    window_.session.view.go({ paragraph: id, sheet: 'history' })
    await Promise.resolve()
  })
  await window_.settle()
  const items = [...window_.page.querySelectorAll('.past')].map(({ textContent }) => textContent)
  expect(items).toHaveLength(6)
  expect(items[0]).toContain('Propuesta de Brasil')
  expect(items[0]).toContain('Pendiente')
  expect(items[1]).toContain('Presidencia')
  expect(items[1]).toContain('Motivo: Nadie se opuso.')
  expect(items[1]).toContain('A propuesta de Argentina')
  expect(items[1]).toContain('[añadido:  Sin demora.]')
  expect(items[2]).toContain('CSM/XX/DEC/1/Rev.1')
  expect(items[3]).toContain('Incorporada')
  await window_.close()
})

test('[V55] a filter leaves its paragraphs in text and outline, says how many, and is taken away with one press', async () => {
  const window_ = await mount(proposed(), ['PE'])
  const rows = () => window_.page.querySelectorAll('.page .row').length
  const all = rows()
  await act(async () => {
    window_.session.view.go({ filter: { ...NO_FILTER, country: 'UY', nature: 'substantive' } })
    await Promise.resolve()
  })
  await window_.settle()
  expect(rows()).toBe(2)
  expect(window_.page.querySelectorAll('.nav-paragraph')).toHaveLength(1)
  expect(window_.page.querySelector('.filter-found')?.textContent).toBe('1 párrafo')
  await window_.press(window_.button(/^Quitar filtro$/))
  expect(rows()).toBe(all)
  await window_.close()
})
