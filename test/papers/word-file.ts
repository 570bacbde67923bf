/** Word files made by hand, so that tests can say exactly what is in them. */
import { zipSync } from 'fflate'

const utf8 = (text: string) => new TextEncoder().encode(text)
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export interface WordParagraph {
  readonly text: string
  readonly style?: string
  readonly list?: { readonly level: number; readonly ordered: boolean }
  /** Body of a footnote whose reference stands at the end. */
  readonly note?: string
  /** Words inserted with tracked changes at the end, and words deleted. */
  readonly inserted?: string
  readonly deleted?: string
}

function paragraphXml(paragraph: WordParagraph, note: number): string {
  const { text, style, list, inserted, deleted } = paragraph
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    list === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${String(list.level)}"/><w:numId w:val="${list.ordered ? '1' : '2'}"/></w:numPr>`,
  ].join('')
  const change = 'w:id="1" w:author="x" w:date="2022-03-01T00:00:00Z"'
  return [
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`,
    inserted === undefined
      ? ''
      : `<w:ins ${change}><w:r><w:t xml:space="preserve">${escape(inserted)}</w:t></w:r></w:ins>`,
    deleted === undefined
      ? ''
      : `<w:del ${change}><w:r><w:delText>${escape(deleted)}</w:delText></w:r></w:del>`,
    paragraph.note === undefined ? '' : `<w:r><w:footnoteReference w:id="${String(note)}"/></w:r>`,
    '</w:p>',
  ].join('')
}

const levels = (format: string) =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${String(level)}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')

/** The parts of a Word file, to be changed by a test before `zipped`. */
export function wordParts(paragraphs: readonly WordParagraph[]): Record<string, Uint8Array> {
  const body = paragraphs.map((paragraph, at) => paragraphXml(paragraph, at + 10)).join('')
  const notes = paragraphs.flatMap(({ note }, at) =>
    note === undefined
      ? []
      : [
          `<w:footnote w:id="${String(at + 10)}"><w:p><w:r><w:t>${escape(note)}</w:t></w:r></w:p></w:footnote>`,
        ],
  )
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const override = (part: string, type: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  return {
    '[Content_Types].xml': utf8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('numbering', 'numbering')}${override('styles', 'styles')}${override('footnotes', 'footnotes')}</Types>`,
    ),
    '_rels/.rels': utf8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    'word/_rels/document.xml.rels': utf8(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'numbering', 'numbering.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'footnotes', 'footnotes.xml')}</Relationships>`,
    ),
    'word/document.xml': utf8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
    'word/footnotes.xml': utf8(`<w:footnotes xmlns:w="${W}">${notes.join('')}</w:footnotes>`),
    'word/numbering.xml': utf8(
      `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    ),
    'word/styles.xml': utf8(
      `<w:styles xmlns:w="${W}">${style('Title', 'Title')}${style('Heading1', 'heading 1')}</w:styles>`,
    ),
  }
}

export const zipped = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts)
export const wordFile = (...paragraphs: readonly (string | WordParagraph)[]): Uint8Array =>
  zipped(wordParts(paragraphs.map((each) => (typeof each === 'string' ? { text: each } : each))))
