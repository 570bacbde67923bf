// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { entries } from '#main/sample/entries.ts'
import { troikaTerms } from '#renderer/features/conference/troika-terms.ts'
import { formatPeriod } from '#renderer/i18n/period.ts'
import { play } from './harness/scenes.ts'
import { mount, type Mounted } from './mount.tsx'
import { dialogText } from './page.ts'

async function openConference(scene: 'full' | 'bare'): Promise<Mounted> {
  const ledger = play('negotiation')
  if (scene === 'full') for (const entry of entries) ledger.sign('ST', 'entry', 'conf', { ...entry })
  const window_ = await mount(ledger, ['observer'])
  await window_.press(window_.button(/^Más acciones$/))
  await window_.press(window_.button(/^La Conferencia$/))
  return window_
}
const section = (name: string) =>
  document.querySelector(`[role=dialog] section[aria-label="${name}"]`) ?? document.createElement('p')
const words = (text: string) => text.replace(/\s/g, ' ')

test('[V14] every member reads what the conference says of itself, section by section', async () => {
  const window_ = await openConference('full')
  expect([...document.querySelectorAll('[role=dialog] :is(h2, h3)')].map((one) => one.textContent)).toEqual([
    'La Conferencia',
    'Presidencia Pro Tempore y Troika',
    'Calendario',
    'Redes de Trabajo',
    'Declaraciones y documentos anteriores',
  ])
  for (const part of [
    'XX Conferencia Suramericana sobre Migraciones',
    'Edición XX',
    'hacia una agenda migratoria',
  ]) {
    expect(dialogText()).toContain(part)
  }
  const turns = [...section('Presidencia Pro Tempore y Troika').querySelectorAll('dl > div')]
  expect(turns.map((turn) => turn.querySelector('strong')?.textContent)).toEqual([
    'Argentina',
    'Chile',
    'Perú',
  ])
  expect(section('Redes de Trabajo').querySelectorAll('li')).toHaveLength(6)
  expect(section('Redes de Trabajo').textContent).toContain('Suramérica Abierta')
  await window_.close()
})

test('[V14.a] calendar and past declarations speak the language of the window, and say what is not there', async () => {
  const window_ = await openConference('full')
  expect(words(section('Calendario').textContent)).toContain('22 de diciembre de 2021')
  expect(section('Calendario').textContent).toContain('por definir')
  const past = section('Declaraciones y documentos anteriores')
  expect(past.textContent.split('texto no cargado')).toHaveLength(past.querySelectorAll('li').length + 1)
  await window_.session.setSettings({ language: 'en' })
  await window_.settle()
  expect(words(section('Calendar').textContent)).toContain('22 December 2021')
  await window_.close()
})

test('a conference without records says so under each heading', async () => {
  const window_ = await openConference('bare')
  expect(dialogText().split('Todavía no hay nada registrado.')).toHaveLength(4)
  await window_.close()
})

test.each([
  ['2022', 'es', '2022'],
  ['2022-03', 'es', 'marzo de 2022'],
  ['2022-03', 'pt', 'março de 2022'],
  ['2022-03', 'en', 'March 2022'],
  ['2021-12-22', 'pt', '22 de dezembro de 2021'],
  ['2022-02/2022-03', 'es', 'febrero–marzo de 2022'],
  ['2022-02/2022-03', 'en', 'February – March 2022'],
  ['2021-12/2022', 'es', 'diciembre de 2021 – 2022'],
  ['segundo semestre', 'es', 'segundo semestre'],
  ['2022-02-30', 'es', '2022-02-30'],
  ['2022-13', 'es', '2022-13'],
] as const)('[V14.a] the date %s in %s reads %s', (given, language, said) => {
  expect(words(formatPeriod(given, language))).toBe(said)
})

test('the Troika has the Presidencies there are, and none before the first has assumed', () => {
  const [ar, cl] = [
    { country: 'AR', conference: 'XIX', from: '2020' },
    { country: 'CL', conference: 'XX', from: null },
  ] as const
  expect(troikaTerms([ar, cl], 'AR').map(({ turn, term }) => [turn, term.country])).toEqual([
    ['now', 'AR'],
    ['next', 'CL'],
  ])
  expect(troikaTerms([cl], null).map(({ turn }) => turn)).toEqual(['next'])
})
