/** Focus that went away with the element that had it goes to what took its place, not to the page's start. */
export function keepFocus(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) find()?.focus()
  })
}
