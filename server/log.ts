/** One JSON object a line. Never a wording, a code, a token or a name of a person: ids and counts only. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Log = (event: string, fields?: LogFields) => void

export const createLog =
  (write: (line: string) => void, now: () => Date = () => new Date()): Log =>
  (event, fields = {}) => {
    write(`${JSON.stringify({ at: now().toISOString(), event, ...fields })}\n`)
  }

export const silentLog: Log = () => undefined
