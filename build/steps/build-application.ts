// Bundles the application when its sources have changed since the last time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from './runtime/electron.ts'
import { makeFolderOnce } from './runtime/once.ts'

// Inside node_modules, so that the bundles find the SQLite driver there.
const buildsFolder = join(projectFolder, 'node_modules/.cache/builds')
const keptForMs = 2 * 3600_000

/** Bundles into the project's `out` folder. Returns the folder to give to Electron. */
export async function buildApplication(say: (line: string) => void): Promise<string> {
  const stamp = join(projectFolder, 'out', 'built-from.txt')
  const state = sourceState()
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== state) {
    say('Building the application...')
    await bundle(join(projectFolder, 'out'))
    writeFileSync(stamp, state)
  }
  return projectFolder
}

/**
 * Bundles into a folder of its own, named after the state of the sources: a window that runs from it is not disturbed by the
 * next build.
 */
export async function buildAside(say: (line: string) => void): Promise<string> {
  await removeOldBuilds()
  const folder = join(buildsFolder, sourceState().slice(0, 16))
  return makeFolderOnce(folder, async (unfinished) => {
    say('Building the application...')
    await bundle(join(unfinished, 'out'))
    const { name, version, main, type } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
    writeFileSync(join(unfinished, 'package.json'), JSON.stringify({ name, version, main, type }))
  })
}

async function removeOldBuilds(): Promise<void> {
  const names = await readdir(buildsFolder).catch(() => [])
  for (const name of names) {
    const folder = join(buildsFolder, name)
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > keptForMs) await rm(folder, { recursive: true, force: true })
  }
}

/** A digest of the names, sizes and times of everything that the bundles are made of. */
function sourceState(): string {
  const files = [
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
    ...globSync('src/**/*', { cwd: projectFolder })
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(projectFolder, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function bundle(outFolder: string): Promise<void> {
  const electronVite = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
      cwd: projectFolder,
      env: { ...process.env, COMARCA_OUT: outFolder, NO_COLOR: '1' },
      stdio: ['ignore', 'inherit', 'inherit']
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error('The application could not be bundled (see above).'))
    )
  })
}
