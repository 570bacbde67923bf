/** Exchange files: where they go and come from is chosen by whoever uses the program. */
import { exportExchange, importExchange } from '#main/conference/exchange.ts'
import { failed, notSaved, succeeded } from '#main/outcome.ts'
import { onConference, type Desk } from './desk.ts'
import type { Handlers } from './register.ts'

type Names = 'exchange.export' | 'exchange.import'

export function exchangeHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'exchange.export': (input) =>
      onConference(desk, input, async (conference) => {
        const { hat, doc, path, for: audience } = input
        if (path !== null && !desk.namedPaths) return failed('forbidden', 'failure.pathNotAllowed')
        const made = exportExchange(conference, { hat, doc, audience, at: new Date().toISOString() })
        if (!made.ok) return made
        const target = path ?? (await desk.app.chooseExchangePlace(conference.title()))
        if (target === null) return succeeded(null)
        if (!(await desk.writeFile(target, made.value.content))) return notSaved
        return succeeded({ path: target, ...made.value.counts })
      }),
    'exchange.import': (input) =>
      onConference(desk, input, async (conference) => {
        const content = input.content ?? (await desk.app.chooseExchange())
        if (content === null) return succeeded(null)
        const taken = await importExchange(conference, content)
        return taken.ok ? succeeded({ taken: taken.value }) : taken
      }),
  }
}
