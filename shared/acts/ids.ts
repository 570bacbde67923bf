/** What acts, keys, contents and moments are called wherever acts are spoken of. */

/** 64 hex digits: SHA-256 of the pre-authentication encoding of the act. */
export type ActId = string
/** 32 hex digits, see trust: `keyId`. */
export type KeyId = string
/** 64 hex digits. */
export type Sha256 = string
/** ISO 8601 instant. */
export type Instant = string
