import './hint.css'
import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

/** A word about a button, shown on hover and focus; never the only place where something is said. */
export function Hint({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="hint" offset={6}>
        {words}
      </Tooltip>
    </TooltipTrigger>
  )
}
