import './dialog.css'
import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'
import { joinClasses } from './classes.ts'

/**
 * A modal question. The view renders it while it is wanted and is told by `onClose`; what can be
 * answered without leaving the text should not be a dialog.
 */
export function Dialog(props: {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly wide?: boolean
  /** As much of the window as there is. */
  readonly large?: boolean
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  useEscapeFromNowhere(props.onClose)
  const body = useRef<HTMLDivElement>(null)
  useReachable(body)
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Modal
        className={joinClasses(
          'modal',
          props.wide === true && 'modal-wide',
          props.large === true && 'modal-large',
        )}
      >
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
          <div ref={body} className="dialog-body">
            {props.children}
          </div>
          {props.footer !== undefined && <footer className="dialog-foot">{props.footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** When the button that had the focus goes away, no element of the dialog hears the Escape key. */
function useEscapeFromNowhere(onClose: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body) onClose()
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [onClose])
}

const FOCUSABLE = 'button, a[href], input, select, textarea, [tabindex]'

/** What scrolls and holds nothing to focus is itself a stop of the Tab key. */
function useReachable(ref: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const body = ref.current
    if (body === null) return
    const look = () => {
      const isStop = body.scrollHeight > body.clientHeight && body.querySelector(FOCUSABLE) === null
      if (isStop) body.tabIndex = 0
      else body.removeAttribute('tabindex')
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(body)
    return () => {
      resized.disconnect()
    }
  }, [ref])
}
