// What a window may ask of the main process, typed by the same declarations that main parses by; and the engine's port.
import type { FromEngine, GrantedFile, ToWindow } from '#shared/contract/messages.ts'
import type { ShellArgs, ShellResult, ShellVerb } from '#shared/contract/shell.ts'
import type { Transport } from './engine.ts'
import { engine } from './engine.ts'

interface Bridge {
  ask(verb: string, args: unknown): Promise<unknown>
  grantDropped(files: readonly File[]): Promise<GrantedFile[]>
  listen(listener: (message: ToWindow) => void): void
}

const bridge = (): Bridge => {
  const found = (globalThis as typeof globalThis & { comarca?: Bridge }).comarca
  if (found === undefined) throw new Error('this page runs only in Comarca')
  return found
}

export const askShell = <V extends ShellVerb>(verb: V, args: ShellArgs<V>): Promise<ShellResult<V>> =>
  // Main answers by the declarations in contract/shell.ts.
  bridge().ask(verb, args) as Promise<ShellResult<V>>

export const grantDropped = (files: readonly File[]): Promise<GrantedFile[]> => bridge().grantDropped(files)

export const listenToShell = (listener: (message: ToWindow) => void): void => bridge().listen(listener)

export const chooseImportFiles = (): Promise<GrantedFile[]> => askShell('chooseImportFiles', {})

export const saveFile = (request: ShellArgs<'saveFile'>): Promise<ShellResult<'saveFile'>> =>
  askShell('saveFile', request)

/** Prints a page to PDF; `signal` stops it. */
export async function printPdf(
  pdf: ShellArgs<'printPdf'>['pdf'],
  signal?: AbortSignal
): Promise<ShellResult<'printPdf'>> {
  const jobId = crypto.randomUUID()
  const cancel = (): void => void askShell('cancelPrint', { jobId })
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await askShell('printPdf', { jobId, pdf })
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

const overPort = (port: MessagePort): Transport => ({
  post: (message) => port.postMessage(message),
  listen: (listener) => {
    port.onmessage = (event: MessageEvent<FromEngine>) => listener(event.data)
  }
})

/** Takes each port that main hands over, asks for the first, and for a new one after the engine died. Resolves once the engine can be called. */
export function connectEngine(): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'comarca:engine-port' || port === undefined) return
      engine.attach(overPort(port))
      resolve()
    })
    listenToShell((message) => {
      if (message.type !== 'engine') return
      if (message.state === 'ready') void askShell('connect', {})
      else engine.detach()
    })
    void askShell('connect', {})
  })
}
