// @vitest-environment jsdom
/** Comments as a member sees and writes them: who reads what is always said. */
import { act } from 'react'
import { expect, test } from 'vitest'
import type { Body } from '#shared/acts/build.ts'
import { scopeName, type Scope } from '#shared/acts/scope.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { wordingText } from '#shared/domain/wording.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { answer, asked } from './answers.ts'
import { mount, type Mounted } from './mount.tsx'
import { isDisabled } from './page.ts'
import { DOC, type Ledger, type Person } from './harness/ledger.ts'
import { play } from './harness/scenes.ts'

const idOf = (ledger: Ledger, number: string) =>
  ledger.state().paragraphs.find((paragraph) => paragraph.number === number)?.id ?? ''

function scopeOf(person: Person, { audience, country }: Input<'comment.write'>): Scope {
  const of = country ?? (person.slice(0, 2) as CountryCode) // as: a delegate's name begins with the code
  if (audience === 'all') return { kind: 'document', doc: DOC }
  return audience === 'delegation' || audience === 'audience'
    ? { kind: audience, doc: DOC, country: of }
    : { kind: audience, doc: DOC }
}

/** As main would: the act in the scope of its readers. */
function takesComments(window_: Mounted): void {
  const { ledger } = window_.main
  answer(window_, {
    'comment.write': (input) => {
      const person = ledger.personOf(input.hat)
      const scope = scopeName(scopeOf(person, input))
      const { thread, text, mentions } = input
      const about = aboutOf(ledger, input.about)
      return {
        act:
          person === 'observer'
            ? ledger.sign(person, 'contribution', scope, { thread, about, text })
            : ledger.sign(person, 'comment', scope, { thread, about, text, mentions }),
      }
    },
    'comment.resolve': ({ hat, thread, resolved }) => {
      const known = ledger.state().threads.find((one) => one.thread === thread)
      const kind = known?.audience.kind ?? 'all'
      const scope = kind === 'all' ? `doc/${DOC}` : kind === 'observers' ? `doc/${DOC}/observers` : ''
      return { act: ledger.sign(ledger.personOf(hat), 'resolve', scope, { thread, resolved }) }
    },
  })
}

function aboutOf(ledger: Ledger, about: Input<'comment.write'>['about']): Body<'comment'>['about'] {
  if (about.kind !== 'words') return about
  const { paragraph, hash, from, to } = about
  const clauses = ledger.paragraph(paragraph).wording?.clauses ?? []
  return { kind: 'words', anchor: { paragraph, hash, from, to, quote: wordingText(clauses).slice(from, to) } }
}

function say(ledger: Ledger, by: Person, number: string, text: string, mentions: CountryCode[] = []): string {
  const about = { kind: 'paragraph' as const, paragraph: idOf(ledger, number) }
  return ledger.sign(by, 'comment', `doc/${DOC}`, { thread: null, about, text, mentions })
}

/** jsdom has none. */
class Ranges extends Set<Range> {
  constructor(...ranges: readonly Range[]) {
    super(ranges)
  }
}

