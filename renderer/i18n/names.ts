/** What hats and members are called in the language of the window. */
import type { MemberRecord } from '#shared/acts/state.ts'
import type { CountryCode } from '#shared/domain/country.ts'
import { countryName } from '#shared/domain/country.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import type { Member } from '#shared/domain/role.ts'
import type { Translator } from '#shared/i18n/format.ts'
import { CAPACITY_WORDS } from './words.ts'

export const country = (code: CountryCode, language: UiLanguage): string =>
  countryName(code, language, { form: 'short' })

/** In whose name an act is made: `Presidencia`, `Chile`, `Secretaría Técnica`. */
export function memberName(member: Member, language: UiLanguage, text: Translator): string {
  switch (member.role) {
    case 'delegate':
      return country(member.country, language)
    case 'presidency':
      return text('people.presidency')
    case 'secretariat':
      return text('people.secretariat')
    case 'observer':
    case 'guest':
      return member.organisation
  }
}

/** With the capacity in brackets: `Perú (Punto Focal)`, `Presidencia (Chile)`. */
export function memberTitle(member: Member, language: UiLanguage, text: Translator): string {
  const name = memberName(member, language, text)
  switch (member.role) {
    case 'delegate':
      return text('people.nameWithRole', { name, role: text(CAPACITY_WORDS[member.capacity]) })
    case 'presidency':
      return text('people.nameWithRole', { name, role: country(member.country, language) })
    case 'observer':
      return text('people.nameWithRole', { name, role: text('term.observer') })
    case 'guest':
      return text('people.nameWithRole', { name, role: text('term.specialGuest') })
    case 'secretariat':
      return name
  }
}

export function keyName(record: MemberRecord | undefined, language: UiLanguage, text: Translator): string {
  return record === undefined ? text('people.unknownKey') : memberName(record.member, language, text)
}
