// The only file that knows the SQLite driver: opening a file with its lock, statements, transactions, backup copies.
// Readers and writers handed to stores are made here; what gets recorded for undo is in undo.ts.
import Database from 'better-sqlite3'

export type SqlValue = string | number | null
export type Params = Readonly<Record<string, SqlValue>> | readonly SqlValue[]

export interface Reader {
  all<Row>(sql: string, params?: Params): Row[]
  get<Row>(sql: string, params?: Params): Row | undefined
  iterate<Row>(sql: string, params?: Params): IterableIterator<Row>
  /** Rows as lists of their columns' values, in the order of the columns: less to build, for many rows. */
  tuples(sql: string, params?: Params): SqlValue[][]
}

export interface Writer extends Reader {
  /** @returns how many rows changed */
  run(sql: string, params?: Params): number
  /** @returns the new row's id */
  insert(table: string, row: Readonly<Record<string, SqlValue>>): number
  update(table: string, id: number, fields: Readonly<Record<string, SqlValue>>): void
  remove(table: string, id: number): void
  /** Many rows at once, logged as one range of ids; undefined when there were no rows. Nothing else may write the table meanwhile. */
  insertMany(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>
  ): { firstId: number; lastId: number } | undefined
  /** Changes many rows through one statement; the first value of each row is its id. */
  updateMany(table: string, columns: readonly string[], rows: Iterable<readonly SqlValue[]>): void
  /**
   * Takes the secondary indexes of a table away until `restore` is called, for filling it with many rows. Unique indexes stay.
   * Both belong to the transaction.
   */
  suspendIndexes(table: string): { restore(): void }
}

/** 'Cmrc': tells a workspace from any other SQLite file. */
const applicationId = 0x436d7263

export type OpenFailure = 'notFound' | 'inUse' | 'notComarca' | 'damaged' | 'cannotWrite'

/** Thrown when a file can't be opened; `problem` is what SQLite or the check said. */
export class OpenError extends Error {
  readonly reason: OpenFailure
  constructor(reason: OpenFailure, problem: string) {
    super(problem)
    this.reason = reason
  }
}

const sqliteCode = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '')

/** What a driver error means for the caller, or undefined if it is a bug of ours. */
export function storageProblem(error: unknown): 'diskFull' | 'readOnly' | 'damaged' | undefined {
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return 'diskFull'
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged'
  return undefined
}

