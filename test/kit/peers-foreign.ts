/** Content that this version does not know, and copies of markers, as a newer or a broken client would write. */
import { isFlat, type Seat } from './peers.ts'

export function writeForeign(seat: Seat, newToken: () => string): void {
  if (!isFlat(seat)) throw new Error('foreign content is written into a flat text')
  const { text, doc } = seat
  doc.transact(() => {
    if (text.length === 0) text.insert(0, `${newToken()} ${newToken()}`)
    text.format(3, Math.min(9, text.length - 3), { sparkle: 7, bold: 'heavy' })
    text.insertEmbed(Math.min(6, text.length), { chart: [1, 2] })
    text.format(0, 1, { kind: 'tableRow', rows: 'r1' })
    text.insertEmbed(text.length, { clause: 'zz', v: 2 })
    text.insertEmbed(text.length, { clause: 'yy' }, { level: 'bad', weird: true })
    text.insertEmbed(text.length, { clause: 'c1' }, { level: 2 })
  }, 'elsewhere')
}
