/**
 * Whoever works by keyboard never finds the focus gone: when the element that has it is taken away or
 * disabled, by an act of their own or of somebody else, the focus goes to what took its place, or to the
 * nearest thing around it. What a dialog or a menu leaves behind comes back to where it was opened.
 * A press on an empty place takes the focus away on purpose, and is left alone.
 */

/** An element and what it stood in, innermost first; read while it is in the page. */
type Trail = readonly Element[]

const FOCUSABLE = [
  'button',
  'a[href]',
  'input',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[tabindex="0"]',
]
  .map((kind) => `${kind}:not(:disabled, [tabindex="-1"])`)
  .join()

/** `root` holds the window itself; dialogs and menus stand beside it in the body. */
export function openFocusKeeper(root: HTMLElement): () => void {
  let last: Trail = []
  /** Where the focus was before it went into a dialog or a menu. */
  let within: Trail = []
  let frame = 0

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    last = trailOf(target)
    if (root.contains(target)) within = last
  }
  const onPointer = ({ target }: PointerEvent) => {
    if (target instanceof Element && target.closest(`${FOCUSABLE}, [tabindex]`) === null) last = []
  }
  const look = () => {
    const [had] = last
    const now = document.activeElement
    const isLost = now === null || now === document.body || isOut(now)
    if (had === undefined || !isLost || !isOut(had)) return
    cancelAnimationFrame(frame)
    // whoever took the element away may have a better place for the focus, and says so first
    frame = requestAnimationFrame(() => {
      const still = document.activeElement
      if (still === null || still === document.body || isOut(still)) placeFor(root, last, within)?.focus()
    })
  }
  const changes = new MutationObserver(look)
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('pointerdown', onPointer)
  return () => {
    cancelAnimationFrame(frame)
    changes.disconnect()
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', onPointer)
  }
}

function trailOf(element: Element): Trail {
  const trail: Element[] = []
  for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement) {
    trail.push(one)
  }
  return trail
}

const isOut = (element: Element): boolean => !element.isConnected || element.matches(':disabled')

function placeFor(root: HTMLElement, last: Trail, within: Trail): HTMLElement | null {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]')
  const dialog = dialogs.item(dialogs.length - 1) as HTMLElement | null // null where there is none, whatever its type says
  const trails = dialog === null ? [last, within] : [last]
  for (const trail of trails) {
    for (const around of trail) {
      if (isOut(around) || around === root || (dialog !== null && !dialog.contains(around))) continue
      const found = focusableIn(around)
      if (found !== null) return found
    }
  }
  return dialog === null
    ? (focusableIn(root.querySelector('main')) ?? focusableIn(root))
    : focusableIn(dialog)
}

function focusableIn(around: Element | null): HTMLElement | null {
  if (!(around instanceof HTMLElement)) return null
  const all = [around, ...around.querySelectorAll<HTMLElement>(FOCUSABLE)]
  return all.find((one) => one.matches(FOCUSABLE) && one.checkVisibility()) ?? null
}
