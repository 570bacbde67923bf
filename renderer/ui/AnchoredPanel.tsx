import './menu.css'
import './panel.css'
import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

/** One panel of details for many anchors: opened by the view at the element it names. */
export function AnchoredPanel(props: {
  readonly anchor: RefObject<Element | null>
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <Popover
      className="popover"
      isOpen
      triggerRef={props.anchor}
      placement="bottom"
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Dialog className="panel" aria-label={props.label}>
        {props.children}
      </Dialog>
    </Popover>
  )
}
