import './dialog.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'

/**
 * A modal question. The view renders it while it is wanted and is told by `onClose`; what can be
 * answered without leaving the text should not be a dialog.
 */
export function Dialog(props: {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Modal className={props.wide === true ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <Button
              look="ghost"
              size="small"
              aria-label={props.closeLabel}
              icon={<X size={17} aria-hidden />}
              onPress={props.onClose}
            />
          </header>
          <div className="dialog-body">{props.children}</div>
          {props.footer !== undefined && <footer className="dialog-foot">{props.footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
