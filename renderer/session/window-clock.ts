import type { WindowClock } from './session.ts'

export const windowClock = (): WindowClock => ({
  now: () => Date.now(),
  elapsedMs: () => performance.now(),
  after(ms, what) {
    setTimeout(what, ms)
  },
  everySecond(what) {
    const timer = setInterval(what, 1000)
    return () => {
      clearInterval(timer)
    }
  },
})
