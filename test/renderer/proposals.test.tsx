// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import type { ProposalState } from '#shared/acts/negotiation-state.ts'
import { excerpt } from '#renderer/ui/excerpt.ts'
import { diffWords } from '#shared/words/diff.ts'
import { asked } from './answers.ts'
import { SCOPE, type Ledger } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'
import { amending, clause, copied, idOf, table, tableAgain, target, type Tabled } from './harness/tabled.ts'
import { heldClock, mount, type Mounted } from './mount.tsx'
import { dialogText, isDisabled, typeInto } from './page.ts'

const card = (window_: Mounted, act: string): HTMLElement => {
  const found = window_.page.querySelector<HTMLElement>(`[id="proposal-${act}"]`)
  if (found === null) throw new Error('no such card')
  return found
}
const says = (window_: Mounted, act: string) => card(window_, act).textContent
const within = (element: Element, name: RegExp): HTMLElement => {
  const found = [...element.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent),
  )
  if (found === undefined) throw new Error(`no button ${String(name)}`)
  return found
}
async function look(window_: Mounted, number: string | null): Promise<void> {
  const { ledger } = window_.main
  window_.session.view.go({
    sheet: 'proposals',
    paragraph: number === null ? null : idOf(ledger, number),
    cards: { everywhere: number === null, state: 'all', country: null, nature: null },
  })
  await window_.settle()
}
const shown = (window_: Mounted) =>
  [...window_.page.querySelectorAll('.cards > div > .cards-list > li > .card')].map(({ id }) =>
    id.slice('proposal-'.length),
  )
const stateOf = (ledger: Ledger, act: string): ProposalState => {
  const found = ledger.state().proposals.find((one) => one.act === act)
  if (found === undefined) throw new Error('no such proposal')
  return found
}
const longer = (words: string) => `${words.replace(/[.;]$/u, '')} sin demora.`

const OPERATIONS: readonly (readonly [string, (ledger: Ledger) => Tabled, string, readonly string[]])[] = [
  ['amend', (ledger) => amending(ledger, '2', longer), 'Modifica el párrafo 2', ['ins']],
  [
    'alternative',
    (ledger) => amending(ledger, '2', longer, 'alternative'),
    'Texto alternativo al párrafo 2',
    ['.change-alternative', 'details ins'],
  ],
  [
    'insert',
    (ledger) => ({
      kind: 'insert',
      after: idOf(ledger, '2'),
      clauses: copied([clause('n1', 'Acuerdan reunirse.')]),
    }),
    'Inserta un párrafo después del 2',
    ['ins'],
  ],
  ['delete', (ledger) => ({ kind: 'delete', ...target(ledger, '2') }), 'Suprime el párrafo 2', ['del']],
  [
    'move',
    (ledger) => ({ kind: 'move', ...target(ledger, '2'), after: idOf(ledger, '3') }),
    'Traslada el párrafo 2 después del 3',
    ['.change-quoted'],
  ],
  [
    'split',
    (ledger) => ({
      kind: 'split',
      ...target(ledger, '2'),
      parts: [copied([clause(idOf(ledger, '2'), 'Primera.')]), copied([clause('n2', 'Segunda.')])],
    }),
    'Divide el párrafo 2 en 2 partes',
    ['.change-parts li'],
  ],
  [
    'merge',
    (ledger) => ({
      kind: 'merge',
      paragraphs: [target(ledger, '2'), target(ledger, '3')],
      clauses: copied([clause(idOf(ledger, '2'), 'Juntos.')]),
    }),
    'Fusiona los párrafos 2 y 3',
    ['ins', 'del'],
  ],
]

