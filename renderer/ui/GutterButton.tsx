import { Button } from 'react-aria-components/Button'

/** A number beside the text that opens a menu; out of the way of the Tab key, since the toolbar does the same. */
export function GutterButton({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <Button className="gutter-number numeric" aria-label={label} excludeFromTabOrder>
      {children}
    </Button>
  )
}
