/** Questions to the person that only the system can ask. */
import { dialog, shell, type BrowserWindow } from 'electron'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MessageId } from '#shared/i18n/catalogue.ts'
import type { Translator } from '#shared/i18n/format.ts'
import { MAX_EXCHANGE_BYTES } from '#shared/sync/exchange.ts'
import type { PickedFile } from '#main/ipc/desk.ts'
import { readExternalLink } from './external-link.ts'

export interface Dialogs {
  openExternal(url: string): Promise<boolean>
  chooseDraft(): Promise<PickedFile | null>
  choosePdf(suggestedName: string): Promise<string | null>
  chooseRoot(): Promise<Uint8Array | null>
  chooseExchangePlace(suggestedName: string): Promise<string | null>
  chooseExchange(): Promise<Uint8Array | null>
  tellDamage(files: readonly string[]): Promise<void>
}

/** `window`: the one to stand in front of; null while there is none. */
export function createDialogs(window: () => BrowserWindow | null, translator: () => Translator): Dialogs {
  const ask = (options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> => {
    const parent = window()
    return parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options)
  }
  const chooseFile = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const parent = window()
    const { canceled, filePaths } = await (parent === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options))
    return canceled ? null : (filePaths[0] ?? null)
  }
  const choosePlace = async (
    suggestedName: string,
    extension: string,
    title: MessageId,
    filter: MessageId,
  ): Promise<string | null> => {
    const t = translator()
    const options: Electron.SaveDialogOptions = {
      title: t(title),
      defaultPath: `${suggestedName.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.${extension}`,
      filters: [{ name: t(filter), extensions: [extension] }],
    }
    const parent = window()
    const chosen = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options))
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  }
  /** Damage that has been spoken of. */
  const told = new Set<string>()
  return {
    async openExternal(link) {
      const target = readExternalLink(link)
      if (target === null) return false
      const t = translator()
      const { response } = await ask({
        type: 'question',
        title: t('dialog.external.title'),
        message:
          target.kind === 'web'
            ? t('dialog.external.web', { host: target.host })
            : t('dialog.external.mail', { address: target.address }),
        detail: target.url,
        buttons: [t('dialog.external.open'), t('dialog.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      if (response !== 0) return false
      await shell.openExternal(target.url)
      return true
    },
    async chooseDraft() {
      const t = translator()
      const options: Electron.OpenDialogOptions = {
        title: t('dialog.import.title'),
        properties: ['openFile'],
        filters: [{ name: t('dialog.import.filter'), extensions: ['docx', 'md', 'markdown', 'txt'] }],
      }
      const file = await chooseFile(options)
      return file === null
        ? null
        : { name: path.basename(file), content: new Uint8Array(await readFile(file)) }
    },
    async chooseRoot() {
      const t = translator()
      const file = await chooseFile({
        title: t('dialog.root.title'),
        properties: ['openFile'],
        filters: [{ name: t('dialog.root.filter'), extensions: ['json'] }],
      })
      return file === null ? null : new Uint8Array(await readFile(file))
    },
    choosePdf: (suggestedName) =>
      choosePlace(suggestedName, 'pdf', 'dialog.export.title', 'dialog.export.filter'),
    chooseExchangePlace: (suggestedName) =>
      choosePlace(suggestedName, 'consenso', 'dialog.exchange.save', 'dialog.exchange.filter'),
    async chooseExchange() {
      const t = translator()
      const file = await chooseFile({
        title: t('dialog.exchange.open'),
        properties: ['openFile'],
        filters: [{ name: t('dialog.exchange.filter'), extensions: ['consenso'] }],
      })
      if (file === null) return null
      // No more than can be a file of this kind, and one byte that says it was more.
      const handle = await open(file, 'r')
      try {
        const { size } = await handle.stat()
        const content = Buffer.alloc(Math.min(size, MAX_EXCHANGE_BYTES + 1))
        const { bytesRead } = await handle.read(content, 0, content.length, 0)
        return new Uint8Array(content.subarray(0, bytesRead))
      } finally {
        await handle.close()
      }
    },
    async tellDamage(damaged) {
      const files = damaged.filter((file) => !told.has(file))
      if (files.length === 0) return
      for (const file of files) told.add(file)
      const t = translator()
      await ask({
        type: 'warning',
        title: t('dialog.damage.title'),
        message: t('dialog.damage.body', { files: files.map((file) => path.basename(file)).join(', ') }),
      })
    },
  }
}

/** The program ends afterwards: there is nothing it could show without its data. */
export function tellInUse(translate: Translator, folder: string): void {
  const message = translate('dialog.inUse.body', { folder })
  process.stderr.write(`${message}\n`)
  dialog.showErrorBox(translate('dialog.inUse.title'), message)
}