test.each(OPERATIONS)(
  '[V70] a card says what is proposed, in a form of its own: %s',
  async (_kind, operation, words, marks) => {
    const ledger = play('negotiation')
    const act = table(ledger, 'AR', operation(ledger), {
      reason: 'Coherente con lo acordado.',
      nature: 'editorial',
    })
    ledger.sign('PY', 'back', SCOPE, { proposal: act, value: 'object', reason: 'Falta base legal.' })
    ledger.sign('UY', 'back', SCOPE, { proposal: act, value: 'support', reason: null })
    const window_ = await mount(ledger, ['PE'])
    await look(window_, '2')
    expect(card(window_, act).getAttribute('aria-label')).toBe(`Argentina, versión 1. ${words}. Pendiente`)
    for (const mark of marks) expect(card(window_, act).querySelector(mark), mark).not.toBeNull()
    expect(says(window_, act)).toContain('Coherente con lo acordado.')
    expect(says(window_, act)).toContain('Naturaleza: de forma')
    expect(says(window_, act)).toContain('Apoya: Uruguay. Objeta: Paraguay. 9 sin expresarse')
    expect(says(window_, act)).toContain('Falta base legal.')
    expect(card(window_, act).querySelectorAll('.backing')).toHaveLength(12)
    await window_.close()
  },
)

test('[V70.a] what was made on an older round or text says so', async () => {
  const ledger = play('negotiation')
  const first = table(ledger, 'AR', amending(ledger, '2', longer))
  ledger.incorporate('PPT', idOf(ledger, '2'), (words) => words.replace(' y ', ' e '))
  ledger.closeRound('CSM/XX/DEC/Rev.1')
  const window_ = await mount(ledger, ['PE'])
  await look(window_, '2')
  expect(stateOf(ledger, first).status).toBe('pending')
  expect(says(window_, first)).toContain('Sobre CSM/XX/DEC/1')
  expect(says(window_, first)).toContain('El texto del párrafo cambió después de presentarse')
  await window_.close()
})

test('[V70.b] earlier versions are folded under the newest, and related proposals are links', async () => {
  const ledger = play('negotiation')
  const first = table(ledger, 'AR', amending(ledger, '2', longer))
  ledger.sign('CL', 'back', SCOPE, { proposal: first, value: 'support', reason: null })
  const second = tableAgain(
    ledger,
    'AR',
    first,
    amending(ledger, '2', (words) => `${words} Siempre.`),
  )
  const counter = table(
    ledger,
    'BR',
    amending(ledger, '2', (words) => `${words} Nunca.`),
    { answers: second },
  )
  const window_ = await mount(ledger, ['PE'])
  await look(window_, '2')
  expect(shown(window_)).toEqual([second, counter])
  const old = card(window_, second).querySelector('details.card-older')
  expect(old?.querySelector('summary')?.textContent).toBe('Una versión anterior')
  expect(old?.contains(card(window_, first))).toBe(true)
  expect(says(window_, first)).toContain('Sustituida')
  expect(says(window_, first)).toContain('Apoya: Chile')
  expect(card(window_, second).querySelector(':scope > .backings')?.textContent).not.toContain('Chile')
  await window_.press(within(card(window_, counter), /^Argentina, v2$/))
  expect(document.activeElement?.id).toBe(`proposal-${second}`)
  await window_.close()
})

test('[V71] what the own country says is said on one version, and taken back by the same press', async () => {
  const ledger = play('negotiation')
  const act = table(ledger, 'AR', amending(ledger, '2', longer))
  const window_ = await mount(ledger, ['PE'])
  await look(window_, '2')
  const value = () => stateOf(ledger, act).backings.PE?.value ?? null
  await window_.press(within(card(window_, act), /^Apoyar$/))
  expect(value()).toBe('support')
  expect(within(card(window_, act), /^Apoyar$/).getAttribute('aria-pressed')).toBe('true')

  await window_.press(within(card(window_, act), /^Objetar$/))
  expect(dialogText()).toContain('Objetar la propuesta')
  const object = () => window_.button(/^Objetar$/u)
  const dialog = document.querySelector('[role=dialog]')
  const confirm = () => (dialog === null ? object() : within(dialog, /^Objetar$/))
  expect(isDisabled(confirm())).toBe(true)
  expect(value()).toBe('support')
  await typeInto(window_, /^Motivo/, 'Sin base legal.')
  await window_.press(confirm())
  expect(value()).toBe('object')
  expect(says(window_, act)).toContain('Sin base legal.')

  await window_.press(within(card(window_, act), /^Objetar$/))
  expect(value()).toBeNull()
  expect(asked(window_, 'proposal.back')).toHaveLength(3)

  // a new version: nothing has been said of it
  await window_.press(within(card(window_, act), /^Apoyar$/))
  const second = tableAgain(
    ledger,
    'AR',
    act,
    amending(ledger, '2', (words) => `${words} Siempre.`),
  )
  await window_.settle()
  expect(within(card(window_, second), /^Apoyar$/).getAttribute('aria-pressed')).toBe('false')
  await window_.close()
})