const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')
const sheet = () => document.querySelector<HTMLElement>('#region-review')?.textContent ?? ''
const radios = () => [...(dialog()?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
const chosen = () => radios().find(({ checked }) => checked)?.value
const commentKey = { ctrlKey: true, altKey: true, code: 'KeyM' }

async function write(window_: Mounted, words: string): Promise<void> {
  const area = document.querySelector<HTMLTextAreaElement>('.composer textarea')
  if (area === null) throw new Error('nowhere to write')
  await act(async () => {
    // React watches the property of the element itself; only the prototype's setter passes it by
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area.setSelectionRange(words.length, words.length)
    area.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
  })
  await window_.settle()
}

async function at(window_: Mounted, number: string): Promise<string> {
  const id = idOf(window_.main.ledger, number)
  await act(async () => {
    window_.session.view.go({ paragraph: id })
    await Promise.resolve()
  })
  await window_.settle()
  return id
}

test('[V90] a delegate’s comment begins for the delegation alone; the last audience is kept for the document', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  takesComments(window_)
  const paragraph = await at(window_, '3')
  await window_.key(document.body, 'm', commentKey)
  expect(chosen()).toBe('delegation')
  expect(dialog()?.textContent).toContain('Lo lee sólo la delegación de Colombia.')
  expect(isDisabled(window_.button(/^Enviar$/))).toBe(true)
  await write(window_, 'Consultar con cancillería.')
  await window_.press(window_.button(/^Enviar$/))
  expect(asked(window_, 'comment.write')[0]?.input).toMatchObject({
    audience: 'delegation',
    about: { kind: 'paragraph', paragraph },
    mentions: [],
  })
  expect(sheet()).toContain('Sólo Colombia')
  expect(sheet()).toContain('Colombia (Punto Focal)')
  expect(sheet()).toContain('Consultar con cancillería.')

  await window_.key(document.body, 'm', commentKey)
  const all = radios().find(({ value }) => value === 'all')
  if (all === undefined) throw new Error('no such audience')
  await window_.press(all)
  expect(dialog()?.textContent).toContain('Lo leen las doce delegaciones')
  await window_.press(window_.button(/^Cancelar$/))
  await window_.key(document.body, 'm', commentKey)
  expect(chosen()).toBe('all')
  await window_.close()
})

test('[V90.a] an observer writes in the observers’ channel and sees no other audience', async () => {
  const window_ = await mount(play('drafting'), ['observer'])
  takesComments(window_)
  await window_.press(window_.button(/^Comentarios/))
  await window_.press(window_.button(/^Comentar…/))
  expect(radios()).toEqual([])
  expect(dialog()?.querySelectorAll('.audience')).toHaveLength(1)
  expect(dialog()?.textContent).toContain('Canal de observadores')
  await write(window_, 'Un aporte.')
  await window_.press(window_.button(/^Enviar$/))
  expect(asked(window_, 'comment.write')[0]?.input).toMatchObject({ audience: 'observers' })
  expect(sheet()).toContain('Observatorio Regional (Observador')
  expect(() => window_.button(/^Marcar resuelto$/)).toThrow()
  await window_.close()
})

test('[V91] a comment on selected words quotes them, and says when they have changed', async () => {
  Object.assign(globalThis, { Highlight: Ranges })
  const window_ = await mount(play('negotiation'), ['CO'])
  takesComments(window_)
  const { ledger } = window_.main
  const id = await at(window_, '2')
  const [, second = ''] = wordingText(ledger.paragraph(id).wording?.clauses ?? []).split(' ')
  const walker = document.createTreeWalker(
    document.querySelector(`#p-${id} .wording`) ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  let node = walker.nextNode()
  while (node !== null && !(node.nodeValue ?? '').includes(second)) node = walker.nextNode()
  const from = node?.nodeValue?.indexOf(second) ?? -1
  if (node === null || from < 0) throw new Error(`no ${second}`)
  document.getSelection()?.setBaseAndExtent(node, from, node, from + second.length)
  await window_.key(document.body, 'm', commentKey)
  expect(dialog()?.textContent).toContain(`Sobre «${second}»`)
  await write(window_, 'Mejor otra palabra.')
  await window_.press(window_.button(/^Enviar$/))
  const quote = () => document.querySelector('.thread-quote')?.textContent
  expect(quote()).toBe(second)
  expect(sheet()).not.toContain('Las palabras cambiaron')
  const marked: unknown = CSS.highlights.get('commented')
  expect(marked instanceof Ranges ? [...marked].map(String) : null).toEqual([second])

  await act(async () => {
    ledger.incorporate('PPT', id, (words) => words.replace(second, 'otra'))
    await Promise.resolve()
  })
  await window_.settle()
  expect(quote()).toBe(second)
  expect(sheet()).toContain('Las palabras cambiaron')
  await window_.close()
})

test('[V91.b] words are chosen by keyboard in the dialog, and the whole paragraph again', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  const id = await at(window_, '2')
  await window_.key(document.body, 'm', commentKey)
  const area = dialog()?.querySelector<HTMLTextAreaElement>('.comment-wording')
  if (area === null || area === undefined) throw new Error('no words to choose from')
  expect(area.value).toBe(wordingText(window_.main.ledger.paragraph(id).wording?.clauses ?? []))
  area.focus()
  area.setSelectionRange(0, area.value.indexOf(' ') + 1)
  await window_.key(area, 'ArrowRight', { shiftKey: true })
  const [verb = ''] = area.value.split(' ')
  expect(dialog()?.textContent).toContain(`Sobre «${verb}»`)
  await window_.press(window_.button(/^El párrafo entero$/))
  expect(dialog()?.textContent).toContain('Sobre el párrafo entero')
  await window_.close()
})

test('[V92] a mention is chosen by keyboard, and only from those who will read it', async () => {
  const window_ = await mount(play('negotiation'), ['CO'])
  takesComments(window_)
  await at(window_, '3')
  await window_.key(document.body, 'm', commentKey)
  await write(window_, 'Ver @per')
  expect(document.querySelector('[role=listbox]')).toBeNull()
  const all = radios().find(({ value }) => value === 'all')
  if (all === undefined) throw new Error('no such audience')
  await window_.press(all)
  await write(window_, 'Ver @p')
  const options = () => [...document.querySelectorAll('.mention-offer')].map(({ textContent }) => textContent)
  expect(options()).toEqual(['PY Paraguay', 'PE Perú'])
  const area = document.querySelector('.composer textarea') ?? document.body
  await window_.key(area, 'ArrowDown')
  await window_.key(area, 'Enter')
  expect(area).toHaveProperty('value', 'Ver @PE ')
  await window_.key(area, 'Enter', { ctrlKey: true })
  expect(asked(window_, 'comment.write')[0]?.input).toMatchObject({ text: 'Ver @PE', mentions: ['PE'] })
  expect(document.querySelector('.mention')?.textContent).toBe('@Perú')
  await window_.close()
})

test('[V92.a] the delegation that is mentioned is told as it comes, and the tab counts it until it answers', async () => {
  const ledger = play('negotiation')
  say(ledger, 'PE', '3', 'Ya lo dijimos, @CO.', ['CO'])
  const window_ = await mount(ledger, ['CO'])
  takesComments(window_)
  const tab = () => document.querySelector('.tab-count .unseen')?.textContent
  const told = () => document.querySelector('.notices')?.textContent ?? ''
  expect(tab()).toBe('1 mención sin responder')
  expect(told()).toBe('')
  await act(async () => {
    say(ledger, 'AR', '2', '¿Y @CO?', ['CO'])
    say(ledger, 'AR', '2', 'Sólo @PE.', ['PE'])
    await Promise.resolve()
  })
  await window_.settle()
  expect(told()).toBe('Argentina mencionó a su delegación en un comentario.')
  expect(tab()).toBe('2 menciones sin responder')

  await at(window_, '2')
  await window_.press(window_.button(/^2 comentarios abiertos$/))
  expect(sheet()).toContain('Espera su respuesta')
  await window_.press(window_.button(/^Sólo abiertos$/))
  await window_.press(window_.button(/^Nos mencionan \(2\)$/))
  expect(sheet()).not.toContain('Sólo @')
  await window_.press(window_.button(/^Responder$/))
  await write(window_, 'De acuerdo.')
  await window_.press(window_.button(/^Enviar$/))
  expect(asked(window_, 'comment.write')[0]?.input).toMatchObject({ audience: 'all' })
  expect(sheet()).not.toContain('Espera su respuesta')
  expect(tab()).toBe('1 mención sin responder')
  await window_.close()
})

test('[V93] a resolved thread is kept, folded, and opened again', async () => {
  const ledger = play('negotiation')
  say(ledger, 'PE', '3', 'Falta una coma.')
  const window_ = await mount(ledger, ['PPT'])
  takesComments(window_)
  await at(window_, '3')
  await window_.press(window_.button(/^1 comentario abierto$/))
  expect(sheet()).toContain('Perú (Punto Focal)')
  await window_.press(window_.button(/^Marcar resuelto$/))
  expect(sheet()).not.toContain('Falta una coma.')
  expect(() => window_.button(/^1 comentario abierto$/)).toThrow()
  const folded = window_.button(/^Resuelto por Presidencia \(Chile\) · 1 comentario$/)
  expect(folded.getAttribute('aria-expanded')).toBe('false')
  await window_.press(folded)
  expect(sheet()).toContain('Falta una coma.')
  await window_.press(window_.button(/^Reabrir$/))
  expect(sheet()).not.toContain('Resuelto por')
  await window_.close()
})
