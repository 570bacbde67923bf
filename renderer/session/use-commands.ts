/** On a screen without a text: the commands of the native menu that need none, and F1. */
import { useEffect } from 'react'
import type { EventData } from '#shared/ipc/contract.ts'
import { useSession } from './context.tsx'

type Command = Extract<EventData<'menu'>, 'about' | 'shortcuts' | 'import' | 'saveExchange' | 'openExchange'>

export const OF_EVERY_SCREEN: readonly Command[] = ['about', 'shortcuts']

export function useCommands(obeyed: readonly Command[]): void {
  const { line, view } = useSession()
  useEffect(() => {
    const ask = (kind: Command) => {
      if (view.get().question === null) view.go({ question: { kind } })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      ask('shortcuts')
    }
    window.addEventListener('keydown', onKey)
    const stop = line.on('menu', (command) => {
      const known = obeyed.find((one) => one === command)
      if (known !== undefined) ask(known)
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [line, view, obeyed])
}
