// Files and folders the user chose: tokens for the window, paths for main and the engine, and writing what the user named.
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BaseError, Reply } from '#shared/contract/errors.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'

const folders = new Map<string, string>()
const granted = new Map<string, string>()
let lastSaved: string | undefined

/** Makes tokens for chosen files; the caller tells the engine. Folders and things that aren't files are left out. */
export function grantFiles(paths: readonly string[]): { file: GrantedFile; path: string }[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isFile()) return []
    const token = randomUUID()
    granted.set(token, path)
    return [{ file: { token, name: basename(path), bytes: found.size }, path }]
  })
}

export const findGranted = (token: string): string | undefined => granted.get(token)

export function grantFolder(path: string): { token: string; name: string } {
  const token = randomUUID()
  folders.set(token, path)
  return { token, name: basename(path) }
}

export const findFolder = (token: string): string | undefined => folders.get(token)

/** A file name that every system takes: no path in it, no reserved letter or name. */
export function safeFileName(name: string): string {
  const plain = [...name]
    .map((letter) => (letter < ' ' || '<>:"/\\|?*'.includes(letter) ? '-' : letter))
    .join('')
    .replace(/[. ]+$/, '')
    .slice(0, 180)
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) || plain === '' ? `_${plain}` : plain
}

/** Writes whole or not at all: what stood there stays until the new one is complete. */
export function writeWhole(path: string, bytes: Uint8Array): Reply<{ fileName: string }, BaseError> {
  const half = `${path}.part`
  try {
    writeFileSync(half, bytes)
    renameSync(half, path)
    lastSaved = path
    return { ok: true, value: { fileName: basename(path) } }
  } catch (error) {
    rmSync(half, { force: true })
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    const problem = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      error: isFull ? { code: 'engine.diskFull' } : { code: 'workspace.cannotWrite', fileName: basename(path), problem }
    }
  }
}

/** A path in a folder that isn't taken yet in this run: two people of one name get two files. */
export function freePath(folder: string, name: string): string {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  const ending = dot > 0 ? name.slice(dot) : ''
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${ending}`)
    if (!statSync(path, { throwIfNoEntry: false })) return path
  }
}

export const findLastSaved = (): string | undefined => lastSaved
