// Backups of one workspace file: where they lie, when one is due, which are kept. Sound copies made by SQLite itself.
// Kept: the newest of each day for a week, the newest of each week for two months, and every copy made before a migration for two months.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Backup } from '#shared/workspace/types.ts'
import type { Connection } from '../db.ts'

const daysMs = 86_400_000
const keptDays = 7
const keptWeeksDays = 62
const fileShape = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3})Z-(day|migration)\.comarca$/

const canonical = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path))

const instantOf = (stamp: string): string =>
  `${stamp.slice(0, 10)}T${stamp.slice(11).replace(/^(\d{2})-(\d{2})-(\d{2})-(\d{3})$/, '$1:$2:$3.$4')}Z`

export class Backups {
  readonly folder: string

  /** @param root the program's own folder for backups @param path the workspace file */
  constructor(root: string, path: string) {
    const full = canonical(path)
    const name = basename(full, '.comarca')
      .replace(/[^\p{L}\p{N} _-]/gu, '_')
      .slice(0, 60)
    this.folder = join(root, `${name}-${createHash('sha256').update(full).digest('hex').slice(0, 12)}`)
  }

  /** Newest first. */
  list(): Backup[] {
    if (!existsSync(this.folder)) return []
    return readdirSync(this.folder)
      .flatMap((file): Backup[] => {
        const parts = fileShape.exec(file)
        if (parts?.[1] === undefined) return []
        const reason = parts[2] === 'migration' ? 'migration' : 'day'
        return [{ id: file, madeAt: instantOf(parts[1]), bytes: statSync(join(this.folder, file)).size, reason }]
      })
      .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  }

  pathOf(id: string): string | undefined {
    return this.list().some((backup) => backup.id === id) ? join(this.folder, id) : undefined
  }

  isDue(now: string): boolean {
    return !this.list().some((backup) => backup.madeAt.slice(0, 10) === now.slice(0, 10))
  }

  make(connection: Connection, now: string, reason: Backup['reason']): Backup {
    mkdirSync(this.folder, { recursive: true })
    const id = `${now.replace(/[:.]/g, '-').replace(/Z$/, '')}Z-${reason}.comarca`
    const path = join(this.folder, id)
    if (!existsSync(path)) {
      const half = `${path}.part`
      rmSync(half, { force: true })
      connection.copyTo(half)
      copyFileSync(half, path)
      rmSync(half)
    }
    this.prune(now)
    return { id, madeAt: now, bytes: statSync(path).size, reason }
  }

  /** Deletes what the rule at the top no longer keeps. */
  prune(now: string): void {
    const seenDays = new Set<string>()
    const seenWeeks = new Set<number>()
    for (const backup of this.list()) {
      const age = (Date.parse(now) - Date.parse(backup.madeAt)) / daysMs
      if (backup.reason === 'migration' && age <= keptWeeksDays) continue
      const day = backup.madeAt.slice(0, 10)
      const week = Math.floor((Date.parse(day) / daysMs + 3) / 7)
      const isNewestOfDay = !seenDays.has(day)
      const isNewestOfWeek = !seenWeeks.has(week)
      seenDays.add(day)
      seenWeeks.add(week)
      if (age <= keptDays && isNewestOfDay) continue
      if (age <= keptWeeksDays && isNewestOfWeek) continue
      rmSync(join(this.folder, backup.id), { force: true })
    }
  }
}
