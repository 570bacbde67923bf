/**
 * Runs between page and main, isolated and sandboxed. It lets through the calls and events of the
 * contract by name and nothing else; what they carry is checked in main and in the window.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, CallName, EventData, EventName, Input, Reply } from '#shared/ipc/contract.ts'
import { CALL_NAMES, EVENT_NAMES } from '#shared/ipc/names.ts'

const calls = new Set<string>(CALL_NAMES)
const names = new Set<string>(EVENT_NAMES)

const bridge: Bridge = {
  call<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> {
    if (!calls.has(name)) throw new Error('unknown call')
    // main answers each call with its own reply (checked there)
    return ipcRenderer.invoke(name, input) as Promise<Reply<K>>
  },
  on<K extends EventName>(name: K, listener: (data: EventData<K>) => void): () => void {
    if (!names.has(name)) throw new Error('unknown event')
    const receive = (_event: IpcRendererEvent, data: EventData<K>): void => {
      listener(data)
    }
    ipcRenderer.on(name, receive)
    return () => {
      ipcRenderer.off(name, receive)
    }
  },
}

contextBridge.exposeInMainWorld('consenso', bridge)
