/**
 * What a paper says, before anybody decides how it looks: neutral blocks for PDF, Word or HTML. Plain values
 * only, so that they can be handed to another process as JSON.
 */
import type { CountryCode } from '#shared/domain/country.ts'
import type { TextLanguage, UiLanguage } from '#shared/domain/language.ts'

export interface TextRun {
  readonly kind: 'text'
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** https or mailto address, else null. */
  readonly link: string | null
}

export type PrintRun =
  TextRun | { readonly kind: 'break' } | { readonly kind: 'note'; readonly runs: readonly PrintRun[] }

export interface Line {
  readonly level: 0 | 1 | 2 | 3
  /** `a)`, `i)`; empty for the first line. */
  readonly label: string
  readonly runs: readonly PrintRun[]
}

export type BlockKind = 'title' | 'heading' | 'chapeau' | 'preambular' | 'operative' | 'text' | 'signature'

export interface Block {
  readonly paragraph: string
  readonly kind: BlockKind
  /** Official number, `PP3` or `7 bis`; empty where the layout gives none. */
  readonly number: string
  /**
   * "Open", with "alternative 2" where a paragraph has several wordings and none of them holds: each is a block
   * of its own, never run together.
   */
  readonly mark: string | null
  readonly lines: readonly Line[]
}

export interface Reservation {
  readonly country: CountryCode
  readonly name: string
  readonly items: readonly { readonly where: string; readonly reason: string }[]
}

export interface FinalPaper {
  readonly v: 1
  /** Language of what is printed around the text, and that of the text itself (BCP 47). */
  readonly language: UiLanguage
  readonly textLanguage: TextLanguage
  readonly conference: string
  readonly motto: string
  readonly author: string
  readonly title: string
  readonly symbol: string
  readonly status: string
  /** "Draft", on every page; null on a final text. */
  readonly draftMark: string | null
  /** ISO date of the round; the paper's only date. */
  readonly date: string | null
  readonly dateLine: string | null
  readonly original: string
  readonly blocks: readonly Block[]
  readonly parties: { readonly heading: string; readonly names: readonly string[] }
  readonly reservations: { readonly heading: string; readonly by: readonly Reservation[] }
  readonly record: { readonly heading: string; readonly text: string; readonly fingerprint: string }
  /** With `{page}` and `{pages}` to be filled in. */
  readonly pageOf: string
}

export interface OpenParagraph {
  readonly paragraph: string
  readonly number: string
  /** Its first words. */
  readonly quote: string
}
