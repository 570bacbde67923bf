import './panel.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

/** A button that opens a small panel beside it, for details and what can be done about them. */
export function Panel(props: {
  readonly label: string
  readonly className: string
  readonly trigger: ReactNode
  readonly children: ReactNode
}) {
  return (
    <DialogTrigger>
      <Button className={`panel-button ${props.className}`}>{props.trigger}</Button>
      <Popover className="popover" placement="top start">
        <Dialog className="panel" aria-label={props.label}>
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
