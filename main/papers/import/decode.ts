/**
 * From bytes to text, without guessing: UTF-8 (with or without its mark) or UTF-16 with its mark.
 * A file in another encoding is refused as such; guessing would put wrong letters into a wording.
 */
import { type ImportRefusal, refuse } from './refusal.ts'

export type Decoded = { readonly ok: true; readonly text: string } | ImportRefusal

const starts = (bytes: Uint8Array, ...mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)

/** Many zero bytes on one side only: UTF-16 whose mark is missing. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4_096)
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > length * 0.3 && Math.min(even, odd) < length * 0.05
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8_192)
  let control = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control += 1
  }
  return control > sample.length * 0.02
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return refuse(looksBinary(bytes) && encoding === 'utf-8' ? 'binary' : 'encoding')
  }
}

export function decodeText(bytes: Uint8Array): Decoded {
  if (starts(bytes, 0xff, 0xfe)) return decodeAs('utf-16le', bytes)
  if (starts(bytes, 0xfe, 0xff)) return decodeAs('utf-16be', bytes)
  if (looksLikeUtf16(bytes)) return refuse('encoding')
  if (looksBinary(bytes)) return refuse('binary')
  return decodeAs('utf-8', bytes)
}