test('[V71.a] who may not speak of a proposal reads why', async () => {
  const ledger = play('negotiation')
  const act = table(ledger, 'AR', amending(ledger, '2', longer))
  const adviser = await mount(ledger, ['PE:adviser'])
  await look(adviser, '2')
  expect(isDisabled(within(card(adviser, act), /^Apoyar$/))).toBe(true)
  expect(says(adviser, act)).toContain('sólo quien es portavoz de su delegación')
  await adviser.close()

  const chair = await mount(ledger, ['PPT'])
  await look(chair, '2')
  expect(says(chair, act)).not.toContain('Apoyar')
  await chair.close()

  const author = await mount(ledger, ['AR'])
  await look(author, '2')
  expect(says(author, act)).toContain('Suya')
  expect(says(author, act)).not.toContain('Apoyar')
  await author.close()

  const both = await mount(ledger, ['PPT', 'CL'])
  await look(both, '2')
  expect(says(both, act)).toContain('Como Chile')
  await both.press(within(card(both, act), /^Apoyar$/))
  expect(stateOf(ledger, act).backings.CL?.value).toBe('support')
  await both.close()
})

test('[V71.b] a co-proponent is pending until it confirms; withdrawing says what becomes of the proposal', async () => {
  const ledger = play('negotiation')
  const act = table(ledger, 'AR', amending(ledger, '2', longer), { proponents: ['AR', 'PE'] })
  const peru = await mount(ledger, ['PE'])
  await look(peru, '2')
  expect(says(peru, act)).toContain('pendiente de Perú')
  await peru.press(within(card(peru, act), /^Confirmar como coproponente$/))
  expect(says(peru, act)).not.toContain('pendiente de Perú')
  expect(says(peru, act)).toContain('+ Perú')
  await peru.close()

  const argentina = await mount(ledger, ['AR'])
  await look(argentina, '2')
  await argentina.press(within(card(argentina, act), /^Retirar…$/))
  expect(dialogText()).toContain('Perú la mantiene: la propuesta sigue pendiente sin su país')
  await argentina.press(argentina.button(/^Retirar$/))
  expect(stateOf(ledger, act).status).toBe('pending')
  expect(says(argentina, act)).toContain('retirado: Argentina')
  await argentina.close()

  const again = await mount(ledger, ['PE'])
  await look(again, '2')
  await again.press(within(card(again, act), /^Retirar…$/))
  expect(dialogText()).toContain('Ningún otro país la propone')
  await again.press(again.button(/^Retirar$/))
  expect(stateOf(ledger, act).status).toBe('withdrawn')
  expect(says(again, act)).not.toContain('Retirar…')
  await again.close()
})

test('[V72] cards are of one paragraph or of the whole text, by state, country and nature', async () => {
  const ledger = play('negotiation')
  const third = table(ledger, 'BR', amending(ledger, '3', longer), { nature: 'editorial' })
  const second = table(ledger, 'AR', amending(ledger, '2', longer))
  const left = table(
    ledger,
    'UY',
    amending(ledger, '2', (words) => `${words} Nunca.`),
  )
  ledger.sign('UY', 'withdraw', SCOPE, { proposal: left, reason: '' })
  const window_ = await mount(ledger, ['PE'])
  const filter = async (cards: Partial<ReturnType<typeof window_.session.view.get>['cards']>) => {
    window_.session.view.go({ cards: { ...window_.session.view.get().cards, ...cards } })
    await window_.settle()
  }
  await window_.press(within(window_.page, /^2/))
  window_.session.view.go({ sheet: 'proposals' })
  await window_.settle()
  expect(shown(window_)).toEqual([second])
  await filter({ state: 'ended' })
  expect(shown(window_)).toEqual([left])
  await filter({ state: 'all' })
  expect(shown(window_)).toEqual([second, left])
  await window_.press(within(window_.page, /^Sólo el párrafo 2$/))
  expect(shown(window_)).toEqual([second, left, third])
  expect(window_.page.querySelector('.cards-count')?.textContent).toBe(
    '3 a la vista · 3 propuestas en el texto, 2 pendientes',
  )
  await filter({ nature: 'editorial' })
  expect(shown(window_)).toEqual([third])
  await filter({ nature: null, country: 'AR' })
  expect(shown(window_)).toEqual([second])
  await window_.close()
})

