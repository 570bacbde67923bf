import './key.css'

/** A key of the keyboard, as `Ctrl` or `F1`. */
export function Key({ children }: { readonly children: string }) {
  return <kbd className="key">{children}</kbd>
}
