/** The window: takes the bridge, puts the session together, hands it to the views. */
import './csp.ts'
import './ui/fonts.ts'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { mainLine, pageBridge } from './bridge/main-line.ts'
import { createActsEngine } from './session/acts-engine.ts'
import { createSession } from './session/session.ts'
import { windowClock } from './session/window-clock.ts'
import { watchTheme } from './session/theme.ts'
import { openFocusKeeper } from './ui/focus-keeper.ts'

const report = (problem: string) => {
  console.error(problem)
}
const root = document.getElementById('root')
const bridge = pageBridge()
if (root === null || bridge === undefined) throw new Error('this page belongs in the window of Consenso')

const session = createSession({
  line: mainLine(bridge, report),
  clock: windowClock(),
  newEngine: (conf) => createActsEngine(conf, report),
  newId: () => crypto.randomUUID(),
})
watchTheme(session.settings)
openFocusKeeper(root)
createRoot(root).render(<App session={session} />)
void session.open()
