// Runs worker tasks in threads: one task a thread, at most as many as there are cores but one; cancelling ends the thread.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/workspace/types.ts'
import type { FromWorker, ToWorker } from './worker.ts'

/** Thrown by a task whose caller gave up. */
export class CancelledError extends Error {}

// The same folder holds worker.ts when run from source and worker.js when built.
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : `${import.meta.url.includes('/chunks/') ? '../' : './'}worker.js`,
  import.meta.url
)
const memoryCapMb = 2048

export class WorkerPool {
  readonly #idle: Worker[] = []
  readonly #waiting: (() => void)[] = []
  readonly #limit = Math.max(1, availableParallelism() - 1)
  #busy = 0

  async run(task: ToWorker, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<unknown> {
    while (this.#busy >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (signal.aborted) {
      this.#waiting.shift()?.()
      throw new CancelledError()
    }
    this.#busy += 1
    const worker =
      this.#idle.pop() ?? new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: memoryCapMb } })
    let isReusable = false
    try {
      const value = await this.#ask(worker, task, signal, onProgress)
      isReusable = true
      return value
    } finally {
      // Only our own listeners: Node keeps some of its own on the worker.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
      if (isReusable) this.#idle.push(worker)
      else await worker.terminate()
      worker.unref()
      this.#busy -= 1
      this.#waiting.shift()?.()
    }
  }

  #ask(
    worker: Worker,
    task: ToWorker,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = (): void => reject(new CancelledError())
      signal.addEventListener('abort', cancel, { once: true })
      const settle = (finish: () => void): void => {
        signal.removeEventListener('abort', cancel)
        finish()
      }
      worker.ref()
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'progress')
          onProgress({
            done: message.done,
            what: message.what,
            ...(message.total === undefined ? {} : { total: message.total })
          })
        else if (message.type === 'done') settle(() => resolve(message.value))
        else settle(() => reject(Object.assign(new Error(message.message), { stack: message.stack })))
      })
      worker.on('error', (error) => settle(() => reject(error)))
      worker.on('exit', (code) => settle(() => reject(new Error(`the worker ended with code ${code}`))))
      worker.postMessage(task)
    })
  }

  async stop(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()))
  }
}