/** Pages of the file that are kept in memory: many for reading; a long writing goes through them once and does with few. */
const cacheKilobytes = 65_536
const writingCacheKilobytes = 12_288

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export class Connection {
  readonly path: string
  readonly #db: Database.Database
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>()
  readonly reader: Reader

  private constructor(path: string, db: Database.Database) {
    this.path = path
    this.#db = db
    this.reader = {
      all: <Row>(sql: string, params?: Params) => this.#reading(sql).all(params ?? []) as Row[],
      get: <Row>(sql: string, params?: Params) => this.#reading(sql).get(params ?? []) as Row | undefined,
      iterate: <Row>(sql: string, params?: Params) => this.#reading(sql).iterate(params ?? []) as IterableIterator<Row>,
      tuples: (sql: string, params?: Params) => {
        const statement = this.#db.prepare<unknown[], SqlValue[]>(sql)
        if (!statement.readonly) throw new Error(`a reader was asked to write: ${sql.slice(0, 80)}`)
        return statement.raw(true).all(params ?? [])
      }
    }
  }

  /** Makes a new, empty workspace file with the lock held. */
  static create(path: string): Connection {
    const connection = Connection.#connect(path, false)
    connection.#db.pragma(`application_id = ${applicationId}`)
    return connection
  }

  /**
   * Opens a workspace file, takes its lock for as long as it is open, and checks that the file is sound.
   *
   * @errors OpenError with the reason
   */
  static open(path: string): Connection {
    const connection = Connection.#connect(path, true)
    try {
      if (connection.#db.pragma('application_id', { simple: true }) !== applicationId)
        throw new OpenError('notComarca', 'the file is not a Comarca workspace')
      const check = connection.#db.pragma('quick_check(1)', { simple: true })
      if (check !== 'ok') throw new OpenError('damaged', String(check))
      return connection
    } catch (error) {
      connection.#db.close()
      throw asOpenError(error)
    }
  }

  static #connect(path: string, mustExist: boolean): Connection {
    let db: Database.Database | undefined
    try {
      db = new Database(path, { fileMustExist: mustExist, timeout: 300 })
      // An exclusive lock for the life of the connection: the system lets go of it even when the process is killed.
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      db.pragma('recursive_triggers = ON')
      db.pragma('temp_store = MEMORY')
      db.pragma(`cache_size = -${cacheKilobytes}`)
      db.exec('BEGIN IMMEDIATE; COMMIT')
      return new Connection(path, db)
    } catch (error) {
      db?.close()
      throw asOpenError(error)
    }
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }

  userVersion(): number {
    return Number(this.#db.pragma('user_version', { simple: true }))
  }

  setUserVersion(version: number): void {
    this.#db.pragma(`user_version = ${Math.trunc(version)}`)
  }

  exec(sql: string): void {
    this.#db.exec(sql)
  }

  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate()
  }

  /** Keeps fewer pages in memory for a long writing, or as many as usual again. */
  keepFewPages(isLongWriting: boolean): void {
    this.#db.pragma(`cache_size = -${isLongWriting ? writingCacheKilobytes : cacheKilobytes}`)
  }

  /** Begins a transaction that stays open until `commit` or `rollback`: for work that takes several turns of the event loop. */
  begin(): void {
    this.#db.exec('BEGIN IMMEDIATE')
  }

  commit(): void {
    this.#db.exec('COMMIT')
  }

  /** Takes the open transaction back. SQLite has done so already after some errors (a full disk). */
  rollback(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
  }

  /** Runs `work` with foreign keys unchecked: for putting rows back exactly as they were. */
  withoutForeignKeys<T>(work: () => T): T {
    this.#db.pragma('foreign_keys = OFF')
    try {
      return work()
    } finally {
      this.#db.pragma('foreign_keys = ON')
    }
  }

  /** @errors throws when a row refers to one that is not there */
  checkForeignKeys(): void {
    const broken = this.#db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    const [first] = broken
    if (first !== undefined)
      throw new Error(
        `${broken.length} broken references, the first in ${first.table} ${first.rowid} to ${first.parent}`
      )
  }

  run(sql: string, params?: Params): { changes: number; lastId: number } {
    const result = this.#statement(sql).run(params ?? [])
    return { changes: result.changes, lastId: Number(result.lastInsertRowid) }
  }

  tableNames(): string[] {
    return this.reader
      .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .map((row) => row.name)
  }

  columnsOf(table: string): string[] {
    return this.reader
      .all<{ name: string }>('SELECT name FROM pragma_table_info(:table)', { table })
      .map((row) => row.name)
  }

  /** Inserts many rows through one prepared statement. @returns first and last id */
  insertRange(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>
  ): { firstId: number; lastId: number } | undefined {
    const statement = this.#db.prepare(
      `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    )
    let firstId = 0
    let lastId = 0
    for (const row of rows) {
      lastId = Number(statement.run(row).lastInsertRowid)
      if (firstId === 0) firstId = lastId
    }
    return firstId === 0 ? undefined : { firstId, lastId }
  }

  /** Changes many rows through one prepared statement; each row is its id and the values of the columns. */
  updateRows(table: string, columns: readonly string[], rows: Iterable<readonly SqlValue[]>): void {
    // Numbered parameters count as named ones in the driver: the id goes last instead.
    const sets = columns.map((name) => `${quoted(name)} = ?`).join(', ')
    const statement = this.#statement(`UPDATE ${quoted(table)} SET ${sets} WHERE id = ?`)
    for (const [id = null, ...values] of rows) statement.run([...values, id])
  }

  /** Drops the secondary indexes of a table. @returns the statements that make them again */
  dropIndexes(table: string): string[] {
    const indexes = this.reader.all<{ name: string; sql: string }>(
      `SELECT s.name, s.sql FROM sqlite_schema s JOIN pragma_index_list(s.tbl_name) l ON l.name = s.name
        WHERE s.type = 'index' AND s.tbl_name = :table AND s.sql IS NOT NULL AND l."unique" = 0 ORDER BY s.rowid`,
      { table }
    )
    for (const { name } of indexes) this.#db.exec(`DROP INDEX ${quoted(name)}`)
    return indexes.map(({ sql }) => sql)
  }

  /** Writes a sound copy of the file as it is now. The target must not exist. */
  copyTo(path: string): void {
    this.#db.prepare('VACUUM INTO ?').run(path)
  }

  #statement(sql: string): Database.Statement<unknown[], unknown> {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      if (this.#statements.size > 500) this.#statements.clear()
      this.#statements.set(sql, statement)
    }
    // A statement that is being iterated can't be run again: the inner use gets its own.
    return statement.busy ? this.#db.prepare(sql) : statement
  }

  #reading(sql: string): Database.Statement<unknown[], unknown> {
    const statement = this.#statement(sql)
    if (!statement.readonly) throw new Error(`a reader was asked to write: ${sql.slice(0, 80)}`)
    return statement
  }
}

function asOpenError(error: unknown): OpenError {
  if (error instanceof OpenError) return error
  const code = sqliteCode(error)
  const problem = error instanceof Error ? error.message : String(error)
  if (code.startsWith('SQLITE_BUSY')) return new OpenError('inUse', problem)
  if (code === 'SQLITE_NOTADB') return new OpenError('notComarca', problem)
  if (code.startsWith('SQLITE_CORRUPT')) return new OpenError('damaged', problem)
  if (code.startsWith('SQLITE_READONLY')) return new OpenError('cannotWrite', problem)
  if (code === 'SQLITE_CANTOPEN') return new OpenError('notFound', problem)
  if (code !== '') return new OpenError('cannotWrite', problem)
  throw error
}

/** A writer over a connection; `onBulk` is told each range that insertMany wrote. */
export function makeWriter(
  connection: Connection,
  onBulk: (
    table: string,
    insert: () => { firstId: number; lastId: number } | undefined
  ) => { firstId: number; lastId: number } | undefined
): Writer {
  return {
    ...connection.reader,
    run: (sql, params) => connection.run(sql, params).changes,
    insert: (table, row) => {
      const names = Object.keys(row)
      const sql = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`
      return connection.run(sql, row).lastId
    },
    update: (table, id, fields) => {
      const names = Object.keys(fields)
      if (names.length === 0) return
      const sets = names.map((name) => `${quoted(name)} = :${name}`).join(', ')
      connection.run(`UPDATE ${quoted(table)} SET ${sets} WHERE id = :rowId`, { ...fields, rowId: id })
    },
    remove: (table, id) => {
      connection.run(`DELETE FROM ${quoted(table)} WHERE id = :id`, { id })
    },
    insertMany: (table, columns, rows) => onBulk(table, () => connection.insertRange(table, columns, rows)),
    updateMany: (table, columns, rows) => connection.updateRows(table, columns, rows),
    suspendIndexes: (table) => {
      const statements = connection.dropIndexes(table)
      const restore = (): void => {
        for (const sql of statements.splice(0)) connection.exec(sql)
      }
      return { restore }
    }
  }
}
