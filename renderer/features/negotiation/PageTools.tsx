import { ArrowDown, ArrowUp, PanelRightOpen, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDocument, useSelected, useSession } from '#renderer/session/context.tsx'
import { isOpen, nextOpen } from '#renderer/session/outline.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Hint } from '#renderer/ui/Hint.tsx'

/** The row above the text under negotiation. */
export function PageTools({ children }: { readonly children: ReactNode }) {
  const text = useText()
  const { view } = useSession()
  const { paragraphs } = useDocument()
  const allSettled = useSelected(paragraphs, (all) => !all.some(isOpen))
  const jump = (direction: 1 | -1) => {
    const id = nextOpen(paragraphs.get(), view.get().paragraph, direction)
    if (id !== null) view.go({ paragraph: id, country: null })
  }
  return (
    <div className="tools">
      {children}
      <p className="tools-note">{text('window.text.readOnly')}</p>
      <span className="spring" />
      <Hint words={text('window.find.hint')}>
        <Button
          size="small"
          look="ghost"
          aria-label={text('window.find.open')}
          icon={<Search size={16} aria-hidden />}
          onPress={() => {
            view.go({ find: true })
          }}
        />
      </Hint>
      <Button
        size="small"
        aria-label={text('window.previousOpen')}
        isDisabled={allSettled}
        icon={<ArrowUp size={16} aria-hidden />}
        onPress={() => {
          jump(-1)
        }}
      />
      <Button
        size="small"
        look="primary"
        isDisabled={allSettled}
        icon={<ArrowDown size={16} aria-hidden />}
        onPress={() => {
          jump(1)
        }}
      >
        {text('window.nextOpen')}
      </Button>
      <span className="tools-drawer">
        <Button
          size="small"
          aria-label={text('window.openPanel')}
          icon={<PanelRightOpen size={16} aria-hidden />}
          onPress={() => {
            view.go({ drawer: true })
          }}
        />
      </span>
    </div>
  )
}
