/** Who reads what is written, in words, with a sign and a colour each, so that nobody writes to the wrong readers. */
import { Eye, Landmark, Lock, Users, type LucideIcon } from 'lucide-react'
import type { Audience } from '#shared/acts/negotiation-state.ts'
import type { UiLanguage } from '#shared/domain/language.ts'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { Translator } from '#shared/i18n/format.ts'
import type { AudienceKind } from '#renderer/session/threads.ts'
import { country } from '#renderer/i18n/names.ts'

export const AUDIENCE_ICONS: Readonly<Record<AudienceKind, LucideIcon>> = {
  delegation: Lock,
  audience: Landmark,
  bureau: Landmark,
  all: Users,
  observers: Eye,
}

const WORDS = {
  delegation: 'comments.audience.delegation',
  audience: 'comments.audience.audience',
  bureau: 'comments.audience.bureau',
  all: 'comments.audience.all',
  observers: 'comments.audience.observers',
} as const satisfies Record<AudienceKind, MessageId>

const READERS = {
  delegation: 'comments.readers.delegation',
  audience: 'comments.readers.audience',
  bureau: 'comments.readers.bureau',
  all: 'comments.readers.all',
  observers: 'comments.readers.observers',
} as const satisfies Record<AudienceKind, MessageId>

const nameIn = (audience: Audience, language: UiLanguage): string =>
  'country' in audience ? country(audience.country, language) : ''

/** `Sólo Colombia`, `Todas las delegaciones`. */
export const audienceWords = (audience: Audience, language: UiLanguage, text: Translator): string =>
  text(WORDS[audience.kind], { country: nameIn(audience, language) })

/** Who they are, in a sentence. */
export const readersWords = (audience: Audience, language: UiLanguage, text: Translator): string =>
  text(READERS[audience.kind], { country: nameIn(audience, language) })
