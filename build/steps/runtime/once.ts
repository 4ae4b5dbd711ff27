// Makes a folder exactly once, however many processes ask for it at the same time and wherever one of them is killed:
// it is made under another name and takes its place by a rename, which either happens or does not.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const staleAfterMs = 20 * 60_000

/**
 * Returns the folder when it is there; otherwise calls `make` with an empty folder and puts that into place. A second
 * process waits for the first one; if the first one dies, the second makes the folder itself.
 */
export async function makeFolderOnce(folder: string, make: (unfinished: string) => Promise<void>): Promise<string> {
  const lock = `${folder}.lock`
  await mkdir(dirname(folder), { recursive: true })
  while (!(await exists(folder))) {
    if (!(await takeLock(lock))) {
      await wait(250)
      continue
    }
    try {
      if (await exists(folder)) break
      await clearUnfinished(folder)
      const unfinished = `${folder}.unfinished-${randomUUID()}`
      await mkdir(unfinished)
      await make(unfinished)
      await rename(unfinished, folder)
    } finally {
      await rm(lock, { recursive: true, force: true })
    }
  }
  return folder
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  if (await isStale(lock)) await rm(lock, { force: true })
  return false
}

async function isStale(lock: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(lock)
    if (Date.now() - mtimeMs > staleAfterMs) return true
    const pid = Number(await readFile(lock, 'utf8'))
    // An empty lock is one that is being written at this moment.
    return pid > 0 && !isRunning(pid)
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

async function clearUnfinished(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.unfinished-`
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(prefix)) await rm(join(dirname(folder), name), { recursive: true, force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
