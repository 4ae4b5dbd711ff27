// The engine as a process of its own: Electron's utility process where its Node can load the SQLite driver, otherwise a plain
// Node that main forks and carries messages for. Starts it, restarts it after a death, and says when it has died too often.
import { type ChildProcess, fork } from 'node:child_process'
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents
} from 'electron'
import type { EngineToHost, FromEngine, HostToEngine, ToEngine, WireReply } from '#shared/contract/messages.ts'
import { log } from './log.ts'
import { places } from './places.ts'

export type EngineHostKind = 'utility' | 'node'

/** The driver's binary needs Node-API 10. */
const neededNapi = 10
const deathsWithinMs = 60_000

/** Which process the engine runs in, from the Node-API this Electron carries (`process.versions.napi`). */
export function chooseEngineHost(
  versions: { napi?: string | undefined },
  forced = process.env.COMARCA_ENGINE
): EngineHostKind {
  if (forced === 'utility' || forced === 'node') return forced
  return Number(versions.napi ?? 0) >= neededNapi ? 'utility' : 'node'
}

interface Running {
  send(message: HostToEngine, port?: MessagePortMain): void
  kill(): void
}

interface Pending {
  resolve(reply: WireReply): void
}

export interface EngineEvents {
  onReady(isRestart: boolean): void
  onLost(): void
  /** It died twice within a minute: it stays down until asked for. */
  onStopped(): void
}

export class EngineProcess {
  readonly kind = chooseEngineHost({ napi: process.versions.napi })
  #events: EngineEvents | undefined
  readonly #pending = new Map<number, Pending>()
  #running: Running | undefined
  #bridge: MessagePortMain | undefined
  #nextId = 1
  #lastDeath = Number.NEGATIVE_INFINITY
  #isStopping = false
  #whenReady: Promise<void> = Promise.resolve()
  nodeVersion = ''

  /** A plain Node process needs no Electron: it can come up while Electron still does. */
  startEarly(): void {
    if (this.kind === 'node') this.start()
  }

  /** Tells a window from now on, and makes sure that the engine has been started. */
  serve(events: EngineEvents): void {
    this.#events = events
    if (this.#running === undefined) this.start()
  }

  start(isRestart = false): void {
    this.#whenReady = new Promise((resolve) => {
      const onMessage = (message: EngineToHost): void => {
        if (message.type === 'ready') {
          this.nodeVersion = message.node
          resolve()
          this.#events?.onReady(isRestart)
        } else if (message.type === 'bridge') this.#bridge?.postMessage(message.message)
        else this.#settle(message.message)
      }
      this.#running = this.kind === 'utility' ? this.#startUtility(onMessage) : this.#startNode(onMessage)
    })
  }

  #environment(): NodeJS.ProcessEnv {
    const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env
    return { ...inherited, COMARCA_BACKUPS: places.backups }
  }

  #startUtility(onMessage: (message: EngineToHost) => void): Running {
    const child: UtilityProcess = utilityProcess.fork(places.engineFile, [], {
      serviceName: 'Comarca engine',
      env: this.#environment(),
      stdio: ['ignore', 'ignore', 'pipe']
    })
    child.stderr?.on('data', (data: Buffer) => log.error(`engine: ${data.toString().trimEnd()}`))
    child.on('message', onMessage)
    child.on('exit', (code) => this.#died(`code ${code}`))
    return {
      send: (message, port) => child.postMessage(message, port ? [port] : []),
      kill: () => child.kill()
    }
  }

  #startNode(onMessage: (message: EngineToHost) => void): Running {
    const child: ChildProcess = fork(places.engineFile, [], {
      execPath: process.env.COMARCA_ENGINE_NODE ?? 'node',
      execArgv: [],
      env: this.#environment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    })
    child.stderr?.on('data', (data: Buffer) => log.error(`engine: ${data.toString().trimEnd()}`))
    child.on('message', (message) => onMessage(message as EngineToHost))
    child.on('error', (error) => log.error(`engine: ${error.message}`))
    child.once('exit', (code, signal) => this.#died(signal ?? `code ${code}`))
    return {
      send: (message) => {
        if (child.connected) child.send(message)
      },
      kill: () => child.kill()
    }
  }

  /** Hands the window a port to the engine. */
  async connect(window: WebContents): Promise<void> {
    await this.#whenReady
    const { port1, port2 } = new MessageChannelMain()
    this.#bridge?.close()
    this.#bridge = undefined
    if (this.kind === 'utility') this.#running?.send({ type: 'connect' }, port1)
    else {
      this.#bridge = port1
      port1.on('message', (event) => this.#running?.send({ type: 'bridge', message: event.data as ToEngine }))
      port1.start()
      this.#running?.send({ type: 'connect' })
    }
    window.postMessage('engine-port', null, [port2])
  }

  /** Calls the engine with the host's rights. Answers engine.lost if it dies meanwhile. */
  async call(method: string, args: unknown): Promise<WireReply> {
    await this.#whenReady
    if (this.#running === undefined) return { ok: false, error: { code: 'engine.lost' } }
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#pending.set(id, { resolve })
      this.#running?.send({ type: 'host', message: { type: 'call', id, method, args } })
    })
  }

  #settle(message: FromEngine): void {
    if (message.type !== 'reply') return
    this.#pending.get(message.id)?.resolve(message.reply)
    this.#pending.delete(message.id)
  }

  #died(how: string): void {
    this.#running = undefined
    for (const { resolve } of this.#pending.values()) resolve({ ok: false, error: { code: 'engine.lost' } })
    this.#pending.clear()
    if (this.#isStopping) return
    log.error(`the engine ended unexpectedly: ${how}`)
    const now = Date.now()
    const isSecond = now - this.#lastDeath < deathsWithinMs
    this.#lastDeath = now
    this.#events?.onLost()
    if (isSecond) this.#events?.onStopped()
    else this.start(true)
  }

  /** Starts it again after it was stopped for dying too often. */
  restart(): void {
    if (this.#running !== undefined) return
    this.#lastDeath = Number.NEGATIVE_INFINITY
    this.start(true)
  }

  /** Closes the file properly and ends the process; kills it if that takes too long. */
  stop(): Promise<void> {
    this.#isStopping = true
    const running = this.#running
    if (running === undefined) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        running.kill()
        resolve()
      }, 5_000)
      const wait = setInterval(() => {
        if (this.#running !== undefined) return
        clearInterval(wait)
        clearTimeout(timer)
        resolve()
      }, 10)
      running.send({ type: 'stop' })
    })
  }
}
