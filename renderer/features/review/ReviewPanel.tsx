import { X } from 'lucide-react'
import { useSession } from '#renderer/session/context.tsx'
import type { SheetKey } from '#renderer/session/view.ts'
import { useText } from '#renderer/i18n/language.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Tabbed, type Sheet } from '#renderer/ui/Tabbed.tsx'

/** The right panel: sheets about the current paragraph, and the register of the document. */
export function ReviewPanel(props: {
  readonly shown: SheetKey
  readonly sheets: readonly Sheet<SheetKey>[]
}) {
  const text = useText()
  const { view } = useSession()
  return (
    <>
      <div className="drawer-close">
        <Button
          look="ghost"
          size="small"
          aria-label={text('window.closePanel')}
          icon={<X size={17} aria-hidden />}
          onPress={() => {
            view.go({ drawer: false })
          }}
        />
      </div>
      <Tabbed
        label={text('window.review.label')}
        value={props.shown}
        sheets={props.sheets}
        onChange={(key) => {
          view.go({ sheet: key })
        }}
      />
    </>
  )
}
