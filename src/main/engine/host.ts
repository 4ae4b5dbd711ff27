// The engine's message loop, without saying over what: a window's or the host's messages in, replies and news out.
import type { EngineToHost, FromEngine, ToEngine } from '#shared/contract/messages.ts'
import { makeClock } from './clock.ts'
import { Router } from './router.ts'
import { EngineSession } from './workspace/session.ts'

export interface EngineOptions {
  backupsFolder: string
  fixedNow: string | undefined
  log(line: string): unknown
}

export type Send = (message: FromEngine) => void

export class EngineHost {
  readonly #session: EngineSession
  readonly #router: Router
  readonly #windows = new Set<Send>()
  readonly #running = new Map<string, AbortController>()

  constructor(options: EngineOptions) {
    this.#session = new EngineSession(makeClock(options.fixedNow), options.backupsFolder)
    this.#router = new Router(this.#session, {
      onChanged: (topics, undo) => this.#broadcast({ type: 'changed', topics, undo }),
      onWorkspace: () => this.#broadcast({ type: 'workspace', state: this.#session.state() }),
      onBug: (method, error) =>
        options.log(`${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    })
  }

  addWindow(send: Send): void {
    this.#windows.add(send)
  }

  removeWindow(send: Send): void {
    this.#windows.delete(send)
  }

  async receive(message: ToEngine, from: 'window' | 'host', send: Send): Promise<void> {
    const key = `${from} ${message.id}`
    if (message.type === 'cancel') {
      this.#running.get(key)?.abort()
      return
    }
    const controller = new AbortController()
    this.#running.set(key, controller)
    const reply = await this.#router.call(message.method, message.args, {
      caller: from === 'host' ? 'host' : 'anyone',
      signal: controller.signal,
      onProgress: (progress) => send({ type: 'progress', id: message.id, progress })
    })
    this.#running.delete(key)
    send({ type: 'reply', id: message.id, reply })
  }

  backUpIfDue(): void {
    // A copy can't be made inside a transaction; the next minute will do.
    if (!this.#router.isWriting) this.#session.backUpIfDue()
  }

  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort()
    // A long writing that was cancelled takes itself back first: the file can't be backed up and closed before.
    await this.#router.stop()
    this.#session.close()
  }

  #broadcast(message: FromEngine): void {
    for (const send of this.#windows) send(message)
  }
}

export const readyMessage = (): EngineToHost => ({
  type: 'ready',
  node: process.versions.node,
  napi: process.versions.napi ?? '0'
})
