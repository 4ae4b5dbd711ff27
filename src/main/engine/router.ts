// Takes a call by name, checks it against the contract, runs its handler with the rights of its kind, and answers.
// Commands get one transaction and one undo step; queries a reader; jobs progress, cancel and workers.

import type { AnyCall } from '#shared/contract/define.ts'
import { findCall } from '#shared/contract/index.ts'
import type { WireReply } from '#shared/contract/messages.ts'
import type { CommandLabel, Progress, UndoState } from '#shared/workspace/types.ts'
import { storageProblem } from './db.ts'
import { Gate } from './gate.ts'
import type {
  CommandContext,
  ErasedHandler,
  Failed,
  JobContext,
  Ok,
  QueryContext,
  RunInWorker,
  ServiceContext
} from './handler.ts'
import { fail } from './handler.ts'
import { domainHandlers } from './handlers.ts'
import { carryOver, countChanges } from './remember.ts'
import { topicsOf } from './topics.ts'
import { CancelledError, WorkerPool } from './worker-pool.ts'
import type { WorkerTask } from './worker-tasks.ts'
import type { EngineSession } from './workspace/session.ts'

export interface CallOptions {
  caller: 'anyone' | 'host'
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

export interface RouterEvents {
  onChanged(topics: string[], undo: UndoState): void
  onWorkspace(): void
  onBug(method: string, error: unknown): void
}

type Outcome = Ok<unknown> | Failed<{ code: string } & Record<string, unknown>>
type Services = {
  [Name in AnyCall['kind']]: (
    method: string,
    handler: ErasedHandler,
    args: unknown,
    options: CallOptions
  ) => Outcome | Promise<Outcome>
}

const handlers = new Map<string, ErasedHandler>(
  domainHandlers.flatMap(({ domain, handlers: own }) =>
    Object.entries(own).map(([verb, handler]): [string, ErasedHandler] => [`${domain}.${verb}`, handler])
  )
)

/** What a call waits for before it runs: data that ships with the product and is loaded when it is first needed. */
function prepare(method: string): Promise<void> | undefined {
  const [domain, verb = ''] = method.split('.')
  return domainHandlers.find((each) => each.domain === domain)?.prepare?.(verb)
}

export class Router {
  readonly #session: EngineSession
  readonly #events: RouterEvents
  readonly #gate = new Gate()
  readonly #pool = new WorkerPool()
  /** Imports have a thread to themselves: it keeps what it has read for the next preview, and the file is closed to others meanwhile. */
  readonly #importThread = new WorkerPool({ threads: 1, idleMs: 10 * 60_000 })

  constructor(session: EngineSession, events: RouterEvents) {
    this.#session = session
    this.#events = events
  }

  async call(method: string, rawArgs: unknown, options: CallOptions): Promise<WireReply> {
    const call = findCall(method)
    const handler = handlers.get(method)
    if (call === undefined || handler === undefined) return refuse({ code: 'engine.unknownMethod', method })
    if (call.caller === 'host' && options.caller !== 'host') return refuse({ code: 'engine.hostOnly', method })
    const parsed = call.args.safeParse(rawArgs)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return refuse({
        code: 'engine.badArgument',
        method,
        where: issue?.path.map(String).join('.') ?? '',
        problem: issue?.message ?? ''
      })
    }
    try {
      await prepare(method)
      if (this.#gate.isClosed) await this.#gate.pass()
      const outcome = await this.#services[call.kind](method, handler, parsed.data, options)
      return outcome.ok ? { ok: true, value: outcome.value } : refuse(outcome.error)
    } catch (error) {
      if (error instanceof CancelledError || options.signal.aborted) return refuse({ code: 'engine.cancelled' })
      const storage = storageProblem(error)
      if (storage === 'diskFull') return refuse({ code: 'engine.diskFull' })
      if (storage === 'readOnly') return refuse({ code: 'engine.readOnly' })
      this.#events.onBug(method, error)
      return refuse({ code: 'engine.bug', method, problem: error instanceof Error ? error.message : String(error) })
    }
  }

  /** A long writing has the file to itself at the moment. */
  get isWriting(): boolean {
    return this.#gate.isClosed
  }