test('[V72.a] what has no place in the text lies in the tray, whatever the filters', async () => {
  const ledger = play('negotiation')
  const act = table(
    ledger,
    'AR',
    amending(ledger, '2', () => 'Acuerdan otra cosa, sin demora.'),
  )
  ledger.incorporate('PPT', idOf(ledger, '2'), () => 'Nada de lo anterior queda aquí.')
  expect(stateOf(ledger, act).status).toBe('fallen')
  const window_ = await mount(ledger, ['PE'])
  window_.session.view.go({
    sheet: 'proposals',
    paragraph: idOf(ledger, '3'),
    cards: { everywhere: false, state: 'ended', country: 'BR', nature: 'technical' },
  })
  await window_.settle()
  expect(shown(window_)).toEqual([])
  const tray = window_.page.querySelector('.tray')
  expect(tray?.querySelector('summary')?.textContent).toBe('Bandeja: 1 propuesta sin lugar en el texto')
  expect(tray?.textContent).toContain('demora')
  await window_.close()
})

test('[V72.b] the sheet of proposals comes first where there are some; what arrives later takes nobody away', async () => {
  const chosen = (window_: Mounted) =>
    window_.page.querySelector('[role=tab][aria-selected=true]')?.textContent
  const ledger = play('negotiation')
  const before = await mount(ledger, ['PE'])
  expect(chosen(before)).toBe('Consenso')
  table(ledger, 'AR', amending(ledger, '2', longer))
  await before.settle()
  expect(chosen(before)).toBe('Consenso')
  await before.close()
  const after = await mount(ledger, ['PE'])
  expect(chosen(after)).toBe('Propuestas 1')
  await after.close()
})

test('a change is shown with the words around it', () => {
  const words = Array.from({ length: 60 }, (_, i) => `w${String(i)}`)
  const changed = words.map((word, i) => (i === 30 ? 'nuevo' : word))
  const cut = excerpt(diffWords(words.join(' '), changed.join(' ')), 3)
  expect(cut.map(({ text }) => text).join('')).toBe('… w27 w28 w29 w30nuevo w31 w32 w33 …')
  const same = diffWords('uno dos', 'uno dos')
  expect(excerpt(same, 1)).toEqual(same)
})

test('[V75] proposals are gone through and spoken of by keyboard alone', async () => {
  const ledger = play('negotiation')
  const third = table(ledger, 'BR', amending(ledger, '3', longer))
  const second = table(ledger, 'AR', amending(ledger, '2', longer))
  const window_ = await mount(ledger, ['PE'])
  const focused = () => document.activeElement?.id
  await window_.key(document.body, 'ArrowDown', { altKey: true, shiftKey: true })
  expect(focused()).toBe(`proposal-${second}`)
  expect(window_.session.view.get().paragraph).toBe(idOf(ledger, '2'))
  await window_.key(card(window_, second), 'ArrowDown', { altKey: true, shiftKey: true })
  expect(focused()).toBe(`proposal-${third}`)
  await window_.key(card(window_, third), 'ArrowUp', { altKey: true, shiftKey: true })
  expect(focused()).toBe(`proposal-${second}`)
  await window_.key(card(window_, second), 'Enter', { ctrlKey: true })
  expect(stateOf(ledger, second).backings.PE?.value).toBe('support')
  expect(stateOf(ledger, third).backings.PE).toBeUndefined()
  await window_.key(card(window_, second), 'X', { ctrlKey: true, shiftKey: true })
  expect(dialogText()).toContain('Objetar la propuesta')
  await window_.key(document.activeElement ?? document.body, 'Escape')
  card(window_, second).focus()
  await window_.key(card(window_, second), 'R', { ctrlKey: true, shiftKey: true })
  expect(dialogText()).toContain('Reserva sobre la propuesta')
  await window_.close()
})

