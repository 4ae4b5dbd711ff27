// How long a large import takes, against merely reading every cell of the same file in the same run: as a workbook (hucre, the reader of
// reference), as text (papaparse alone), and once more when nothing has changed. And the memory of the whole application meanwhile.
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { projectFolder } from '../../build/steps/runtime/electron.ts'
import { nodeFlags, runProgram } from '../../build/steps/terminal.ts'
import { memoryOfTree, startPlain } from '../helpers/process.ts'
import { type Bench, type BenchPlace, type Measured, repetitions } from './bench.ts'
import { type DealFiles, dealCount, writeDealFiles } from './deals-file.ts'
import type { Times } from './import-times.ts'

const made = new Map<string, Promise<DealFiles>>()

/** The files are made once for all of these. */
function dealFiles(folder: string): Promise<DealFiles> {
  const files = made.get(folder) ?? writeDealFiles(folder)
  made.set(folder, files)
  return files
}

async function timesOf(what: 'read' | 'import', file: string): Promise<Times> {
  const script = join(projectFolder, 'test/bench/import-times.ts')
  const { code, printed } = await runProgram(process.execPath, [...nodeFlags, script, what, file], { quiet: true })
  const line = printed.trim().split('\n').at(-1) ?? ''
  if (code !== 0) throw new Error(`${what} ${file}: ${printed}`)
  const times = JSON.parse(line) as Times
  if (what === 'import' && times.count !== dealCount) throw new Error(`${times.count} deals were imported`)
  return times
}

const importing = (name: string, aim: number, kind: keyof DealFiles, what: 'ms' | 'againMs'): Bench => ({
  name,
  aim,
  async measure({ folder }) {
    const file = (await dealFiles(folder))[kind]
    const measured: Measured = { product: [], bare: [], unit: 'ms' }
    for (let i = 0; i < repetitions; i += 1) {
      measured.bare.push((await timesOf('read', file)).ms)
      measured.product.push((await timesOf('import', file))[what])
    }
    return measured
  }
})

export const importXlsx = importing(
  'import of 100,000 deals x 20 columns from xlsx, against hucre reading every cell',
  1.8,
  'xlsx',
  'ms'
)
export const importQuotedCsv = importing(
  'import of 100,000 deals x 20 columns from csv with every cell quoted, against papaparse alone',
  3,
  'quotedCsv',
  'ms'
)
export const importCsv = importing(
  'import of 100,000 deals x 20 columns from csv without quotes, against papaparse alone',
  3,
  'csv',
  'ms'
)
export const importAgain = importing(
  'import of an unchanged xlsx once more, against hucre reading every cell',
  1.2,
  'xlsx',
  'againMs'
)

const mostMegabytes = 700
const sampleMs = 100
const limitMs = 120_000

export const importMemory: Bench = {
  name: `peak memory of all processes from the drop of 100,000 deals to the end of their import, against ${mostMegabytes} MB`,
  aim: 1,
  async measure(place) {
    const measured: Measured = { product: [], bare: [], unit: 'MB' }
    if (process.platform !== 'linux') return measured
    const files = await dealFiles(place.folder)
    for (const [at, file] of [files.xlsx, files.quotedCsv, files.csv].entries()) {
      measured.product.push((await peakWhileImporting(place, file, at)) / 2 ** 20)
      measured.bare.push(mostMegabytes)
    }
    return measured
  }
}

/** Drops the file on the window of a new workspace and imports it, as a user does. @returns the most memory seen, in bytes */
async function peakWhileImporting({ product, folder }: BenchPlace, file: string, at: number): Promise<number> {
  const workspace = join(folder, `memory-${at}.comarca`)
  const calendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
  const settings = { company: 'Bench', currency: 'EUR', calendar, language: 'en', numberLocale: 'en-GB' }
  const commandLine = join(projectFolder, 'src/main/engine/call.ts')
  const args = [...nodeFlags, commandLine, workspace, 'workspace.create', JSON.stringify({ settings })]
  const { code, printed } = await runProgram(process.execPath, args, { quiet: true })
  if (code !== 0) throw new Error(`The workspace could not be made: ${printed}`)
  const running = await startPlain(product, { env: { COMARCA_OPEN: workspace }, settleMs: 4_000 })
  let peak = 0
  let isDone = false
  const watch = (async () => {
    while (!isDone) {
      peak = Math.max(peak, memoryOfTree(running.pid))
      await wait(sampleMs)
    }
  })()
  try {
    await dropFile(running.page, file)
    const button = running.page.getByRole('button', { name: /^Import \d/ }).last()
    await button.click({ timeout: limitMs })
    await running.page.getByText('What to do next').first().waitFor({ timeout: limitMs })
  } finally {
    isDone = true
    await watch
    await running.close()
  }
  return peak
}

/** Drops a file of the disk on the window: the browser makes the File, so that its place is known as after a drag. */
async function dropFile(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'dropped'
    input.hidden = true
    document.body.append(input)
  })
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression: `document.getElementById('dropped')` })
  await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId ?? '' })
  await page.evaluate(() => {
    const input = document.getElementById('dropped') as HTMLInputElement
    const dataTransfer = new DataTransfer()
    for (const each of input.files ?? []) dataTransfer.items.add(each)
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    input.remove()
  })
}
