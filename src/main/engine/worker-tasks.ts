// The pure computations that may run in a worker thread, by name: one line each, added by the domain that needs it.
// A task gets and returns structured-clone values only; it reaches no database.
import { writeTask } from './export/write-task.ts'
import { planTask } from './import/plan-task.ts'

export interface WorkerContext {
  progress(done: number, total: number | undefined, what: string): void
}

export const workerTasks = {
  /** Adds numbers: lets tests reach a worker without a domain. */
  'workspace.sum': (numbers: readonly number[], context: WorkerContext): number => {
    let total = 0
    numbers.forEach((value, index) => {
      total += value
      context.progress(index + 1, numbers.length, 'workspace.progress.sum')
    })
    return total
  },
  /** Reads and understands files, and plans what importing them would change. */
  'import.plan': planTask,
  /** Writes a table as the bytes of a file. */
  'export.write': writeTask
}
export type WorkerTask = typeof workerTasks
