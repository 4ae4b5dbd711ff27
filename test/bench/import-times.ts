// A process of its own that either imports a file into a new workspace, twice, or merely reads every cell of it, and prints how long
// that took. Each measurement gets a new one, so that nothing is warm from another.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { streamXlsxRows } from 'hucre'
import Papa from 'papaparse'
import { makeClock } from '#engine/clock.ts'
import { Router } from '#engine/router.ts'
import { EngineSession } from '#engine/workspace/session.ts'
import type { WireReply } from '#shared/contract/messages.ts'
import { currencyCode } from '#shared/units/currency.ts'

export interface Times {
  ms: number
  /** The same files once more. */
  againMs: number
  /** Cells read, or deals in the workspace afterwards: what was measured was done. */
  count: number
}

async function readCells(file: string): Promise<Times> {
  const before = performance.now()
  let count = 0
  if (file.endsWith('.xlsx')) {
    for await (const row of streamXlsxRows(new Uint8Array(readFileSync(file))))
      for (const cell of row.values) if (cell !== null) count += 1
  } else {
    const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8'))
    for (const row of data) count += row.length
  }
  return { ms: performance.now() - before, againMs: 0, count }
}

async function importFile(file: string): Promise<Times> {
  const folder = mkdtempSync(join(tmpdir(), 'comarca-import-'))
  const session = new EngineSession(makeClock('2026-11-12T09:00:00.000Z'), join(folder, 'backups'))
  const router = new Router(session, {
    onChanged: () => undefined,
    onWorkspace: () => undefined,
    onBug: (_method, error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  })
  const call = async (method: string, args: unknown): Promise<unknown> => {
    const options = { caller: 'host' as const, signal: new AbortController().signal, onProgress: () => undefined }
    const reply: WireReply = await router.call(method, args, options)
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  try {
    const calendar = { startMonth: 1, pattern: 'months', weekStart: 1 }
    const settings = {
      company: 'Bench',
      currency: currencyCode('EUR'),
      calendar,
      language: 'en',
      numberLocale: 'en-GB'
    }
    await call('workspace.create', { path: join(folder, 'bench.comarca'), settings })
    // A first small file starts the thread and loads its code, as the preview has done when a user presses Import.
    const small = join(folder, 'accounts.csv')
    writeFileSync(small, 'Account name,Industry\nAcme,Steel')
    session.grant('small', small)
    session.grant('deals', file)
    await call('import.run', { files: ['small'] })
    const before = performance.now()
    await call('import.run', { files: ['deals'] })
    const between = performance.now()
    await call('import.run', { files: ['deals'] })
    const after = performance.now()
    const { opportunities } = (await call('crm.countFacts', {})) as { opportunities: number }
    return { ms: between - before, againMs: after - between, count: opportunities }
  } finally {
    await router.stop()
    session.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const [what, file = ''] = process.argv.slice(2)
const times = what === 'read' ? await readCells(file) : await importFile(file)
process.stdout.write(`${JSON.stringify(times)}\n`)
