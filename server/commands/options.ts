/** A mistake of whoever typed the command. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new CommandError(`${name} is missing`)
  return value
}
