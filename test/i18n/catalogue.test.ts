import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import { messages } from '#shared/i18n/catalogue.ts'
import { differences } from './compare.ts'

const messagesFile = z.record(z.string(), z.string())

describe('the catalogues', () => {
  it.each(['pt', 'en'] as const)('in %s have the ids and arguments of the Spanish source', (language) => {
    expect(differences(messages('es'), messages(language))).toEqual([])
  })

  it('have no empty text in the source', () => {
    expect(differences(messages('es'), messages('es'))).toEqual([])
  })

  it.each(UI_LANGUAGES)('in %s give each id in one area only', (language) => {
    const folder = join('shared', 'i18n', 'messages', language)
    const ids = readdirSync(folder).flatMap((file) =>
      Object.keys(messagesFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
    )
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect([...ids].sort()).toEqual(Object.keys(messages(language)).sort())
  })

  it('are found out when an id, an argument or a text is missing (negative control)', () => {
    const source = { a: '{n, plural, one {# acto} other {# actos}}', b: 'Hola, {name}', c: 'Texto', d: 'Más' }
    const other = { a: '{n, plural, one {# act} other {acts}}', b: 'Hello, {who}', c: ' ', e: 'New' }
    expect(differences(source, other)).toEqual([
      'd is missing',
      'b has who:argument for name:argument',
      'c is empty',
      'e is not in the source',
    ])
  })
})
