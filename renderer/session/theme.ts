/** Light or dark on the root element: as chosen, else as the system has it, also when that changes. */
import type { Settings } from '#shared/ipc/contract.ts'
import type { Readable } from './store.ts'

export function watchTheme(settings: Readable<Settings>): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const { theme } = settings.get()
    document.documentElement.dataset['theme'] =
      theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
  }
  system.addEventListener('change', apply)
  const stop = settings.subscribe(apply)
  apply()
  return () => {
    stop()
    system.removeEventListener('change', apply)
  }
}
