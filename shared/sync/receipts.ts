/**
 * The relay's signed word that it holds an act durably since a moment of its own clock (rule 31).
 * Receipts of a conference form a chain, so that a relay which tells two members different stories, or
 * takes back what it said, is found out by whoever compares.
 */
import { fromBase64url, toBase64url, toUtf8 } from '#shared/acts/bytes.ts'
import { canonicalJson } from '#shared/acts/canonical.ts'
import { preAuthentication, type Crypto } from '#shared/acts/envelope.ts'
import type { Receipt } from './protocol.ts'

const RECEIPT_TYPE = 'application/vnd.consenso.receipt.v1+json'
/** What the first receipt of a conference names as the one before. */
export const NO_RECEIPT = '0'.repeat(64)

export type ReceiptFields = Omit<Receipt, 's'>

const signedBytes = (conf: string, { of, n, prev, received }: ReceiptFields): Uint8Array =>
  preAuthentication(RECEIPT_TYPE, toUtf8(canonicalJson({ conf, of, n, prev, received })))

export function makeReceipt(
  conf: string,
  fields: ReceiptFields,
  sign: (message: Uint8Array) => Uint8Array,
): Receipt {
  return { ...fields, s: toBase64url(sign(signedBytes(conf, fields))) }
}

export function verifyReceipt(conf: string, receipt: Receipt, relayKey: string, crypto: Crypto): boolean {
  const key = fromBase64url(relayKey)
  const signature = fromBase64url(receipt.s)
  return key !== null && signature !== null && crypto.verify(key, signedBytes(conf, receipt), signature)
}

/** What the next receipt names in `prev`. */
export const receiptHash = (conf: string, receipt: ReceiptFields, crypto: Pick<Crypto, 'sha256'>): string =>
  crypto.sha256(signedBytes(conf, receipt))

/**
 * Places where the chain contradicts itself. A member sees only the receipts of scopes it may read, so
 * missing numbers are no fault; neighbours that do not fit, and two receipts of one number, are.
 */
export function brokenLinks(
  conf: string,
  receipts: readonly Receipt[],
  crypto: Pick<Crypto, 'sha256'>,
): number[] {
  const byNumber = new Map<number, Receipt>()
  const broken = new Set<number>()
  for (const receipt of receipts) {
    const other = byNumber.get(receipt.n)
    if (other !== undefined && receiptHash(conf, other, crypto) !== receiptHash(conf, receipt, crypto)) {
      broken.add(receipt.n)
    }
    byNumber.set(receipt.n, receipt)
  }
  for (const receipt of byNumber.values()) {
    const before = byNumber.get(receipt.n - 1)
    const expected = receipt.n === 0 ? NO_RECEIPT : before && receiptHash(conf, before, crypto)
    if (expected !== undefined && receipt.prev !== expected) broken.add(receipt.n)
  }
  return [...broken].sort((a, b) => a - b)
}
