// A worker thread: runs one named pure task and answers with its result. The pool is in worker-pool.ts.
import { parentPort } from 'node:worker_threads'
import { type WorkerContext, workerTasks } from './worker-tasks.ts'

export type ToWorker = { name: string; args: unknown }
export type FromWorker =
  | { type: 'progress'; done: number; total: number | undefined; what: string }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; message: string; stack: string }

const answer = (message: FromWorker): void => parentPort?.postMessage(message)

parentPort?.on('message', async ({ name, args }: ToWorker) => {
  const tasks: Record<string, (args: never, context: WorkerContext) => unknown> = workerTasks
  const task = tasks[name]
  try {
    if (task === undefined) throw new Error(`no worker task is called ${name}`)
    const value = await task(args as never, {
      progress: (done, total, what) => answer({ type: 'progress', done, total, what })
    })
    answer({ type: 'done', value })
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error))
    answer({ type: 'failed', message: problem.message, stack: problem.stack ?? '' })
  }
})
