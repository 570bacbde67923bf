/**
 * The native menu. Every label is our own: Electron's roles speak English only. Menu entries that
 * belong to the window's views are sent to it as an event; the window decides what they mean there.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventData } from '#shared/ipc/contract.ts'
import type { Translator } from '#shared/i18n/format.ts'

type Command = EventData<'menu'>

export interface MenuOptions {
  readonly translate: Translator
  readonly send: (command: Command) => void
  readonly mac: boolean
  /** Reload and the developer's tools, when started from the source. */
  readonly development: boolean
}

const line: MenuItemConstructorOptions = { type: 'separator' }

function menuTemplate({ translate: t, send, mac, development }: MenuOptions): MenuItemConstructorOptions[] {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      send(name)
    },
  })
  const about = command(t('menu.about'), 'about')
  const application: MenuItemConstructorOptions = {
    label: 'Consenso',
    submenu: [
      about,
      line,
      { label: t('menu.hide'), role: 'hide' },
      { label: t('menu.hideOthers'), role: 'hideOthers' },
      { label: t('menu.showAll'), role: 'unhide' },
      line,
      { label: t('menu.quit'), role: 'quit' },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: t('menu.file'),
    submenu: [
      command(t('menu.import'), 'import', 'CmdOrCtrl+O'),
      command(t('menu.export'), 'export', 'CmdOrCtrl+Shift+S'),
      line,
      command(t('exchange.save.menu'), 'saveExchange'),
      command(t('exchange.open.menu'), 'openExchange'),
      line,
      { label: t('menu.closeWindow'), role: 'close' },
      ...(mac ? [] : [{ label: t('menu.quit'), role: 'quit' } satisfies MenuItemConstructorOptions]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: t('menu.edit'),
    submenu: [
      { label: t('menu.undo'), role: 'undo' },
      { label: t('menu.redo'), role: 'redo' },
      line,
      { label: t('menu.cut'), role: 'cut' },
      { label: t('menu.copy'), role: 'copy' },
      { label: t('menu.paste'), role: 'paste' },
      { label: t('menu.pastePlain'), role: 'pasteAndMatchStyle' },
      { label: t('menu.selectAll'), role: 'selectAll' },
      line,
      command(t('menu.find'), 'find', 'CmdOrCtrl+F'),
      command(t('replace.menu'), 'replace', mac ? 'Cmd+Alt+F' : 'Ctrl+H'),
      command(t('menu.goTo'), 'goTo', 'CmdOrCtrl+G'),
      line,
      // shown and not taken here: with AltGr the same keys write a character, which the window can tell
      { ...command(t('comments.begin'), 'comment', 'CmdOrCtrl+Alt+M'), registerAccelerator: false },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t('menu.view'),
    submenu: [
      command(t('menu.text'), 'text', 'CmdOrCtrl+1'),
      command(t('menu.matrix'), 'matrix', 'CmdOrCtrl+2'),
      line,
      { label: t('menu.zoomIn'), role: 'zoomIn' },
      { label: t('menu.zoomOut'), role: 'zoomOut' },
      { label: t('menu.zoomReset'), role: 'resetZoom' },
      { label: t('menu.fullScreen'), role: 'togglefullscreen' },
      ...(development
        ? [
            line,
            { label: t('menu.reload'), role: 'reload' } satisfies MenuItemConstructorOptions,
            { label: t('menu.tools'), role: 'toggleDevTools' } satisfies MenuItemConstructorOptions,
          ]
        : []),
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: t('menu.help'),
    role: 'help',
    submenu: [command(t('menu.shortcuts'), 'shortcuts', 'CmdOrCtrl+/'), ...(mac ? [] : [about])],
  }
  return [...(mac ? [application] : []), file, edit, view, help]
}

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}
