// The system packages that Electron and a display without a screen need on Debian and its relatives: finds what is missing and
// installs it where apt and root allow, otherwise gives the exact command.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libcups2'
]
const displayPackages = ['xvfb']
const fontPackages = ['fonts-liberation', 'fonts-noto-core']

export interface SystemNeeds {
  /** Electron's executable, whose shared libraries must be there. */
  executable: string
  /** Whether a display without a screen (Xvfb) is needed. */
  display: boolean
}

/** Makes sure that the system packages are there. Throws an error whose text is the command to run when it may not install. */
export function requireSystemPackages(needs: SystemNeeds, say: (line: string) => void): void {
  if (process.platform !== 'linux') return
  const missing = missingPackages(needs)
  if (missing.length === 0) return
  const hasApt = findOnPath('apt-get') !== undefined
  if (!hasApt) {
    throw new Error(
      `These system packages are missing (Debian names): ${missing.join(' ')}\nInstall what your system calls them.`
    )
  }
  if (process.getuid?.() !== 0) throw new Error(`System packages are missing. Run: ${aptCommand(missing)}`)

  say(`Installing system packages: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  const names = missing.map(currentName)
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env
  })
  if (status !== 0) {
    throw new Error(`System packages could not be installed:\n${stderr.toString().trim()}\nRun: ${aptCommand(names)}`)
  }
}

/** The Debian packages that are missing, in the order in which they are listed above. */
export function missingPackages(needs: SystemNeeds): string[] {
  return [
    ...(lacksLibraries(needs.executable) ? electronPackages : []),
    ...(needs.display && findOnPath('Xvfb') === undefined ? displayPackages : []),
    ...(hasFonts() ? [] : fontPackages)
  ]
}

/** The command that a person can paste. */
export function aptCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
}

/** The path of a program, looked up as a shell would. */
export function findOnPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}

function lacksLibraries(executable: string): boolean {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return stdout?.includes('not found') ?? false
}

function hasFonts(): boolean {
  const folders = [
    '/usr/share/fonts/truetype',
    '/usr/share/fonts/opentype',
    '/usr/local/share/fonts',
    '/usr/share/fonts/TTF'
  ]
  return folders.some((folder) => existsSync(folder))
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries when time became 64 bits wide. */
function currentName(packageName: string): string {
  const renamed = `${packageName}t64`
  return spawnSync('apt-cache', ['show', renamed], { stdio: 'ignore' }).status === 0 ? renamed : packageName
}
