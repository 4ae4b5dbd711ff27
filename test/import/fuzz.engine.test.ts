// Ten thousand damaged files of every kind: each gives rows or a refusal in words. No crash, no file that takes ten seconds, and
// never more memory than the cap of the thread that reads them.
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { makeDamaged, makeSeeds } from './fuzz-files.ts'
import type { FuzzRange, FuzzReport } from './fuzz-worker.ts'
import { readSheets } from './reading.ts'

const files = 10_000
const threads = 2
const longestMs = 10_000
const memoryCapMb = 512
/** Both threads with those that they start for old workbooks, and what the test itself takes. */
const processCapMb = 1400

type Ending = Extract<FuzzReport, { type: 'ends' }>

/** Runs a thread to its end; fails with the file it was at when it dies or takes too long. */
function fuzz(range: FuzzRange): Promise<Ending> {
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: range,
    // SheetJS complains there of records it does not know.
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryCapMb }
  })
  return new Promise((resolve, reject) => {
    let current = 'before the first file'
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const fail = (problem: string): void => {
      clearTimeout(watchdog)
      void worker.terminate()
      reject(new Error(`${problem} at ${current}`))
    }
    worker.on('message', (report: FuzzReport) => {
      clearTimeout(watchdog)
      if (report.type === 'ends') return resolve(report)
      current = `file ${report.number} (${report.name})`
      watchdog = setTimeout(() => fail(`more than ${longestMs} ms`), longestMs)
    })
    worker.on('error', (error) => fail(String(error)))
    worker.on('exit', (code) => fail(`the thread ended with code ${code}`))
  })
}

test(`${files} damaged files are read or refused`, { timeout: 240_000 }, async () => {
  const share = files / threads
  const endings = await Promise.all(
    Array.from({ length: threads }, (_, at) => fuzz({ from: at * share, to: (at + 1) * share }))
  )
  if (process.env.COMARCA_FUZZ_REPORT !== undefined) console.log(JSON.stringify(endings, null, 1))
  expect(endings.flatMap((ending) => ending.wrong)).toEqual([])
  for (const ending of endings) {
    expect(ending.slowest.ms, ending.slowest.name).toBeLessThan(longestMs)
    expect(ending.peakMb).toBeLessThan(processCapMb)
    // Both happen, or the damage is too small or too great to test anything.
    expect(ending.rowsRead).toBeGreaterThan(1000)
    expect(ending.refusals['import.unreadable']).toBeGreaterThan(500)
  }
})

test('the files that are damaged can be read before, and are the same each time', async () => {
  const seeds = await makeSeeds()
  for (const { name, bytes } of seeds) {
    const sheets = await readSheets(bytes, name === 'agile' || name === 'standard' ? { password: 'fuzz' } : {})
    expect(
      sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0),
      name
    ).toBeGreaterThan(0)
  }
  for (const number of [0, 1, 7, 4242]) expect(makeDamaged(seeds, number)).toEqual(makeDamaged(seeds, number))
})
