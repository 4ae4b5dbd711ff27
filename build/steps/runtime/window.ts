// Opens the built application in a real Electron, driven by Playwright, with everything it writes in a folder of its own:
// for tests, the demo, pictures and benchmarks.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { _electron } from 'playwright-core'

/** What a machine needs to open a window; plain strings, so that it can be handed to test workers. */
export interface WindowPlace {
  executable: string
  flags: string[]
  env: Record<string, string>
  /** The folder of the built application. */
  appFolder: string
}

export interface WindowOptions {
  /** A workspace to open at once. */
  file?: string | undefined
  /** A fixed clock for the engine, an ISO instant. */
  now?: string | undefined
  /** Where the application keeps its own files; a fresh folder that is removed again when left out. */
  userData?: string | undefined
  /** Further arguments, such as a file as the system would pass it on a double click. */
  args?: readonly string[] | undefined
  env?: Record<string, string> | undefined
}

export interface OpenedWindow {
  app: ElectronApplication
  page: Page
  userData: string
  /** What the application printed so far. */
  printed(): string
  close(): Promise<void>
}

const windowLimitMs = 60_000

export async function openWindow(place: WindowPlace, options: WindowOptions = {}): Promise<OpenedWindow> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'comarca-')))
  const app = await _electron.launch({
    executablePath: place.executable,
    args: [...place.flags, place.appFolder, ...(options.args ?? [])],
    env: {
      ...inheritedEnv(),
      ...place.env,
      COMARCA_USER_DATA: userData,
      ...(options.file === undefined ? {} : { COMARCA_OPEN: options.file }),
      ...(options.now === undefined ? {} : { COMARCA_NOW: options.now }),
      ...options.env
    },
    timeout: windowLimitMs
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  app.process().stdout?.on('data', collect)
  app.process().stderr?.on('data', collect)

  const close = async () => {
    await app.close()
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const page = await app.firstWindow({ timeout: windowLimitMs })
    return { app, page, userData, printed: () => printed, close }
  } catch (error) {
    await close()
    throw new Error(`The window did not open. The application printed:\n${printed}`, { cause: error })
  }
}

function inheritedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  // NODE_OPTIONS and the runner's own variables are for this process, not for the application.
  return Object.fromEntries(entries.filter(([name]) => name !== 'NODE_OPTIONS' && !name.startsWith('VITEST')))
}
