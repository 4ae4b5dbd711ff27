// Runs worker tasks in threads: one task a thread, at most as many as there are cores but one; cancelling ends the thread.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/workspace/types.ts'
import { workerYoungMb } from './heap-size.ts'
import { countTaken } from './parts-ahead.ts'
import type { FromWorker, ToWorker } from './worker.ts'

/** Thrown by a task whose caller gave up. */
export class CancelledError extends Error {}

// The same folder holds worker.ts when run from source and worker.js when built.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : `${import.meta.url.includes('/chunks/') ? '../' : './'}worker.js`,
  import.meta.url
)
const usualMemoryCapMb = 2048

export interface PoolOptions {
  /** How many tasks run at the same time. */
  threads?: number
  /** Threads without a task end after this time, with all they keep; they stay where nothing is given. */
  idleMs?: number
  /** Of each thread. */
  memoryCapMb?: number
}

type OnProgress = (progress: Progress) => void
type OnPart = (part: unknown) => void

export class WorkerPool {
  readonly #idle: Worker[] = []
  readonly #waiting: (() => void)[] = []
  readonly #limit: number
  readonly #idleMs: number | undefined
  readonly #memoryCapMb: number
  #busy = 0
  #ending: NodeJS.Timeout | undefined

  constructor({ threads, idleMs, memoryCapMb = usualMemoryCapMb }: PoolOptions = {}) {
    this.#limit = threads ?? Math.max(1, availableParallelism() - 1)
    this.#idleMs = idleMs
    this.#memoryCapMb = memoryCapMb
  }

  async run(task: ToWorker, signal: AbortSignal, onProgress: OnProgress, onPart?: OnPart): Promise<unknown> {
    while (this.#busy >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (signal.aborted) {
      this.#waiting.shift()?.()
      throw new CancelledError()
    }
    this.#busy += 1
    clearTimeout(this.#ending)
    const worker =
      this.#idle.pop() ??
      new Worker(workerFile, {
        resourceLimits: { maxOldGenerationSizeMb: this.#memoryCapMb, maxYoungGenerationSizeMb: workerYoungMb }
      })
    let isReusable = false
    try {
      const value = await this.#ask(worker, task, signal, onProgress, onPart)
      isReusable = true
      return value
    } finally {
      // Only our own listeners: Node keeps some of its own on the worker.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
      if (isReusable) this.#idle.push(worker)
      else {
        // A thread may run out of memory while it is being ended; nobody waits for its answer any more.
        worker.on('error', () => undefined)
        await worker.terminate()
      }
      worker.unref()
      this.#busy -= 1
      this.#waiting.shift()?.()
      if (this.#idleMs !== undefined && this.#busy === 0)
        this.#ending = setTimeout(() => void this.stop(), this.#idleMs).unref()
    }
  }

  #ask(
    worker: Worker,
    task: ToWorker,
    signal: AbortSignal,
    onProgress: OnProgress,
    onPart: OnPart | undefined
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => settle(() => reject(new CancelledError()))
      signal.addEventListener('abort', cancel, { once: true })
      let isSettled = false
      const settle = (finish: () => void): void => {
        isSettled = true
        signal.removeEventListener('abort', cancel)
        finish()
      }
      worker.ref()
      worker.on('message', (message: FromWorker) => {
        // What a cancelled or failed task has still sent counts for nothing.
        if (isSettled) return
        if (message.type === 'progress') onProgress(message.progress)
        else if (message.type === 'part') {
          try {
            onPart?.(message.part)
            countTaken(message.underWay)
          } catch (error) {
            settle(() => reject(error))
          }
        } else if (message.type === 'done') settle(() => resolve(message.value))
        else settle(() => reject(Object.assign(new Error(message.message), { stack: message.stack })))
      })
      worker.on('error', (error) => settle(() => reject(error)))
      worker.on('exit', (code) => settle(() => reject(new Error(`the worker ended with code ${code}`))))
      worker.postMessage(task)
    })
  }

  /** Ends the threads that have no task. */
  async stop(): Promise<void> {
    clearTimeout(this.#ending)
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()))
  }
}
