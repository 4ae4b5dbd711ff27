// A worker thread: runs one named pure task and answers with its result. The pool is in worker-pool.ts.
import { parentPort } from 'node:worker_threads'
import type { Progress } from '#shared/workspace/types.ts'
import { countSent, newCount, type SharedCount } from './parts-ahead.ts'
import { type WorkerContext, workerTasks } from './worker-tasks.ts'

export type ToWorker = { name: string; args: unknown }
export type FromWorker =
  | { type: 'progress'; progress: Progress }
  | { type: 'part'; part: unknown; underWay: SharedCount }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; message: string; stack: string }

const answer = (message: FromWorker): void => parentPort?.postMessage(message)

parentPort?.on('message', async ({ name, args }: ToWorker) => {
  const tasks: Record<string, (args: never, context: WorkerContext<unknown>) => unknown> = workerTasks
  const task = tasks[name]
  const underWay = newCount()
  try {
    if (task === undefined) throw new Error(`no worker task is called ${name}`)
    const value = await task(args as never, {
      progress: (done, total, what, rows) =>
        answer({
          type: 'progress',
          progress: { done, what, ...(total === undefined ? {} : { total }), ...(rows === undefined ? {} : { rows }) }
        }),
      send: (part) => {
        countSent(underWay)
        answer({ type: 'part', part, underWay })
      }
    })
    answer({ type: 'done', value })
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error))
    answer({ type: 'failed', message: problem.message, stack: problem.stack ?? '' })
  }
})
