/** Answers of main for calls that the conference in memory does not know: the wire, nothing of ours. */
import type { CallName, Failure, Input, Output, Reply } from '#shared/ipc/contract.ts'
import type { Mounted } from './mount.tsx'

export type Answers = { readonly [K in CallName]?: (input: Input<K>) => Output<K> | Failure }

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value

/** From now on these calls are answered so; every call is noted as before. */
export function answer({ main }: Mounted, answers: Answers): void {
  const call = main.call.bind(main)
  const table: Readonly<Record<string, ((input: never) => unknown) | undefined>> = answers
  Object.assign(main, {
    call: async <K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> => {
      const handler = table[name]
      if (handler === undefined) return call(name, input)
      await Promise.resolve()
      main.asked.push({ name, input })
      const value = handler(input as never) // a table by name loses which input goes with which
      if (isFailure(value)) return { ok: false, error: value }
      return { ok: true, value: value as Output<K> } // likewise
    },
  })
}

export const asked = ({ main }: Mounted, name: CallName) => main.asked.filter((call) => call.name === name)
