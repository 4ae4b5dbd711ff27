// The open workspace of this engine: opening, making, closing, copying and restoring the file, and its undo log.
// Failures come back as errors in words; calls on the content go through the router.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BaseError } from '#shared/contract/errors.ts'
import type { Backup, UndoState, WorkspaceSettings, WorkspaceState } from '#shared/workspace/types.ts'
import type { Clock } from '../clock.ts'
import { homeAmounts } from '../crm/store-home.ts'
import { Connection, makeWriter, OpenError, type Writer } from '../db.ts'
import { migrations } from '../migrations/index.ts'
import { migrate, NewerFileError } from '../migrations/migrate.ts'
import { UndoLog } from '../undo.ts'
import { Backups } from './backups.ts'
import { getSettings, insertSettings } from './store.ts'

interface OpenFile {
  connection: Connection
  undoLog: UndoLog
  backups: Backups
  migratedFrom: number | null
  /** Whether anything was changed since the last backup. */
  isDirty: boolean
}

type Opened = { ok: true; value: WorkspaceState } | { ok: false; error: BaseError }

const nothing: UndoState = { undo: null, redo: null }

export class EngineSession {
  readonly clock: Clock
  readonly #backupsRoot: string
  readonly #granted = new Map<string, string>()
  readonly #texts = new Map<string, { name: string; bytes: Uint8Array }>()
  #file: OpenFile | undefined

  constructor(clock: Clock, backupsRoot: string) {
    this.clock = clock
    this.#backupsRoot = backupsRoot
  }

  get file(): OpenFile | undefined {
    return this.#file
  }

  grant(token: string, path: string): void {
    this.#granted.set(token, path)
  }

  /** Keeps a pasted text as if it were a file. */
  keepText(name: string, text: string): { token: string; name: string; bytes: number } {
    const token = `text:${this.#texts.size + 1}`
    // With its mark the encoding is beyond doubt.
    const bytes = new TextEncoder().encode(`\uFEFF${text}`)
    this.#texts.set(token, { name, bytes })
    return { token, name, bytes: bytes.length }
  }

  findGrant(token: string): { name: string; path: string } | { name: string; bytes: Uint8Array } | undefined {
    const path = this.#granted.get(token)
    return path === undefined ? this.#texts.get(token) : { path, name: basename(path) }
  }

  state(): WorkspaceState {
    const file = this.#file
    if (file === undefined) return { isOpen: false }
    return {
      isOpen: true,
      fileName: basename(file.connection.path),
      settings: getSettings(file.connection.reader),
      undo: file.undoLog.state(),
      today: this.clock.today(),
      migratedFrom: file.migratedFrom
    }
  }

  undoState(): UndoState {
    return this.#file?.undoLog.state() ?? nothing
  }

