/** The one window of a profile: where it stood last is the system's business, what it may do is ours. */
import { BrowserWindow } from 'electron'
import type { EventData, EventName } from '#shared/ipc/contract.ts'
import { START_PAGE } from './pages.ts'

export interface WindowOptions {
  readonly preload: string
  readonly title: string
}

export async function openWindow({ preload, title }: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 680,
    title,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      // A negotiation goes on while another window is in front.
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  await window.loadURL(START_PAGE)
  return window
}

/** Tells every open window; one that is going away hears nothing more. */
export function broadcast<K extends EventName>(name: K, data: EventData<K>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(name, data)
  }
}
