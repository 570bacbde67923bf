/** The window over a conference in memory: `?scene=negotiation&as=PPT,CL&theme=dark&language=pt&offline=1`. */
import '#renderer/ui/fonts.ts'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app.tsx'
import { mainLine } from '#renderer/bridge/main-line.ts'
import { createActsEngine } from '#renderer/session/acts-engine.ts'
import { createSession } from '#renderer/session/session.ts'
import { watchTheme } from '#renderer/session/theme.ts'
import { windowClock } from '#renderer/session/window-clock.ts'
import { UI_LANGUAGES } from '#shared/domain/language.ts'
import type { Person } from './ledger.ts'
import { MemoryMain } from './memory-main.ts'
import { play, SCENES } from './scenes.ts'

const query = new URLSearchParams(location.search)
const asked = (name: string, fallback: string) => query.get(name) ?? fallback
const main = new MemoryMain(play(SCENES.find((scene) => scene === query.get('scene')) ?? 'negotiation'), {
  as: asked('as', 'CO').split(',') as Exclude<Person, 'root'>[], // typed by whoever looks
  settings: {
    language: UI_LANGUAGES.find((one) => one === query.get('language')) ?? 'es',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  },
  offline: query.get('offline') === '1',
  welcome: query.get('welcome') === '1',
  vault: query.get('vault') === 'new' ? 'new' : query.get('vault') === 'locked' ? 'locked' : 'open',
})
const report = (problem: string) => {
  console.error(problem)
}
const session = createSession({
  line: mainLine(main, report),
  clock: windowClock(),
  newEngine: (conf) => createActsEngine(conf, report),
  newId: () => crypto.randomUUID(),
})
watchTheme(session.settings)
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App session={session} />)
void session.open()
Object.assign(window, { harness: { main, session } })
