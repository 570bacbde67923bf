/**
 * "Now" as the Conference counts it: the newest moment the relay has told, plus what has elapsed since on a
 * clock that nobody can set. Never this computer's calendar, which may be wrong or be set wrong.
 */
export interface RegisterClock {
  /** The relay said this moment now, or wrote it into a receipt. */
  heard(instant: string): void
  now(): string
}

export function createRegisterClock(monotonicMs: () => number): RegisterClock {
  let moment = 0
  let at = monotonicMs()
  const nowMs = (): number => moment + Math.max(0, monotonicMs() - at)
  return {
    heard(instant) {
      const heardMs = Date.parse(instant)
      // Receipts arrive out of order; time does not go back.
      if (Number.isNaN(heardMs) || heardMs <= nowMs()) return
      moment = heardMs
      at = monotonicMs()
    },
    now: () => new Date(nowMs()).toISOString(),
  }
}
