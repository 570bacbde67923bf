/**
 * WebSocket frames written by the relay itself: many messages in one buffer, so that each member
 * gets one write per batch. Server to client frames are not masked (RFC 6455, 5.1), so the same
 * bytes serve everybody.
 */
const TEXT_FINAL = 0x81
const BINARY_FINAL = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

const headerBytes = (length: number): number => (length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10)

/** A string becomes a text frame, bytes a binary one. */
export function frames(contents: readonly (Uint8Array | string)[]): Buffer {
  const messages = contents.map((content) => ({
    opcode: typeof content === 'string' ? TEXT_FINAL : BINARY_FINAL,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  }))
  let total = 0
  for (const { bytes } of messages) total += headerBytes(bytes.length) + bytes.length
  const out = Buffer.allocUnsafe(total)
  let at = 0
  for (const { opcode, bytes } of messages) {
    at = writeHeader(out, at, opcode, bytes.length)
    out.set(bytes, at)
    at += bytes.length
  }
  return out
}

function writeHeader(out: Buffer, at: number, opcode: number, length: number): number {
  out[at] = opcode
  if (length < LENGTH_16) {
    out[at + 1] = length
    return at + 2
  }
  if (length < 0x1_0000) {
    out[at + 1] = LENGTH_16
    return out.writeUInt16BE(length, at + 2)
  }
  out[at + 1] = LENGTH_64
  out.writeUInt32BE(Math.floor(length / 0x1_0000_0000), at + 2)
  return out.writeUInt32BE(length >>> 0, at + 6)
}