  /** Waits for a long writing to end, as a cancelled one does at once, and ends the threads. */
  async stop(): Promise<void> {
    await this.#gate.pass()
    await Promise.all([this.#pool.stop(), this.#importThread.stop()])
  }

  readonly #services: Services = {
    query: (_method, handler, args) => {
      const file = this.#session.file
      if (file === undefined) return fail({ code: 'engine.noWorkspace' })
      const context: QueryContext = { db: file.connection.reader, ...this.#moment() }
      return handler(context as never, args as never) as Outcome
    },
    command: (method, handler, args) =>
      this.#write(method, (context) => handler(context as never, args as never) as Outcome),
    job: (method, handler, args, { signal, onProgress }) => {
      const file = this.#session.file
      if (file === undefined) return fail({ code: 'engine.noWorkspace' })
      const run = ((name: string, taskArgs: unknown, onPart?: (part: unknown) => void) =>
        this.#threadsOf(name).run({ name, args: taskArgs }, signal, onProgress, onPart)) as RunInWorker
      const context: JobContext = {
        db: file.connection.reader,
        ...this.#moment(),
        signal,
        progress: onProgress,
        files: { find: (token) => this.#session.findGrant(token) },
        inWorker: (async (name: keyof WorkerTask, taskArgs: never, onPart?: (part: never) => void) => {
          const value = await run(name, taskArgs, onPart)
          await this.#gate.pass()
          return value
        }) as RunInWorker,
        endThreads: () => this.#importThread.stop(),
        writeStream: (work) =>
          this.#writeStream(method, file, signal, (db) => work({ db, inWorker: run }) as Promise<Outcome>) as never
      }
      return handler(context as never, args as never) as Promise<Outcome>
    },
    service: async (_method, handler, args) => {
      const context: ServiceContext = {
        session: this.#session,
        ...this.#moment(),
        changed: (tables) => this.#announce(tables)
      }
      const before = this.#session.file
      const outcome = await (handler(context as never, args as never) as Outcome | Promise<Outcome>)
      if (this.#session.file !== before) this.#events.onWorkspace()
      return outcome
    }
  }

  #threadsOf(task: string): WorkerPool {
    return task.startsWith('import.') ? this.#importThread : this.#pool
  }

  #moment(): { now: string; today: ReturnType<EngineSession['clock']['today']> } {
    return { now: this.#session.clock.now(), today: this.#session.clock.today() }
  }

  #announce(tables: readonly string[]): void {
    this.#session.markDirty()
    this.#events.onChanged(topicsOf(tables), this.#session.undoState())
  }

  #write(method: string, work: (context: CommandContext) => Outcome): Outcome {
    const file = this.#session.file
    if (file === undefined) return fail({ code: 'engine.noWorkspace' })
    const moment = this.#moment()
    const { reader } = file.connection
    const before = countChanges(reader)
    const { value: outcome, tables } = file.undoLog.execute<Outcome>(method, moment.now, () => {
      const answer = work({ db: file.undoLog.writer, ...moment })
      const params: CommandLabel['params'] = answer.ok ? (answer.params ?? {}) : {}
      return { keep: answer.ok, params, value: answer }
    })
    carryOver(reader, before, tables)
    if (tables.length > 0) this.#announce(tables)
    return outcome
  }

  #writeStream(
    method: string,
    file: EngineSession['file'],
    signal: AbortSignal,
    work: (db: CommandContext['db']) => Promise<Outcome>
  ): Promise<Outcome> {
    return this.#gate.whileClosed(async () => {
      // Another file may have been opened while the job was reading.
      if (file === undefined || this.#session.file !== file) return fail({ code: 'engine.noWorkspace' })
      if (signal.aborted) throw new CancelledError()
      file.connection.keepFewPages(true)
      const step = file.undoLog.begin(method, this.#moment().now)
      try {
        const outcome = await work(file.undoLog.writer)
        if (signal.aborted) throw new CancelledError()
        if (!outcome.ok || outcome.isTakenBack === true) {
          step.takeBack()
          return outcome
        }
        const tables = step.keep(outcome.params ?? {})
        if (tables.length > 0) this.#announce(tables)
        return outcome
      } catch (error) {
        step.takeBack()
        throw error
      } finally {
        file.connection.keepFewPages(false)
      }
    })
  }
}

const refuse = (error: { code: string } & Record<string, unknown>): WireReply => ({ ok: false, error: { ...error } })
