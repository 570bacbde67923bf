/** From the opening of negotiation to the last paragraph agreed. */
import type { Cast } from './cast.ts'
import {
  button,
  choose,
  countrySays,
  dialog,
  editor,
  goOffline,
  goOnline,
  isSynced,
  moveStage,
  neverSees,
  openDocument,
  page,
  paragraph,
  placeCaret,
  sees,
  select,
  stageButton,
  takePosition,
  type Desk,
} from './desk.ts'
import type { Logbook } from './logbook.ts'
import { FIRST_OPERATIVE, TITLE } from './zero-draft.ts'

export async function playNegotiation(cast: Cast, record: Logbook): Promise<void> {
  const [chile, argentina, peru] = seats(cast, 'chile', 'argentina', 'peru')
  const asesoria = await cast.open('asesoria')
  const observador = await cast.open('observador')
  await openDocument(asesoria, TITLE)

  await record.step('The Chair fixes who is required and opens negotiation', cast.all, async (assert) => {
    await requirePresent(chile, ['Argentina', 'Chile', 'Perú'])
    await moveStage(chile, 'Abrir negociación…', 'Abrir negociación')
    for (const desk of [chile, argentina, peru, asesoria]) {
      await assert(`${desk.name} sees numbered paragraphs`, () => sees(desk, paragraph(desk, '1')))
      await assert(`${desk.name} has nothing to type into`, () => neverSees(editor(desk)))
    }
  })

  await record.step('An adviser prepares; that is not the country’s position', cast.all, async (assert) => {
    await select(asesoria, '1')
    await takePosition(asesoria, 'Preparar: Objeción', 'Falta el aval del ministerio')
    await assert('it is shown as prepared', () => sees(asesoria, /Posición preparada: Objeción/))
    await select(peru, '1')
    await assert('Peru’s focal point is offered it', () => sees(peru, /Posición preparada: Objeción/))
    await select(argentina, '1')
    await assert('Argentina sees no position of Peru', () =>
      countrySays(argentina, 'Perú', 'Sin pronunciamiento'),
    )
  })

  await record.step('Focal points state their positions', cast.all, async (assert) => {
    await takePosition(argentina, 'De acuerdo')
    await select(chile, '1')
    await takePosition(chile, 'De acuerdo')
    for (const country of ['Argentina', 'Chile']) {
      await assert(`${country} agrees, seen from the Chair`, () => countrySays(chile, country, 'De acuerdo'))
    }
  })

  await record.step('Agreed is refused, with the reason', cast.all, async (assert) => {
    await button(chile, 'Marcar acordado').click()
    await assert('the Chair reads that Peru has said nothing', () =>
      sees(
        chile,
        dialog(chile)
          .getByRole('listitem')
          .filter({ hasText: 'Perú' })
          .filter({ hasText: /sin pronunciamiento/i }),
      ),
    )
    await assert('and that nobody else is in the way', () =>
      neverSees(
        dialog(chile)
          .getByRole('listitem')
          .filter({ hasText: /Argentina|Chile/ }),
      ),
    )
    await dialog(chile).getByRole('button', { name: 'Entendido' }).click()
  })

  await record.step('Peru agrees, and the paragraph is agreed', cast.all, async (assert) => {
    await takePosition(peru, 'De acuerdo')
    await assert('the Chair sees it', () => countrySays(chile, 'Perú', 'De acuerdo'))
    await button(chile, 'Marcar acordado').click()
    await assert('everybody sees it agreed', () =>
      sees(peru, page(peru).getByRole('region', { name: 'Párrafo 1, Acordado' })),
    )
  })

  await record.step('An incorporation into an agreed paragraph has no effect', cast.all, async (assert) => {
    await rewrite(chile, 'foro regional', ' permanente')
    await assert('the record says so', async () => {
      await page(chile).getByRole('tab', { name: 'Registro' }).click()
      await sees(chile, /no se había reabierto|no fue reabierto/)
    })
    await page(chile).getByRole('tab', { name: 'Consenso' }).click()
    await assert('the words are as agreed', () => neverSees(paragraph(chile, '1').getByText('permanente')))
    await assert('and still agreed', () =>
      sees(chile, page(chile).getByRole('region', { name: 'Párrafo 1, Acordado' })),
    )
  })

  await record.step('Re-opened, and Peru leaves the network', cast.all, async (assert) => {
    await button(chile, 'Reabrir…').click()
    await dialog(chile).getByRole('textbox').fill('Argentina pide precisar el carácter del foro')
    await dialog(chile).getByRole('button', { name: 'Reabrir', exact: true }).click()
    await assert('Peru sees it open again', () =>
      sees(peru, page(peru).getByRole('region', { name: 'Párrafo 1, Abierto' })),
    )
    await goOffline(peru)
  })

  await record.step('One word changes and the positions lapse', cast.all, async (assert) => {
    await rewrite(chile, 'foro regional', ' permanente')
    await assert('the new word is in the text', () =>
      sees(argentina, paragraph(argentina, '1').getByText(/regional permanente/)),
    )
    await assert('Argentina’s position has lapsed', () => sees(argentina, /De acuerdo \(caducada\)/))
    await assert('with what changed', () => sees(argentina, page(argentina).locator('ins').first()))
  })

  await record.step(
    'A position taken offline on the old wording arrives lapsed',
    cast.all,
    async (assert) => {
      await takePosition(peru, 'De acuerdo ad referéndum')
      await goOnline(peru)
      await isSynced(peru)
      await assert('the Chair sees the new position, and that it has lapsed', () =>
        countrySays(chile, 'Perú', /ad referéndum.*Caducada por cambio de texto/s),
      )
      await assert('Peru is asked to confirm on the new words', () =>
        sees(peru, button(peru, 'Confirmar sobre el nuevo texto')),
      )
    },
  )

  await record.step('Confirmed with one click each, and agreed again', cast.all, async (assert) => {
    for (const desk of [argentina, peru, chile]) {
      await button(desk, 'Confirmar sobre el nuevo texto').click()
      await button(desk, 'Confirmar sobre el nuevo texto').waitFor({ state: 'detached' })
    }
    await countrySays(chile, 'Perú', /De acuerdo/)
    await button(chile, 'Marcar acordado').click()
    await assert('agreed on the new wording', () =>
      sees(argentina, page(argentina).getByRole('region', { name: 'Párrafo 1, Acordado' })),
    )
  })

  await record.step('The observer can do nothing', cast.all, async (assert) => {
    await openDocument(observador, TITLE)
    await assert('the text is not shown', () => neverSees(page(observador).getByText(FIRST_OPERATIVE)))
    await assert('there is no editor', () => neverSees(editor(observador)))
    await assert('no position to take', () => neverSees(button(observador, /^(Pronunciarse|Preparar)$/)))
    await assert('no stage to change', () => neverSees(stageButton(observador)))
  })
}

