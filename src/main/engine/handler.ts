// How a domain answers its calls: the contexts handlers get, and what they may return. The router runs them.
import type { z } from 'zod'
import type { AnyCall, CallSpec, Contract } from '#shared/contract/define.ts'
import type { BaseError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CommandLabel, Progress } from '#shared/workspace/types.ts'
import type { Reader, Writer } from './db.ts'
import type { WorkerContext, WorkerTask } from './worker-tasks.ts'
import type { EngineSession } from './workspace/session.ts'

export interface Ok<T> {
  ok: true
  value: T
  params?: CommandLabel['params']
  /** What was written on the way does not stay. */
  isTakenBack?: true
}
export interface Failed<E> {
  ok: false
  error: E
}

/** A query's or job's answer. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
/** A command's answer: the value, and the words its undo label needs. */
export const done = <T>(value: T, params: CommandLabel['params'] = {}): Ok<T> => ({ ok: true, value, params })
/** The answer of a step that turned out to change nothing: what it wrote on the way is taken back. */
export const nothingDone = <T>(value: T): Ok<T> => ({ ok: true, value, isTakenBack: true })
/** An error the caller can act on. Nothing a command wrote before it stays. */
export const fail = <const E extends { code: string }>(error: E): Failed<E> => ({ ok: false, error })

interface Moment {
  /** UTC instant. */
  now: string
  today: IsoDate
}
export interface QueryContext extends Moment {
  db: Reader
}
export interface CommandContext extends Moment {
  db: Writer
}
export interface FileGrants {
  /** The file behind a token that main handed out, or the text that was pasted; undefined for an unknown one. */
  find(token: string): GrantedSource | undefined
}
export type GrantedSource = { name: string; path: string } | { name: string; bytes: Uint8Array }

/** A transaction that stays open while a worker sends what is to be written. */
export interface WriteStream {
  db: Writer
  inWorker: RunInWorker
}
export interface JobContext extends Moment {
  db: Reader
  /**
   * One transaction, one undo step, over several turns of the event loop: other calls wait meanwhile, so that nobody sees half of it.
   * `work` returns done(...), nothingDone(...) or fail(...); when it fails, throws or is cancelled, everything is taken back.
   */
  writeStream<T, E>(work: (stream: WriteStream) => Promise<Ok<T> | Failed<E>>): Promise<Ok<T> | Failed<E>>
  progress(progress: Progress): void
  signal: AbortSignal
  inWorker: RunInWorker
  /** Ends the thread of imports with all it has read. */
  endThreads(): Promise<void>
  files: FileGrants
}
export interface ServiceContext extends Moment {
  session: EngineSession
  /** Tells the windows that rows of these tables are others now. */
  changed(tables: readonly string[]): void
}
/** What a task sends while it runs. */
type PartOf<Name extends keyof WorkerTask> =
  Parameters<WorkerTask[Name]>[1] extends WorkerContext<infer Part> ? Part : never

/** @param onPart gets what the task sends on its way, one after the other; the task waits when too many are under way */
export type RunInWorker = <Name extends keyof WorkerTask>(
  name: Name,
  args: Parameters<WorkerTask[Name]>[0],
  onPart?: (part: PartOf<Name>) => void
) => Promise<Awaited<ReturnType<WorkerTask[Name]>>>

type Answer<R, E> = Ok<R> | Failed<E | BaseError>

type HandlerOf<Call> =
  Call extends CallSpec<infer Kind, infer Args extends z.ZodType, infer R, infer E>
    ? Kind extends 'query'
      ? (context: QueryContext, args: z.output<Args>) => Answer<R, E>
      : Kind extends 'command'
        ? (context: CommandContext, args: z.output<Args>) => Answer<R, E>
        : Kind extends 'job'
          ? (context: JobContext, args: z.output<Args>) => Promise<Answer<R, E>>
          : (context: ServiceContext, args: z.output<Args>) => Answer<R, E> | Promise<Answer<R, E>>
    : never

export type HandlersOf<Calls extends Record<string, AnyCall>> = { [Verb in keyof Calls]: HandlerOf<Calls[Verb]> }

/** A handler as the router sees it, after the schema has checked the arguments. */
export type ErasedHandler = (context: never, args: never) => unknown

export interface DomainHandlers {
  readonly domain: string
  readonly handlers: Readonly<Record<string, ErasedHandler>>
  /** Loads, once, what a handler needs and can't wait for; its call waits for it before it runs. */
  readonly prepare?: (verb: string) => Promise<void> | undefined
}

export const defineHandlers = <Domain extends string, Calls extends Record<string, AnyCall>>(
  contract: Contract<Domain, Calls>,
  handlers: HandlersOf<Calls>,
  prepare?: DomainHandlers['prepare']
): DomainHandlers => ({
  domain: contract.domain,
  handlers: handlers as Readonly<Record<string, ErasedHandler>>,
  ...(prepare === undefined ? {} : { prepare })
})
