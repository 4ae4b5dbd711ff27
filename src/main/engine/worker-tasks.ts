// The pure computations that may run in a worker thread, by name: one line each, added by the domain that needs it.
// A task gets and returns structured-clone values only; it reaches no database.
import { writeTask } from './export/write-task.ts'
import { snapshotsTask } from './forecasts/accuracy-task.ts'
import { compareTask } from './forecasts/compare-task.ts'
import { partsTask } from './forecasts/hierarchy-task.ts'
import { pipelineTask } from './forecasts/pipeline-task.ts'
import { hashTask, planTask, readTask } from './import/plan-task.ts'
import { oldWorkbookTask } from './import/readers/old-workbook-task.ts'
import { alignTask } from './territories/align-task.ts'

export interface WorkerContext<Part = never> {
  progress(done: number, total: number | undefined, what: string, rows?: number): void
  /** Sends a part of the result ahead; stands still while the other side has too many of them to take. */
  send(part: Part): void
}

export const workerTasks = {
  /** Adds numbers: lets tests reach a worker without a domain. */
  'workspace.sum': (numbers: readonly number[], context: WorkerContext<number>): number => {
    let total = 0
    numbers.forEach((value, index) => {
      total += value
      context.progress(index + 1, numbers.length, 'workspace.progress.sum')
      context.send(total)
    })
    return total
  },
  /** Reads the bytes of files and says their hashes. */
  'import.hash': hashTask,
  /** Reads and understands files, and keeps them for a plan. */
  'import.read': readTask,
  /** Plans what importing files would change, and sends the rows to write. */
  'import.plan': planTask,
  /** Reads an old workbook, in a thread of its own that can be ended when the file keeps it busy. */
  'import.readOldWorkbook': oldWorkbookTask,
  /** Looks for a better plan of territories, and sends the best so far ahead. */
  'territories.align': alignTask,
  /** Tries every method of forecasting on the past of a series. */
  'forecasts.compare': compareTask,
  /** Learns the chances of deals and simulates what becomes of them. */
  'forecasts.pipeline': pipelineTask,
  /** Forecasts many histories by the automatic method and the baseline, to be kept. */
  'forecasts.snapshots': snapshotsTask,
  /** Forecasts the parts of a tree one by one, and sends them ahead. */
  'forecasts.parts': partsTask,
  /** Writes a table as the bytes of a file. */
  'export.write': writeTask
}
export type WorkerTask = typeof workerTasks
