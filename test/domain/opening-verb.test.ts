import { describe, expect, it } from 'vitest'
import { openingVerb } from '#shared/domain/opening-verb.ts'

/** Preambular openings in Spanish, Portuguese and English. */
// prettier-ignore
const PREAMBULAR: readonly (readonly [string, string, string])[] = [
  ['Recordando', 'Recordando', 'Recalling'],
  ['REAFIRMANDO', 'REAFIRMANDO', 'REAFFIRMING'],
  ['Reiterando', 'Reiterando', 'Reiterating'],
  ['Reconociendo', 'Reconhecendo', 'Acknowledging'],
  ['Observando con preocupación', 'Observando com preocupação', 'Noting with concern'],
  ['Poniendo de relieve', 'Enfatizando', 'Emphasizing'],
  ['Destacando también', 'Destacando também', 'Stressing also'],
  ['Tomando nota', 'Tomando nota', 'Taking note'],
  ['Teniendo en cuenta', 'Tendo em conta', 'Taking into account'],
  ['Considerando que', 'Considerando que', 'Whereas'],
  ['Acogiendo con beneplácito', 'Acolhendo com satisfação', 'Welcoming'],
  ['Convencidos de que', 'Convencidos de que', 'Convinced that'],
  ['Conscientes de', 'Conscientes de', 'Mindful of'],
  ['Profundamente preocupados por', 'Profundamente preocupados com', 'Deeply concerned about'],
  ['Habiendo examinado', 'Havendo examinado', 'Having considered'],
  ['Congratulándose por', 'Congratulando-se por', 'Commending'],
]

/** Operative openings; the plural is the form of the Conference's declarations. */
// prettier-ignore
const OPERATIVE: readonly (readonly [string, string, string])[] = [
  ['Decide', 'Decide', 'Decides'],
  ['Acuerdan', 'Acordam', 'Agree'],
  ['Se comprometen a', 'Comprometem-se a', 'Commit to'],
  ['Nos comprometemos a', 'Comprometemo-nos a', 'We commit to'],
  ['SOLICITA', 'SOLICITA', 'REQUESTS'],
  ['Exhortan', 'Exortam', 'Call upon'],
  ['Insta encarecidamente', 'Insta encarecidamente', 'Strongly urges'],
  ['Recomienda', 'Recomenda', 'Recommends'],
  ['Invitan', 'Convidam', 'Invite'],
  ['Alienta', 'Encoraja', 'Encourages'],
  ['Hace suyo', 'Faz seu', 'Endorses'],
  ['Reafirman', 'Reafirmam', 'Reaffirm'],
  ['Reconocemos', 'Reconhecemos', 'We recognize'],
  ['Ponen de relieve', 'Enfatizam', 'Stress'],
  ['Toman nota', 'Tomam nota', 'Take note'],
  ['Expresan su preocupación', 'Expressam sua preocupação', 'Express concern'],
  ['También agradecen', 'Também agradecem', 'Also thank'],
  ['Saludan con beneplácito', 'Saúdam com satisfação', 'Welcome'],
]

describe('the opening verb', () => {
  it.each(PREAMBULAR)(
    '[R12.a] of a preambular paragraph is a gerund, participle or adjective: %s, %s, %s',
    (es, pt, en) => {
      expect([openingVerb(es, 'es'), openingVerb(pt, 'pt'), openingVerb(en, 'en')]).toEqual(
        Array(3).fill('preambular'),
      )
    },
  )

  it.each(OPERATIVE)(
    '[R12.a] of an operative paragraph is in the present indicative: %s, %s, %s',
    (es, pt, en) => {
      expect([openingVerb(es, 'es'), openingVerb(pt, 'pt'), openingVerb(en, 'en')]).toEqual(
        Array(3).fill('operative'),
      )
    },
  )

  it.each([
    ['1. Solicita a la Secretaría Técnica', 'operative'],
    ['12.– Deciden crear', 'operative'],
    ['PP3 Recordando la Declaración', 'preambular'],
    ['a) Invita a los Países Miembros', 'operative'],
    ['• «Reafirmando»', 'preambular'],
  ])('[R12.a] is found past numbers, labels and bullets: %s', (text, part) => {
    expect(openingVerb(text, 'es')).toBe(part)
  })

  it.each([
    ['Los Países Miembros reafirman su compromiso', 'es'],
    ['Cuando las personas migrantes', 'es'],
    ['Fernando', 'es'],
    ['Toma de decisiones', 'es'],
    ['Segundo encontro de pontos focais', 'pt'],
    ['Quando as pessoas migrantes', 'pt'],
    ['During the Conference', 'en'],
    ['Developing countries', 'en'],
    ['The Conference decides', 'en'],
    ['', 'es'],
    ['17', 'es'],
    ['Recordando', 'quy'],
  ])(
    '[R12.b] is not guessed where there is none, nor in a language whose verbs are unknown: "%s" (%s)',
    (text, language) => {
      expect(openingVerb(text, language)).toBeNull()
    },
  )

  it('[R12.a] is read in the language of the text whatever its region', () => {
    expect(openingVerb('Recalling', 'en-GB')).toBe('preambular')
    expect(openingVerb('Acordam', 'pt-BR')).toBe('operative')
  })
})
