// All that a window gets from outside its sandbox: one frozen object. The engine's port arrives as a message of the window.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { GrantedFile, ToWindow } from '#shared/contract/messages.ts'

ipcRenderer.on('engine-port', (event) =>
  window.postMessage('comarca:engine-port', window.location.origin, [...event.ports])
)

export interface Bridge {
  ask(verb: string, args: unknown): Promise<unknown>
  /** Files dropped on the window; only here can their place be known, and it goes to main alone. */
  grantDropped(files: readonly File[]): Promise<GrantedFile[]>
  listen(listener: (message: ToWindow) => void): void
}

const bridge: Bridge = {
  ask: (verb, args) => ipcRenderer.invoke('shell', verb, args),
  grantDropped: (files) =>
    ipcRenderer.invoke('shell', 'grantDropped', { paths: files.map((file) => webUtils.getPathForFile(file)) }),
  listen: (listener) => {
    ipcRenderer.on('shell', (_event, message: ToWindow) => listener(message))
  }
}

contextBridge.exposeInMainWorld('comarca', Object.freeze(bridge))
