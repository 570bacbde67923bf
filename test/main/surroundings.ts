import type { EventData, EventName } from '#shared/ipc/contract.ts'
import type { Emit } from '#main/conference/emit.ts'
import type { Surroundings } from '#main/conference/conference.ts'
import { createBackOff } from '#main/link/back-off.ts'
import { realDisk, type Disk } from '#main/store/disk.ts'

/** What a device tells its windows, kept, and waited for without sleeping. */
export interface Heard {
  readonly emit: Emit
  readonly all: readonly { readonly name: EventName; readonly data: unknown }[]
  /** Resolves when `holds` is true; asked again after each event. */
  until(what: string, holds: () => boolean): Promise<void>
  next<K extends EventName>(name: K): Promise<EventData<K>>
}

const PATIENCE_MS = 20_000

export function listen(): Heard {
  const all: { name: EventName; data: unknown }[] = []
  const listeners = new Set<(name: EventName, data: unknown) => void>()
  return {
    all,
    emit: (name, data) => {
      all.push({ name, data })
      for (const listener of [...listeners]) listener(name, data)
    },
    until(what, holds) {
      if (holds()) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          listeners.delete(check)
          reject(new Error(`waited in vain: ${what}`))
        }, PATIENCE_MS)
        const check = (): void => {
          if (!holds()) return
          clearTimeout(late)
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
      })
    },
    next: (name) =>
      new Promise((resolve) => {
        const hear = (heard: EventName, data: unknown): void => {
          if (heard !== name) return
          listeners.delete(hear)
          resolve(data as EventData<typeof name>) // emitted under this very name
        }
        listeners.add(hear)
      }),
  }
}

export function surroundings(emit: Emit, disk: Disk = realDisk): Surroundings {
  return {
    disk,
    emit,
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    random: () => 0.5,
    backOff: () => createBackOff(() => 0.5, 20, 200),
  }
}
