import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readClauses } from '#main/papers/import.ts'
import { wordFile, wordParts, zipped } from './word-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const MEGABYTE = 1024 * 1024

async function answerTo(name: string, content: Uint8Array): Promise<string> {
  const read = await readClauses(name, content)
  return read.ok ? 'read' : `${read.message.replace('papers.refused.', '')} ${JSON.stringify(read.values)}`
}

describe('[P2.a] a text is refused', () => {
  test.each([
    ['when it is empty', 'a.txt', new Uint8Array(), 'empty {}'],
    ['when it holds blanks only', 'a.txt', utf8(' \n\t\n\uFEFF'.replace('\uFEFF', '')), 'empty {}'],
    [
      'when it is binary',
      'a.txt',
      Uint8Array.from({ length: 3_000 }, (_, at) => (at * 37) % 256),
      'binary {}',
    ],
    [
      'when it is a picture',
      'a.txt',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
      'binary {}',
    ],
    ['when it is a PDF', 'a.txt', utf8('%PDF-1.7\n'), 'pdf {}'],
    ['when it is Latin-1', 'a.txt', Buffer.from('Declaración de la niñez', 'latin1'), 'encoding {}'],
    ['when it is Latin-1 named Markdown', 'a.md', Buffer.from('# Declaración', 'latin1'), 'encoding {}'],
    [
      'when it is UTF-16 without a mark',
      'a.txt',
      Buffer.from('Declaración de Santiago', 'utf16le'),
      'encoding {}',
    ],
    [
      'when it is UTF-16 cut in the middle',
      'a.txt',
      Buffer.from('\uFEFFAsí', 'utf16le').subarray(0, 7),
      'encoding {}',
    ],
    ['above 2 MB', 'a.txt', utf8('palabra '.repeat(MEGABYTE / 4 + 1)), 'textTooLarge {"megabytes":2}'],
    [
      'above 5,000 paragraphs',
      'a.txt',
      utf8('Uno.\n'.repeat(5_001)),
      'tooManyParagraphs {"count":5001,"limit":5000}',
    ],
    [
      'with a paragraph above 32 KiB',
      'a.txt',
      utf8(`Título\n${'palabra '.repeat(5_000)}`),
      'paragraphTooLong {"paragraph":2}',
    ],
    [
      'with a bidirectional control',
      'a.txt',
      utf8('Uno\nSe acuerda \u202Eotra cosa'),
      'character {"line":2,"code":"U+202E","near":"Se acuerda"}',
    ],
    [
      'with a zero-width space',
      'a.md',
      utf8('Se acuer\u200Bda'),
      'character {"line":1,"code":"U+200B","near":"Se acuer"}',
    ],
  ])('%s', async (_, name, content, expected) => {
    expect(await answerTo(name, content)).toBe(expected)
  })

  test('and 5,000 paragraphs within 2 MB are still read', async () => {
    expect(await answerTo('a.txt', utf8('Uno.\n'.repeat(5_000)))).toBe('read')
  })
})

describe('[P2.b] a Word file is refused', () => {
  const good = wordParts([{ text: 'Declaración' }, { text: 'Deciden cooperar.' }])
  const xml = (name: string, text: string) => zipped({ ...good, [name]: utf8(text) })
  const relation = (type: string) =>
    xml(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://192.0.2.1/x" TargetMode="External"/></Relationships>`,
    )
  const noise = Uint8Array.from({ length: 21 * MEGABYTE }, (_, at) => (at * 2_654_435_761) >>> 13)
  const encrypted = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_016),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(1_024),
  ])
  /** Sets the encryption bit of every entry in the directory. */
  const withPassword = () => {
    const bytes = Buffer.from(zipped(good))
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
      bytes.writeUInt16LE(1, at + 8)
    return bytes
  }
  /** Says in both headers that the document is small. */
  const lyingBomb = () => {
    const bytes = Buffer.from(zipSync({ ...good, 'word/document.xml': strToU8(' '.repeat(60 * MEGABYTE)) }))
    for (const [mark, offset] of [
      ['PK\x01\x02', 24],
      ['PK\x03\x04', 22],
    ] as const) {
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4))
        bytes.writeUInt32LE(100, at + offset)
    }
    return bytes
  }
  const whole = zipped(good)

  test.each([
    [
      'above 20 MB',
      () => zipSync({ ...good, 'word/media/image1.png': [noise, { level: 0 }] }),
      'docxTooLarge {"megabytes":20}',
    ],
    ['cut short', () => whole.subarray(0, whole.length / 2), 'docxDamaged {}'],
    ['that is no archive', () => utf8('esto no es Word'), 'docxDamaged {}'],
    ['whose document is no XML', () => xml('word/document.xml', '<w:document'), 'docxDamaged {}'],
    ['without a document', () => zipSync({ 'a.txt': utf8('hola') }), 'docxDamaged {}'],
    [
      'with bytes overwritten',
      () => whole.map((byte, at) => (at > 40 && at < 400 ? byte ^ 0xff : byte)),
      'docxDamaged {}',
    ],
    ['encrypted by Word', () => encrypted, 'docxEncrypted {}'],
    ['encrypted as an archive', withPassword, 'docxEncrypted {}'],
    ['of the old format', () => Buffer.concat([encrypted.subarray(0, 8), Buffer.alloc(2_000)]), 'oldWord {}'],
    [
      'that inflates a hundredfold',
      () => zipped({ ...good, 'word/document.xml': utf8(`<a>${' '.repeat(8 * MEGABYTE)}</a>`) }),
      'docxBomb {}',
    ],
    ['that lies about its size', lyingBomb, 'docxBomb {}'],
    [
      'with 501 entries',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`x${String(at)}.xml`, utf8('<a/>')])),
        ),
      'docxBomb {}',
    ],
    [
      'with an entry outside its folder',
      () => zipped({ ...good, '../../etc/passwd': utf8('x') }),
      'docxHostile {"what":"entry"}',
    ],
    [
      'with two entries of one name',
      () => zipped({ ...good, 'WORD/document.xml': utf8('<a/>') }),
      'docxHostile {"what":"entry"}',
    ],
    [
      'with a document type',
      () => xml('word/document.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
      'docxHostile {"what":"doctype"}',
    ],
    [
      'with a document type in UTF-16',
      () => zipped({ ...good, 'word/document.xml': Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le') }),
      'docxHostile {"what":"doctype"}',
    ],
    ['with a picture from elsewhere', () => relation('image'), 'docxHostile {"what":"external"}'],
    ['with a template from elsewhere', () => relation('attachedTemplate'), 'docxHostile {"what":"external"}'],
    ['without any words', () => wordFile('', ' '), 'empty {}'],
    [
      'with a private-use character',
      () => wordFile('Se acuer\uE000da'),
      'character {"line":1,"code":"U+E000","near":"Se acuer"}',
    ],
  ])('%s', async (_, make, expected) => {
    expect(await answerTo('a.docx', make())).toBe(expected)
  })

  test('not for a hyperlink, whose words are read', async () => {
    expect(await answerTo('a.docx', relation('hyperlink'))).toBe('read')
  })

  test('and a zip bomb is not saved by another name', async () => {
    const bomb = zipped({ ...good, 'word/document.xml': utf8(' '.repeat(8 * MEGABYTE)) })
    expect(await answerTo('a.txt', bomb)).toBe('docxBomb {}')
  })

  test('when reading takes longer than its limit', async () => {
    const read = await readClauses('a.docx', whole, { limitMs: 1 })
    expect(read).toEqual({ ok: false, message: 'papers.refused.tooSlow', values: { seconds: 0.001 } })
  })
})