  markDirty(): void {
    if (this.#file !== undefined) this.#file.isDirty = true
  }

  open(path: string): Opened {
    if (this.#file?.connection.path === path) return { ok: true, value: this.state() }
    const backups = new Backups(this.#backupsRoot, path)
    let connection: Connection | undefined
    try {
      if (!existsSync(path)) throw new OpenError('notFound', 'no such file')
      connection = Connection.open(path)
      const current = connection
      const had = migrate(current, migrations, () => backups.make(current, this.clock.now(), 'migration'))
      const undoLog = new UndoLog(current, homeAmounts)
      this.close()
      this.#file = {
        connection: current,
        undoLog,
        backups,
        migratedFrom: had === current.userVersion() ? null : had,
        isDirty: false
      }
      return { ok: true, value: this.state() }
    } catch (error) {
      connection?.close()
      return { ok: false, error: describeOpenFailure(error, path, backups) }
    }
  }

  /** Makes a new file; `fill` writes its first rows, which are no undo step. A file half made is removed. */
  create(path: string, settings: WorkspaceSettings, replace: boolean, fill?: (db: Writer) => void): Opened {
    if (existsSync(path) && !replace)
      return { ok: false, error: { code: 'workspace.exists', fileName: basename(path) } }
    let connection: Connection | undefined
    const half = `${path}.part`
    try {
      if (this.#file?.connection.path === path) this.close()
      mkdirSync(dirname(path), { recursive: true })
      removeFile(half)
      connection = Connection.create(half)
      migrate(connection, migrations, () => undefined)
      const current = connection
      // Nothing is recorded yet, so the writer needs no log.
      const writer = makeWriter(current, (_table, insert) => insert())
      current.transaction(() => {
        insertSettings(writer, settings)
        fill?.(writer)
      })
      current.close()
      connection = undefined
      removeFile(path)
      renameSync(half, path)
      return this.open(path)
    } catch (error) {
      connection?.close()
      removeFile(half)
      return { ok: false, error: describeOpenFailure(error, path, new Backups(this.#backupsRoot, path)) }
    }
  }

  /** Copies the file as it is now to another place; an existing file there is replaced once the copy is whole. */
  saveCopy(path: string): { ok: true; value: { bytes: number } } | { ok: false; error: BaseError } {
    const file = this.#file
    if (file === undefined) return { ok: false, error: { code: 'engine.noWorkspace' } }
    if (path === file.connection.path)
      return { ok: false, error: { code: 'workspace.inUse', fileName: basename(path) } }
    const half = `${path}.part`
    try {
      removeFile(half)
      file.connection.copyTo(half)
      removeFile(path)
      renameSync(half, path)
      return { ok: true, value: { bytes: statSync(path).size } }
    } catch (error) {
      removeFile(half)
      const problem = error instanceof Error ? error.message : String(error)
      return { ok: false, error: { code: 'workspace.cannotWrite', fileName: basename(path), problem } }
    }
  }

  /** Puts a backup in the file's place and opens it. What was there is kept beside it under a name with the time. */
  restore(backupId: string, path: string): Opened {
    const backup = new Backups(this.#backupsRoot, path).pathOf(backupId)
    if (backup === undefined) return { ok: false, error: { code: 'workspace.backupNotFound', backupId } }
    try {
      if (this.#file?.connection.path === path) this.close()
      const half = `${path}.part`
      copyFileSync(backup, half)
      if (existsSync(path)) {
        const stamp = this.clock.now().slice(0, 19).replace(/:/g, '-')
        const aside = `${path.replace(/\.comarca$/, '')} (before restoring ${stamp}).comarca`
        renameSync(path, aside)
        for (const tail of ['-wal', '-shm']) if (existsSync(path + tail)) renameSync(path + tail, aside + tail)
      }
      renameSync(half, path)
      return this.open(path)
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      return { ok: false, error: { code: 'workspace.cannotWrite', fileName: basename(path), problem } }
    }
  }

  listBackups(): Backup[] {
    return this.#file?.backups.list() ?? []
  }

  backUp(): Backup | undefined {
    const file = this.#file
    if (file === undefined) return undefined
    file.isDirty = false
    return file.backups.make(file.connection, this.clock.now(), 'day')
  }

  /** Makes the day's backup if there is none yet. Called when the window is idle, not while the file opens. */
  backUpIfDue(): Backup | undefined {
    return this.#file?.backups.isDue(this.clock.now()) ? this.backUp() : undefined
  }

  close(): void {
    const file = this.#file
    if (file === undefined) return
    try {
      if (file.isDirty) this.backUp()
    } finally {
      this.#file = undefined
      file.connection.close()
    }
  }
}

/** Whether a backup can be opened: a damaged one is not worth offering. */
function isSound(path: string | undefined): boolean {
  if (path === undefined) return false
  try {
    Connection.open(path).close()
    return true
  } catch (error) {
    if (error instanceof OpenError) return false
    throw error
  }
}

function removeFile(path: string): void {
  for (const tail of ['', '-wal', '-shm', '-journal']) if (existsSync(path + tail)) rmSync(path + tail)
}

function describeOpenFailure(error: unknown, path: string, backups: Backups): BaseError {
  const fileName = basename(path)
  if (error instanceof NewerFileError)
    return { code: 'workspace.newer', fileName, fileVersion: error.fileVersion, knownVersion: error.knownVersion }
  const problem = error instanceof Error ? error.message : String(error)
  if (!(error instanceof OpenError)) {
    const isOurs = !(error instanceof Error && 'code' in error)
    if (isOurs) throw error
    return { code: 'workspace.cannotWrite', fileName, problem }
  }
  switch (error.reason) {
    case 'notFound':
      return { code: 'workspace.notFound', fileName }
    case 'inUse':
      return { code: 'workspace.inUse', fileName }
    case 'notComarca':
      return { code: 'workspace.notComarca', fileName }
    case 'cannotWrite':
      return { code: 'workspace.cannotWrite', fileName, problem }
    case 'damaged': {
      const newest = backups.list().find((backup) => isSound(backups.pathOf(backup.id)))
      return {
        code: 'workspace.damaged',
        fileName,
        problem,
        backupId: newest?.id ?? null,
        backupMadeAt: newest?.madeAt ?? null
      }
    }
  }
}
