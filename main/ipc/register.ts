/**
 * The border between window and main. A call is answered only for our own page's top frame; its input is
 * parsed before a handler sees it and its output after, so that what is not in the contract (a key, a
 * path, an error's text) cannot leave. Handlers answer with values; what they throw is a bug.
 */
import {
  calls,
  type CallName,
  type Failure,
  type Input,
  type Output,
  type Reply,
} from '#shared/ipc/contract.ts'
import type { Outcome } from '#main/outcome.ts'

export type Handlers = {
  readonly [K in CallName]: (input: Input<K>) => Promise<Outcome<Output<K>>> | Outcome<Output<K>>
}

/** What of Electron's event is looked at. */
export interface CallSender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

export interface IpcMain {
  handle(name: string, listener: (sender: CallSender, input: unknown) => Promise<unknown>): void
  removeHandler(name: string): void
}

export interface Registration {
  readonly ipc: IpcMain
  readonly handlers: Handlers
  /** Prefix of our pages' addresses. */
  readonly origin: string
  readonly report: (problem: unknown) => void
}

const refusal = (code: Failure['code'], message: string): Reply<never> => ({
  ok: false,
  error: { code, message, values: {} },
})

export function registerCalls({ ipc, handlers, origin, report }: Registration): () => void {
  const trusted = ({ senderFrame }: CallSender): boolean =>
    senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${origin}/`)

  // Object.keys forgets the literal names of the contract
  const names = Object.keys(calls) as CallName[]
  for (const name of names) {
    ipc.handle(name, async (sender, raw) => {
      if (!trusted(sender)) return refusal('forbidden', 'failure.forbidden')
      return answer(name, handlers, raw, report)
    })
  }
  return () => {
    for (const name of names) ipc.removeHandler(name)
  }
}

export async function answer<K extends CallName>(
  name: K,
  handlers: Handlers,
  raw: unknown,
  report: (problem: unknown) => void,
): Promise<Reply<K>> {
  const input = calls[name].input.safeParse(raw)
  if (!input.success) return refusal('invalidInput', 'failure.invalidInput')
  try {
    // the schema of this very call parsed it; the union of all schemas loses that
    const outcome = await handlers[name](input.data as Input<K>)
    if (!outcome.ok) return outcome
    const output = calls[name].output.safeParse(outcome.value)
    if (output.success) return { ok: true, value: outcome.value }
    report(new Error(`${name} answered outside the contract: ${output.error.message}`))
  } catch (error) {
    report(error)
  }
  return refusal('internal', 'failure.internal')
}
