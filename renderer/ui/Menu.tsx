import './menu.css'
import type { ReactNode, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'

export interface MenuEntry<K extends string> {
  readonly key: K
  readonly label: string
  readonly icon?: ReactNode
  readonly hint?: string
  readonly isDisabled?: boolean
}

interface ItemsProps<K extends string> {
  readonly label: string
  readonly heading?: ReactNode
  readonly entries: readonly MenuEntry<K>[]
  readonly selected?: K | null
  readonly onChoose: (key: K) => void
  /** Where no button of the menu's own brings the focus in. */
  readonly takesFocus?: boolean
}

function Items<K extends string>(props: ItemsProps<K>) {
  const { label, heading, entries, selected, onChoose, takesFocus = false } = props
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      {...(selected === undefined
        ? {}
        : { selectionMode: 'single' as const, selectedKeys: selected === null ? [] : [selected] })}
      onAction={(key) => {
        const entry = entries.find((candidate) => candidate.key === key)
        if (entry !== undefined) onChoose(entry.key)
      }}
    >
      <MenuSection className="menu-section" aria-label={label}>
        {heading !== undefined && <Header className="menu-heading">{heading}</Header>}
        {entries.map((entry) => (
          <MenuItem
            key={entry.key}
            id={entry.key}
            className="menu-item"
            textValue={entry.label}
            isDisabled={entry.isDisabled ?? false}
          >
            {entry.icon}
            <span className="menu-words">
              <Text slot="label">{entry.label}</Text>
              {entry.hint !== undefined && (
                <Text slot="description" className="menu-hint">
                  {entry.hint}
                </Text>
              )}
            </span>
          </MenuItem>
        ))}
      </MenuSection>
    </AriaMenu>
  )
}

/** A button (`trigger`) with its menu. */
export function MenuButton<K extends string>({
  trigger,
  ...items
}: ItemsProps<K> & { readonly trigger: ReactNode }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover">
        <Items {...items} />
      </Popover>
    </MenuTrigger>
  )
}

/** One menu for many anchors: opened by the view at the element it names. */
export function AnchoredMenu<K extends string>({
  anchor,
  onClose,
  footer,
  ...items
}: ItemsProps<K> & {
  readonly anchor: RefObject<Element | null>
  readonly onClose: () => void
  readonly footer?: ReactNode
}) {
  return (
    <Popover
      className="popover"
      isOpen
      triggerRef={anchor}
      placement="bottom end"
      aria-label={items.label}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Items {...items} takesFocus />
      {footer}
    </Popover>
  )
}
