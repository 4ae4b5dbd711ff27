// A thread that reads damaged files one after another and tells what became of each; fuzz.engine.test.ts watches over it.
import { parentPort, workerData } from 'node:worker_threads'
import { readTables, UnreadableFile } from '#engine/import/readers/index.ts'
import { findTable } from '#shared/import/table.ts'
import { makeDamaged, makeSeeds } from './fuzz-files.ts'

export interface FuzzRange {
  from: number
  to: number
}

export type FuzzReport =
  | { type: 'begins'; number: number; name: string }
  | {
      type: 'ends'
      rowsRead: number
      refusals: Record<string, number>
      wrong: string[]
      slowest: { name: string; ms: number }
      peakMb: number
    }

const tell = (report: FuzzReport): void => parentPort?.postMessage(report)

const { from, to } = workerData as FuzzRange
const seeds = await makeSeeds()
const refusals: Record<string, number> = {}
const wrong: string[] = []
let rowsRead = 0
let peakMb = 0
let slowest = { name: '', ms: 0 }
for (let number = from; number < to; number += 1) {
  const { name, bytes } = makeDamaged(seeds, number)
  tell({ type: 'begins', number, name })
  const begun = performance.now()
  try {
    const password = name === 'agile' || name === 'standard' ? 'fuzz' : undefined
    const sheets = await readTables({ name, bytes }, { fileIndex: 0, password }, () => undefined)
    for (const sheet of sheets) rowsRead += findTable(sheet).rows.length
  } catch (error) {
    if (error instanceof UnreadableFile) refusals[error.refusal.code] = (refusals[error.refusal.code] ?? 0) + 1
    else wrong.push(`${number} ${name}: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const ms = performance.now() - begun
  if (ms > slowest.ms) slowest = { name: `${number} ${name}`, ms }
  // Of the whole process: with the threads that this one starts for old workbooks.
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1_048_576)
}
tell({ type: 'ends', rowsRead, refusals, wrong, slowest, peakMb })
