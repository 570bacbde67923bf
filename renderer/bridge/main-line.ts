/**
 * The only place that touches what the preload put into the page. Calls pass as they are (main parses
 * them); what arrives is parsed here with the same contract, so that views never meet a malformed
 * event: it is dropped and reported.
 */
import { events, type Bridge, type EventData, type EventName } from '#shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly consenso?: Bridge
  }
}

export type MainLine = Bridge

/** undefined where the page is not in a window of Consenso. */
export const pageBridge = (): Bridge | undefined => window.consenso

export function mainLine(bridge: Bridge, report: (problem: string) => void): MainLine {
  return {
    call: (name, input) => bridge.call(name, input),
    on<K extends EventName>(name: K, listener: (data: EventData<K>) => void) {
      return bridge.on(name, (data) => {
        const parsed = events[name].safeParse(data)
        // safeParse of a union of schemas loses which member was named; `name` fixes it
        if (parsed.success) listener(parsed.data as EventData<K>)
        else report(`event ${name}: ${parsed.error.message}`)
      })
    },
  }
}