test('[V75.a] the list of proposals says line by line what the cards say, every version', async () => {
  const ledger = play('negotiation')
  const first = table(ledger, 'AR', amending(ledger, '3', longer), { reason: 'Por coherencia.' })
  ledger.sign('CL', 'back', SCOPE, { proposal: first, value: 'object', reason: 'Es innecesario.' })
  tableAgain(
    ledger,
    'AR',
    first,
    amending(ledger, '3', (words) => `${words} Siempre.`),
  )
  table(ledger, 'BR', { kind: 'delete', ...target(ledger, '2') })
  const window_ = await mount(ledger, ['PE'])
  await window_.press(window_.button(/^Lista de propuestas$/))
  const items = [...document.querySelectorAll('.listing-item')].map(({ textContent }) => textContent)
  expect(items).toHaveLength(3)
  expect(items[0]).toContain('Suprime el párrafo 2')
  expect(items[1]).toContain('Argentina, versión 1')
  expect(items[1]).toContain('Sustituida')
  expect(items[1]).toContain('Por coherencia.')
  expect(items[1]).toContain('Objeta: Chile')
  expect(items[1]).toContain('Es innecesario.')
  expect(items[2]).toContain('[añadido: ')
  await window_.press(window_.button(/^Ir a la ficha: Brasil, versión 1$/))
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Brasil, versión 1/)
  await window_.close()
})

test('[V76] what others table is read out at most every ten seconds, and can be muted', async () => {
  const ledger = play('negotiation')
  const clock = heldClock()
  const window_ = await mount(ledger, ['PE'], {}, clock)
  const heard = () => window_.page.querySelector('p.unseen[role=status]')?.textContent
  expect(heard()).toBe('')
  table(ledger, 'CO', amending(ledger, '2', longer))
  await window_.settle()
  expect(heard()).toBe('Colombia propuso un cambio en el párrafo 2')
  table(ledger, 'BR', amending(ledger, '3', longer))
  table(
    ledger,
    'PE',
    amending(ledger, '2', (words) => `${words} Nunca.`),
  )
  await window_.settle()
  expect(heard()).toBe('Colombia propuso un cambio en el párrafo 2')
  await act(async () => {
    clock.pass(10_000)
    await Promise.resolve()
  })
  expect(heard()).toBe('Brasil propuso un cambio en el párrafo 3')
  await window_.press(window_.button(/^Más acciones$/))
  await window_.press(window_.button(/^Aviso de propuestas nuevas/))
  expect(window_.session.settings.get().quiet).toBe(true)
  expect(heard()).toBe('')
  await window_.close()
})

test('[V77] the Chair goes from a card to bringing it into the text, or to saying why not', async () => {
  const ledger = play('negotiation')
  const act = table(ledger, 'AR', amending(ledger, '2', longer))
  const chair = await mount(ledger, ['PPT'])
  await look(chair, '2')
  await chair.press(within(card(chair, act), /^Incorporar…$/))
  expect(chair.session.view.get().question).toEqual({
    kind: 'incorporateProposals',
    paragraph: idOf(ledger, '2'),
    proposals: [act],
  })
  chair.session.view.go({ question: null })
  await chair.settle()
  await chair.press(within(card(chair, act), /^No acoger…$/))
  expect(chair.session.view.get().question).toEqual({ kind: 'decline', proposal: act })
  await chair.close()
  const peru = await mount(ledger, ['PE'])
  await look(peru, '2')
  expect(says(peru, act)).not.toContain('No acoger')
  expect(says(peru, act)).not.toContain('Incorporar')
  await peru.close()
})
