/** SHA-256 where Node's crypto cannot be: the window and the core. 64 lower-case hex digits. */
import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

export const sha256Hex = (utf8: string): string => toHexString(digest(encodeUtf8(utf8)))
export const sha256Bytes = (bytes: Uint8Array): string => toHexString(digest(bytes))
