// Runs an application as a person would start it, with nothing attached until it is up: for measurements, and for packaged
// applications, whose fuses refuse a debugger of the main process.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import type { WindowPlace } from '../../build/steps/runtime/window.ts'

export interface Running {
  pid: number
  /** When the process was asked for, in ms since 1970. */
  startedAt: number
  page: Page
  /** Where the application keeps its own files; removed at the end. */
  userData: string
  close(): Promise<void>
}

export interface PlainOptions {
  env?: Record<string, string>
  /** How long it is left alone before anything attaches to it. */
  settleMs?: number
  /** A folder for the application's own files that is there already and stays. */
  keptUserData?: string
}

const portLimitMs = 60_000

/** Starts an application and attaches to its window over the debugging port. */
export async function startPlain(
  place: Omit<WindowPlace, 'appFolder'> & { appFolder?: string },
  { env = {}, settleMs = 0, keptUserData }: PlainOptions = {}
): Promise<Running> {
  const userData = keptUserData ?? (await mkdtemp(join(tmpdir(), 'comarca-')))
  const startedAt = Date.now()
  const child = spawn(
    place.executable,
    [...place.flags, '--remote-debugging-port=0', ...(place.appFolder === undefined ? [] : [place.appFolder])],
    {
      env: { ...process.env, ...place.env, COMARCA_USER_DATA: userData, ...env },
      stdio: ['ignore', 'ignore', 'pipe']
    }
  )
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No debugging port. Printed:\n${printed}`)), portLimitMs)
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
  })
  await wait(settleMs)
  const browser = await chromium.connectOverCDP(address)
  const page = await firstPage(() => browser.contexts().flatMap((context) => context.pages()))
  return {
    pid: child.pid ?? 0,
    startedAt,
    page,
    userData,
    close: async () => {
      await page.evaluate(() => window.close()).catch(() => {})
      await Promise.race([closed, wait(5_000)])
      child.kill('SIGKILL')
      await closed
      if (keptUserData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function firstPage(pages: () => Page[]): Promise<Page> {
  const until = Date.now() + portLimitMs
  while (Date.now() < until) {
    const [page] = pages()
    if (page !== undefined) return page
    await wait(50)
  }
  throw new Error('The application opened no window')
}

/** The memory of a process and all its descendants in bytes, with shared pages counted once (PSS). Linux only. */
export function memoryOfTree(pid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = /^PPid:\s+(\d+)/m.exec(readOrEmpty(`/proc/${name}/status`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isBelow = (candidate: number): boolean => {
    let at: number | undefined = candidate
    while (at !== undefined && at !== 0) {
      if (at === pid) return true
      at = parents.get(at)
    }
    return false
  }
  let bytes = 0
  for (const candidate of parents.keys()) {
    if (!isBelow(candidate)) continue
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${candidate}/smaps_rollup`))?.[1]
    bytes += Number(kilobytes ?? 0) * 1024
  }
  return bytes
}

/** A process may end while the list is read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