/** The Chair drafts on the screen, all others watching, and incorporates. */
async function rewrite(chile: Desk, after: string, words: string): Promise<void> {
  await select(chile, '1')
  await button(chile, 'Redactar en pantalla').click()
  const screen = page(chile).getByRole('region', { name: 'Borrador en pantalla' })
  await placeCaret(chile, after, screen.getByRole('textbox').first())
  await page(chile).keyboard.type(words, { delay: 5 })
  await screen.getByRole('button', { name: 'Incorporar al texto' }).click()
  await screen.waitFor({ state: 'detached' })
}

async function requirePresent(chile: Desk, countries: readonly string[]): Promise<void> {
  await choose(chile, stageButton(chile), /^Partes requeridas…/)
  await dialog(chile).getByRole('radio', { name: 'Presentes en la reunión' }).click()
  for (const label of await dialog(chile).locator('label:has([type="checkbox"])').all()) {
    const wanted = countries.includes((await label.innerText()).trim())
    if ((await label.getByRole('checkbox').isChecked()) !== wanted) await label.click()
  }
  await dialog(chile).getByRole('button', { name: 'Fijar partes requeridas' }).click()
}

function seats(cast: Cast, ...names: readonly string[]): Desk[] & { 0: Desk; 1: Desk; 2: Desk } {
  const desks = names.map((name) => cast.all().find((desk) => desk.name === name))
  // as: every seat was opened by the part of the journey before
  return desks as Desk[] & { 0: Desk; 1: Desk; 2: Desk }
}
