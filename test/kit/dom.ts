/** What jsdom lacks and ProseMirror asks for: the geometry of ranges, clipboard events. Call before the first editor. */
export function prepareDom(): void {
  const nowhere = {
    top: 0,
    left: 0,
    right: 0,
    bottom: 0,
    width: 0,
    height: 0,
    x: 0,
    y: 0,
    toJSON: () => ({}),
  }
  const none: unknown = Object.assign([], { item: () => null })
  Object.assign(Range.prototype, { getClientRects: () => none, getBoundingClientRect: () => nowhere })
  Object.assign(Element.prototype, { getClientRects: () => none, scrollIntoView: () => undefined })
  Object.assign(document, { elementFromPoint: () => null })
  if (!('ClipboardEvent' in globalThis)) Object.assign(globalThis, { ClipboardEvent: class extends Event {} })
}

/** An element in the page for an editor to live in. */
export function place(): HTMLElement {
  const element = document.createElement('div')
  document.body.append(element)
  return element
}
