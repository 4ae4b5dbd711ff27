// The typed client of the engine, without React: calls over a port, replies, progress, news, and what happens when the engine dies.
// The hooks that screens use are in engine-client.ts.
import type { ArgsOf, Method, MethodOfKind, ReplyOf } from '#shared/contract/index.ts'
import type { FromEngine, ToEngine, WireReply } from '#shared/contract/messages.ts'
import type { Progress } from '#shared/workspace/types.ts'

/** Anything that carries messages to an engine: a port in the window, a direct line in tests. */
export interface Transport {
  post(message: ToEngine): void
  listen(listener: (message: FromEngine) => void): void
}

/** News of the engine, and that there is a (new) line to it. */
export type EngineNews = Exclude<FromEngine, { type: 'reply' | 'progress' }> | { type: 'attached' }

interface InFlight {
  message: Extract<ToEngine, { type: 'call' }>
  /** Changes nothing, so it may be asked again of another engine. */
  isRead: boolean
  resolve(reply: WireReply): void
  onProgress: ((progress: Progress) => void) | undefined
}

export interface CallHandle<M extends Method> {
  reply: Promise<ReplyOf<M>>
  cancel(): void
}

export class EngineClient {
  #transport: Transport | undefined
  #nextId = 1
  readonly #inFlight = new Map<number, InFlight>()
  readonly #listeners = new Set<(news: EngineNews) => void>()

  /** Uses a new line to the engine; queries that got no answer on the old one are asked again. */
  attach(transport: Transport): void {
    this.#transport = transport
    transport.listen((message) => {
      if (transport === this.#transport) this.#receive(message)
    })
    for (const { message } of this.#inFlight.values()) transport.post(message)
    for (const listener of this.#listeners) listener({ type: 'attached' })
  }

  /** The engine is gone: what would change something is rejected and never repeated; queries wait for the next engine. */
  detach(): void {
    this.#transport = undefined
    for (const [id, call] of this.#inFlight) {
      if (call.isRead) continue
      this.#inFlight.delete(id)
      call.resolve({ ok: false, error: { code: 'engine.lost' } })
    }
  }

  listen(listener: (news: EngineNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Does something, once: if the engine dies before it has answered, the reply is engine.lost. */
  call<M extends Method>(method: M, args: ArgsOf<M>, onProgress?: (progress: Progress) => void): CallHandle<M> {
    return this.#send(method, args, false, onProgress)
  }

  /** Reads something: if the engine dies before it has answered, the next engine is asked. */
  ask<M extends MethodOfKind<'query' | 'service'>>(method: M, args: ArgsOf<M>): Promise<ReplyOf<M>> {
    return this.#send(method, args, true, undefined).reply
  }

  #send<M extends Method>(
    method: M,
    args: ArgsOf<M>,
    isRead: boolean,
    onProgress: InFlight['onProgress']
  ): CallHandle<M> {
    const id = this.#nextId++
    const message: InFlight['message'] = { type: 'call', id, method, args }
    const reply = new Promise<WireReply>((resolve) => {
      if (this.#transport === undefined && !isRead) {
        resolve({ ok: false, error: { code: 'engine.lost' } })
        return
      }
      this.#inFlight.set(id, { message, isRead, resolve, onProgress })
      this.#transport?.post(message)
    })
    // The engine answers by the contract that both sides are built from.
    return { reply: reply as Promise<ReplyOf<M>>, cancel: () => this.#transport?.post({ type: 'cancel', id }) }
  }

  #receive(message: FromEngine): void {
    if (message.type === 'progress') this.#inFlight.get(message.id)?.onProgress?.(message.progress)
    else if (message.type === 'reply') {
      const call = this.#inFlight.get(message.id)
      this.#inFlight.delete(message.id)
      call?.resolve(message.reply)
    } else for (const listener of this.#listeners) listener(message)
  }
}

export const engine = new EngineClient()
