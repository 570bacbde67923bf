/** From the zero draft to the text that the drafting group leaves: live, offline, killed, and back. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invite, type Cast } from './cast.ts'
import {
  answerFileDialogs,
  button,
  choose,
  dialog,
  editor,
  goOffline,
  goOnline,
  isSynced,
  moveStage,
  neverSees,
  openDocument,
  option,
  page,
  placeCaret,
  sees,
  typeAfter,
  type Desk,
} from './desk.ts'
import type { Logbook } from './logbook.ts'
import { FIRST_OPERATIVE, TITLE, zeroDraft } from './zero-draft.ts'

const FROM_ARGENTINA = ', abierto a los gobiernos locales'
const FROM_PERU = ', con enfoque de género'
const FROM_PERU_OFFLINE = ' y verificables'
const FROM_ARGENTINA_MEANWHILE = ' y abiertas'

export async function playDrafting(cast: Cast, record: Logbook, folder: string): Promise<void> {
  const chile = await cast.open('chile')
  const argentina = await cast.open('argentina')
  let peru = await cast.open('peru')

  await record.step('Three delegations open the conference', cast.all, async (assert) => {
    for (const desk of cast.all()) {
      await assert(`${desk.name} is in step with the relay`, () => isSynced(desk))
    }
  })

  await record.step('The Chair imports a zero draft', cast.all, async (assert) => {
    const file = join(folder, 'borrador-cero.txt')
    await writeFile(file, zeroDraft)
    await answerFileDialogs(chile, file)
    await choose(chile, button(chile, 'Más acciones'), /Importar un borrador/)
    await dialog(chile)
      .getByRole('button', { name: /Elegir/ })
      .click()
    await assert('its clauses and their kinds are recognised', () =>
      sees(chile, page(chile).getByRole('option', { name: /Párrafo dispositivo.*Acuerdan fortalecer/ })),
    )
    await dialog(chile).getByRole('button', { name: 'Continuar' }).click()
    await dialog(chile).getByRole('button', { name: 'Todas' }).click()
    await dialog(chile).getByRole('button', { name: 'Crear el documento' }).click()
    await assert('the document is there', () => openDocument(chile, TITLE))
    await assert('with its words', () => sees(chile, editor(chile).getByText(FIRST_OPERATIVE)))
  })

  await record.step('The Chair opens joint drafting', cast.all, async (assert) => {
    await moveStage(chile, 'Abrir redacción conjunta…', 'Abrir redacción conjunta')
    for (const desk of [argentina, peru]) {
      await openDocument(desk, TITLE)
      await assert(`${desk.name} can write`, () => sees(desk, editor(desk).getByText(FIRST_OPERATIVE)))
    }
  })

  await record.step('Delegations write in the same text, live', cast.all, async (assert) => {
    await typeAfter(argentina, FIRST_OPERATIVE, FROM_ARGENTINA)
    await assert('Peru sees Argentina’s words', () => sees(peru, editor(peru).getByText(FROM_ARGENTINA)))
    await assert('and Argentina’s caret', () => sees(peru, page(peru).locator('[data-country="AR"]').first()))
    await typeAfter(peru, 'cooperación regional', FROM_PERU)
    await assert('the Chair sees Peru’s words', () => sees(chile, editor(chile).getByText(FROM_PERU)))
    for (const desk of [argentina, peru]) await assert(`${desk.name} is acknowledged`, () => isSynced(desk))
  })

  await record.step('Peru goes on without a network', cast.all, async (assert) => {
    await goOffline(peru)
    await typeAfter(peru, 'estadísticas migratorias comparables', FROM_PERU_OFFLINE)
    await assert('the window says what is not sent', () => sees(peru, /Sin conexión · .* en este equipo/))
    await typeAfter(argentina, 'estadísticas migratorias', FROM_ARGENTINA_MEANWHILE)
    await assert('the Chair sees Argentina’s words', () =>
      sees(chile, editor(chile).getByText(FROM_ARGENTINA_MEANWHILE)),
    )
    await assert('and not yet Peru’s', () => neverSees(editor(chile).getByText(FROM_PERU_OFFLINE)))
  })

  await record.step(
    'Peru’s computer loses power, and starts again without a network',
    cast.all,
    async (assert) => {
      await peru.app.kill()
      peru = await cast.open('peru')
      await openDocument(peru, TITLE)
      await assert('it is still offline', () => sees(peru, /Sin conexión/))
      await assert('everything it wrote is there', () =>
        sees(peru, editor(peru).getByText(FROM_PERU_OFFLINE)),
      )
    },
  )

  await record.step('Peru returns', cast.all, async (assert) => {
    await goOnline(peru)
    for (const desk of [chile, argentina, peru]) {
      await assert(`${desk.name} has both sides’ words`, async () => {
        await sees(desk, editor(desk).getByText(FROM_PERU_OFFLINE))
        await sees(desk, editor(desk).getByText(FROM_ARGENTINA_MEANWHILE))
      })
      await assert(`${desk.name} is acknowledged`, () => isSynced(desk))
    }
  })

  await joining(cast, record)
  await undoTouchesOnlyOwnWords(cast, record, chile, argentina)
}

async function joining(cast: Cast, record: Logbook): Promise<void> {
  const secretaria = await cast.open('secretaria')
  const uruguay = await cast.open('uruguay')
  await record.step('A delegation joins and the Secretariat approves it', cast.all, async (assert) => {
    if (await page(uruguay).getByLabel('Frase de paso').first().isVisible()) await protect(uruguay)
    await page(uruguay)
      .getByRole('textbox', { name: 'Invitación' })
      .fill(await invite(cast.sampleDir))
    await assert('the invitation says for whom it is', () => sees(uruguay, /Uruguay/))
    await page(uruguay)
      .getByRole('textbox', { name: /Oficina/ })
      .fill('Dirección de Asuntos Consulares')
    await button(uruguay, 'Unirse').click()
    await assert('it waits for the Secretariat', () => sees(uruguay, 'Solicitud enviada'))
    await choose(secretaria, button(secretaria, 'Más acciones'), /Solicitudes de ingreso/)
    await option(dialog(secretaria), /La huella coincide/)
      .first()
      .click()
    await dialog(secretaria)
      .getByRole('button', { name: /^Aprobar/ })
      .first()
      .click()
    await button(uruguay, 'Entrar en la conferencia').click()
    await assert('Uruguay enters and sees the documents', () => sees(uruguay, TITLE))
    await page(secretaria).keyboard.press('Escape')
  })
}

/** A device without a keyring asks for a passphrase the first time. */
async function protect(desk: Desk): Promise<void> {
  const words = 'cuatro palabras para probar'
  for (const field of await page(desk).locator('input[type="password"]').all()) await field.fill(words)
  await page(desk).keyboard.press('Enter')
}

async function undoTouchesOnlyOwnWords(
  cast: Cast,
  record: Logbook,
  chile: Desk,
  argentina: Desk,
): Promise<void> {
  await record.step('Undo takes back one’s own words only', cast.all, async (assert) => {
    await placeCaret(chile, 'seguimiento')
    await page(chile).keyboard.type(' oportuno', { delay: 5 })
    await assert('Argentina sees the words', () => sees(argentina, editor(argentina).getByText(' oportuno')))
    await page(chile).keyboard.press('Control+z')
    await assert('they are gone', () =>
      editor(argentina).getByText(' oportuno').waitFor({ state: 'detached' }),
    )
    await assert('Argentina’s words stay', () => sees(chile, editor(chile).getByText(FROM_ARGENTINA)))
  })
}
