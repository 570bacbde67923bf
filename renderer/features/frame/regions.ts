/** F6 goes round the regions, as in the programs diplomats know. */
import { REGIONS } from './Frame.tsx'

const FOCUSABLE = 'button:not([tabindex="-1"]), a[href], input, [tabindex="0"]'

export function focusNextRegion(direction: 1 | -1): void {
  const present = REGIONS.flatMap((id) => {
    const element = document.getElementById(id)
    // a region that the narrow window has put away takes no part
    return element !== null && element.offsetParent !== null ? [element] : []
  })
  const at = present.findIndex((region) => region.contains(document.activeElement))
  const from = at < 0 && direction === -1 ? 0 : at
  const next = present[(from + direction + present.length) % present.length]
  const first = next?.querySelector<HTMLElement>('[aria-current="true"] button, [data-region-start]')
  const target = first ?? firstShown(next) ?? next
  target?.focus()
}

/** What a wide window does not show, such as the button that closes the drawer, takes no focus. */
function firstShown(region: HTMLElement | undefined): HTMLElement | undefined {
  return [...(region?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find((one) => one.checkVisibility())
}
