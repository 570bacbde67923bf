/** How much of a foreign file is taken on. Sizes in bytes, times in milliseconds. */
export const MAX_TEXT = 2 * 1024 * 1024
export const MAX_PARAGRAPHS = 5_000
/** A paragraph of a text under negotiation; the relay refuses larger ones. */
export const MAX_PARAGRAPH = 32 * 1024
export const MAX_DOCX = 20 * 1024 * 1024
export const MAX_INFLATED = 50 * 1024 * 1024
export const MAX_RATIO = 100
/** Below this size a high ratio is harmless: short XML files of repeated tags compress well. */
export const RATIO_FLOOR = 1024 * 1024
export const MAX_ENTRIES = 500
export const MAX_PARSE_MS = 10_000
/** What the worker says when it can be given a file. */
export const IMPORT_READY = 'ready'
