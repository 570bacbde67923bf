/**
 * WebSocket frames written by the relay itself: many messages in one buffer, so that each member
 * gets one write per batch. Server to client frames are not masked (RFC 6455, 5.1), so the same
 * bytes serve everybody.
 */
const BINARY_FINAL = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

const headerBytes = (length: number): number => (length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10)

export function binaryFrames(messages: readonly Uint8Array[]): Buffer {
  let total = 0
  for (const message of messages) total += headerBytes(message.length) + message.length
  const out = Buffer.allocUnsafe(total)
  let at = 0
  for (const message of messages) {
    at = writeHeader(out, at, message.length)
    out.set(message, at)
    at += message.length
  }
  return out
}

function writeHeader(out: Buffer, at: number, length: number): number {
  out[at] = BINARY_FINAL
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
