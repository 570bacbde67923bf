/** Expected failures are values: a code for the program and a message id for the person. Bugs throw. */
import type { Failure } from '#shared/ipc/contract.ts'

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const failed = (
  code: Failure['code'],
  message: string,
  values: Failure['values'] = {},
): { readonly ok: false; readonly error: Failure } => ({ ok: false, error: { code, message, values } })

export const notHere = failed('notFound', 'failure.notFound')
export const notSaved = failed('storage', 'failure.storage')
