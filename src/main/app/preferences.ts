// What the program remembers about this person on this machine: theme, language, the files opened lately.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { app } from 'electron'
import type { RecentFile } from '#shared/contract/messages.ts'
import type { Preferences } from '#shared/contract/shell.ts'
import { log } from './log.ts'
import { places } from './places.ts'

interface Remembered extends Preferences {
  /** How the file opened last writes numbers and dates. */
  numberLocale?: string
  recent: { path: string; openedAt: string }[]
}

const recentLimit = 10
const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16)

let remembered: Remembered | undefined

function load(): Remembered {
  if (remembered) return remembered
  const fresh: Remembered = {
    theme: 'system',
    language: app.getLocale().startsWith('es') ? 'es' : 'en',
    recent: []
  }
  try {
    const read: Partial<Remembered> = existsSync(places.preferences)
      ? JSON.parse(readFileSync(places.preferences, 'utf8'))
      : {}
    remembered = { ...fresh, ...read, recent: Array.isArray(read.recent) ? read.recent : [] }
  } catch (error) {
    log.warn(`the preferences could not be read and start anew: ${String(error)}`)
    remembered = fresh
  }
  return remembered
}

function save(next: Remembered): void {
  remembered = next
  try {
    mkdirSync(dirname(places.preferences), { recursive: true })
    writeFileSync(`${places.preferences}.part`, JSON.stringify(next, null, 2))
    renameSync(`${places.preferences}.part`, places.preferences)
  } catch (error) {
    log.error(`the preferences could not be saved: ${String(error)}`)
  }
}

/** The locale or language used on an earlier run, if any: asked before Electron knows the system's. */
export function findUsedLocale(): string | undefined {
  return existsSync(places.preferences) ? (load().numberLocale ?? load().language) : undefined
}

export const getPreferences = (): Preferences => ({ theme: load().theme, language: load().language })

export function setPreferences(change: { [Name in keyof Preferences]?: Preferences[Name] | undefined }): Preferences {
  const had = load()
  save({ ...had, theme: change.theme ?? had.theme, language: change.language ?? had.language })
  return getPreferences()
}

export const rememberLocale = (numberLocale: string): void => {
  if (load().numberLocale !== numberLocale) save({ ...load(), numberLocale })
}

export function rememberRecent(path: string): void {
  const others = load().recent.filter((file) => file.path !== path)
  save({ ...load(), recent: [{ path, openedAt: new Date().toISOString() }, ...others].slice(0, recentLimit) })
  app.addRecentDocument(path)
}

export function forgetRecent(id: string): void {
  save({ ...load(), recent: load().recent.filter((file) => idOf(file.path) !== id) })
}

export const findRecent = (id: string): string | undefined => load().recent.find((file) => idOf(file.path) === id)?.path

export const listRecent = (): RecentFile[] =>
  load().recent.map(({ path, openedAt }) => ({
    id: idOf(path),
    name: basename(path, '.comarca'),
    folder: dirname(path),
    openedAt,
    exists: existsSync(path)
  }))
