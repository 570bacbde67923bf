import './problem.css'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What is wrong with what was typed or chosen, beside it, seen and heard. null or false: nothing is. */
export function Problem({ words }: { readonly words: ReactNode }) {
  return (
    <div role="alert">
      {words !== null && words !== false && (
        <p className="problem">
          <CircleAlert size={17} aria-hidden />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}
