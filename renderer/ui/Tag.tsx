import './code.css'
import type { ReactNode } from 'react'

export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'warn' | 'ok' | 'alt' | 'object'
  readonly children: ReactNode
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
