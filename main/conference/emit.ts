import type { EventData, EventName } from '#shared/ipc/contract.ts'

/** Tells the windows. The composition root says how. */
export type Emit = <K extends EventName>(name: K, data: EventData<K>) => void
