/** Mounts the whole window over a conference in memory, for tests that look at it as a person would. */
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app.tsx'
import { mainLine } from '#renderer/bridge/main-line.ts'
import { createActsEngine } from '#renderer/session/acts-engine.ts'
import { createSession, type Session, type WindowClock } from '#renderer/session/session.ts'
import type { Ledger, Person } from './harness/ledger.ts'
import { MemoryMain, type MemoryOptions } from './harness/memory-main.ts'
import { prepareDom } from '#test/kit/dom.ts'

const frozen: WindowClock = {
  now: () => Date.UTC(2022, 8, 20, 18),
  elapsedMs: () => 0,
  after: () => undefined,
  everySecond: () => () => undefined,
}

/** A clock whose time passes when the test says so. */
export function heldClock(): WindowClock & { pass(ms: number): void } {
  let waiting: { readonly left: number; readonly what: () => void }[] = []
  return {
    ...frozen,
    after(ms, what) {
      waiting.push({ left: ms, what })
    },
    pass(ms) {
      const due = waiting.filter(({ left }) => left <= ms)
      waiting = waiting.flatMap((one) => (one.left <= ms ? [] : [{ ...one, left: one.left - ms }]))
      for (const { what } of due) what()
    },
  }
}

/** jsdom draws nothing, so nothing changes its size. */
class NothingResizes {
  observe(): void {
    return
  }
  unobserve(): void {
    return
  }
  disconnect(): void {
    return
  }
}

export interface Mounted {
  readonly main: MemoryMain
  readonly session: Session
  readonly page: HTMLElement
  /** By role-less accessible name: the first button or menu item that says it. */
  button(name: RegExp): HTMLElement
  press(element: HTMLElement): Promise<void>
  key(element: Element, key: string, options?: KeyboardEventInit): Promise<void>
  settle(): Promise<void>
  close(): Promise<void>
}

export async function mount(
  ledger: Ledger,
  as: readonly Exclude<Person, 'root'>[],
  options: Partial<MemoryOptions> = {},
  clock: WindowClock = frozen,
): Promise<Mounted> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  prepareDom()
  Element.prototype.scrollIntoView = () => undefined
  Object.assign(globalThis, { ResizeObserver: NothingResizes })
  // jsdom has neither; the widgets ask for the one, the search in the text for the other
  Object.assign(globalThis, { CSS: { escape: (name: string) => name, highlights: new Map() } })
  const main = new MemoryMain(ledger, { as, settings: { language: 'es', theme: 'light' }, ...options })
  const problems: string[] = []
  const report = (problem: string) => problems.push(problem)
  const session = createSession({
    line: mainLine(main, report),
    clock,
    newEngine: (conf) => createActsEngine(conf, report),
    newId: () => 'c-new',
  })
  const page = document.createElement('div')
  document.body.append(page)
  const root = createRoot(page)
  const settle = () =>
    act(async () => {
      await new Promise((done) => {
        setImmediate(done)
      })
    })
  await act(async () => {
    root.render(<App session={session} />)
    await session.open()
  })
  await settle()
  return {
    main,
    session,
    page,
    settle,
    button(name) {
      const all = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem], [role=menuitemradio]')]
      const found = all.find((element) =>
        name.test(element.getAttribute('aria-label') ?? element.textContent),
      )
      if (found === undefined) throw new Error(`no button ${String(name)}`)
      return found
    },
    async press(element) {
      await act(async () => {
        element.focus()
        element.click()
        await Promise.resolve()
      })
      await settle()
    },
    async key(element, key, init = {}) {
      await act(async () => {
        for (const type of ['keydown', 'keyup']) {
          element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...init }))
        }
        await Promise.resolve()
      })
      await settle()
    },
    async close() {
      await act(async () => {
        root.unmount()
        await Promise.resolve()
      })
      session.close()
      page.remove()
      if (problems.length > 0) throw new Error(problems.join('\n'))
    },
  }
}
