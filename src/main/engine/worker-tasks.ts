// The pure computations that may run in a worker thread, by name: one line each, added by the domain that needs it.
// A task gets and returns structured-clone values only; it reaches no database.
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
  }
}
export type WorkerTask = typeof workerTasks
