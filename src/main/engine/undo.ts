// Undo, redo and the audit log: triggers record every row a command changes; undoing puts the rows back exactly.
// A command's rows stand in `changes`, the command in `commands`, each do, undo and redo in `audit_events`.
import type { AuditChange, AuditEntry, CommandLabel, UndoState } from '#shared/workspace/types.ts'
import type { Connection, SqlValue, Writer } from './db.ts'
import { makeWriter } from './db.ts'
import { carryOver, countChanges } from './remember.ts'

/** Kept results that are worked out again where they are missing: no step of a user, but the windows hear when they change. */
const workedOut = ['forecast_snapshots']

/** Tables of the log itself and of what is in view, and kept results: not part of undo. */
const unrecorded = new Set(['commands', 'changes', 'bulk_rows', 'audit_events', 'view_state', ...workedOut])

type Row = Record<string, SqlValue>
interface ChangeRow {
  id: number
  table_name: string
  op: AuditChange['op']
  row_id: number
  last_row_id: number | null
  before_json: string | null
  after_json: string | null
}

/** Columns that are worked out from others: the log leaves them out, and after a change of their sources they are worked out again. */
export interface DerivedColumns {
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly dependsOn: readonly string[]
  refresh(db: Writer): void
}

/** A command that has begun: its transaction is open. */
export interface OpenStep {
  readonly commandId: number
  /** Ends it and keeps what it did. @returns the tables it changed (none but kept results: then there is no undo step either) */
  keep(params: CommandLabel['params']): string[]
  takeBack(): void
}

export class UndoLog {
  readonly #connection: Connection
  readonly #derived: DerivedColumns | undefined
  readonly #columns = new Map<string, string[]>()
  readonly writer: Writer

  constructor(connection: Connection, derived?: DerivedColumns) {
    this.#connection = connection
    this.#derived = derived
    connection.exec('CREATE TEMP TABLE recording (command_id INTEGER NOT NULL)')
    connection.exec('CREATE TEMP TABLE touched (table_name TEXT PRIMARY KEY)')
    for (const table of connection.tableNames()) {
      if (!unrecorded.has(table)) this.#record(table)
      if (workedOut.includes(table)) this.#note(table)
    }
    this.writer = makeWriter(connection, (table, insert) => this.#insertBulk(table, insert))
  }

  #rowJson(table: string, alias: 'old' | 'new' | string): string {
    const columns = this.#columns.get(table) ?? []
    return `json_object(${columns.map((name) => `'${name}', ${alias}."${name}"`).join(', ')})`
  }

  #record(table: string): void {
    const derived = this.#derived?.columns[table] ?? []
    this.#columns.set(
      table,
      this.#connection.columnsOf(table).filter((name) => !derived.includes(name))
    )
    const before = this.#rowJson(table, 'old')
    const after = this.#rowJson(table, 'new')
    const isOn = 'EXISTS (SELECT 1 FROM temp.recording)'
    const log = (op: string, id: string, old: string, now: string) =>
      `INSERT INTO changes (command_id, table_name, op, row_id, before_json, after_json)
       SELECT command_id, '${table}', '${op}', ${id}, ${old}, ${now} FROM temp.recording;`
    this.#connection.exec(`
      CREATE TEMP TRIGGER "${table}_insert" AFTER INSERT ON main."${table}" WHEN ${isOn}
        BEGIN ${log('insert', 'new.id', 'NULL', after)} END;
      CREATE TEMP TRIGGER "${table}_update" AFTER UPDATE ON main."${table}" WHEN ${isOn} AND ${before} <> ${after}
        BEGIN ${log('update', 'new.id', before, after)} END;
      CREATE TEMP TRIGGER "${table}_delete" AFTER DELETE ON main."${table}" WHEN ${isOn}
        BEGIN ${log('delete', 'old.id', before, 'NULL')} END;`)
  }

  /** Notes that a table of kept results has changed, and nothing more. */
  #note(table: string): void {
    for (const op of ['INSERT', 'UPDATE', 'DELETE'])
      this.#connection.exec(
        `CREATE TEMP TRIGGER "${table}_noted_${op.toLowerCase()}" AFTER ${op} ON main."${table}"
          BEGIN INSERT INTO temp.touched SELECT '${table}' WHERE NOT EXISTS (SELECT 1 FROM temp.touched WHERE table_name = '${table}'); END;`
      )
  }

  #takeNoted(): string[] {
    const noted = this.#connection.reader.all<{ table_name: string }>('SELECT table_name FROM temp.touched')
    if (noted.length > 0) this.#connection.run('DELETE FROM temp.touched')
    return noted.map((row) => row.table_name)
  }

  /** Kept results go with the rows they were made from; foreign keys don't see to it while rows are put back. */
  #dropOrphans(tables: readonly string[]): void {
    for (const table of workedOut) {
      const parents = this.#connection.reader.all<{ parent: string }>(
        'SELECT "table" AS parent FROM pragma_foreign_key_list(:table)',
        { table }
      )
      if (parents.some(({ parent }) => tables.includes(parent)))
        this.#connection.run(
          `DELETE FROM "${table}" WHERE id IN (SELECT "rowid" FROM pragma_foreign_key_check(:table))`,
          {
            table
          }
        )
    }
  }

  #refreshDerived(tables: readonly string[]): void {
    const derived = this.#derived
    if (derived !== undefined && tables.some((table) => derived.dependsOn.includes(table))) derived.refresh(this.writer)
  }

  #insertBulk(table: string, insert: () => { firstId: number; lastId: number } | undefined) {
    const open = this.#connection.reader.get<{ command_id: number }>('SELECT command_id FROM temp.recording')
    if (open === undefined) return insert()
    this.#connection.run('DELETE FROM temp.recording')
    const range = insert()
    this.#connection.run('INSERT INTO temp.recording VALUES (:id)', { id: open.command_id })
    if (range !== undefined) this.#logBulk(open.command_id, table, range)
    return range
  }

  /** Ranges that follow on each other are one: a long import writes a table in many parts. */
  #logBulk(command: number, table: string, { firstId, lastId }: { firstId: number; lastId: number }): void {
    const joined = this.#connection.run(
      `UPDATE changes SET last_row_id = :last WHERE id =
         (SELECT max(id) FROM changes WHERE command_id = :command AND table_name = :table AND op = 'bulk') AND last_row_id = :first - 1`,
      { command, table, first: firstId, last: lastId }
    ).changes
    if (joined === 0)
      this.#connection.run(
        `INSERT INTO changes (command_id, table_name, op, row_id, last_row_id) VALUES (:command, :table, 'bulk', :first, :last)`,
        { command, table, first: firstId, last: lastId }
      )
  }

  /**
   * Runs a command in one transaction and records what it changed.
   *
   * @param work does the change; `keep: false` takes all of it back
   * @returns the value, and the tables it changed (empty when nothing changed: then there is no undo step either)
   */
  execute<T>(
    method: string,
    now: string,
    work: () => { keep: boolean; params: CommandLabel['params']; value: T }
  ): { value: T; tables: string[] } {
    const step = this.begin(method, now)
    try {
      const outcome = work()
      if (outcome.keep) return { value: outcome.value, tables: step.keep(outcome.params) }
      step.takeBack()
      return { value: outcome.value, tables: [] }
    } catch (error) {
      step.takeBack()
      throw error
    }
  }

  /**
   * Begins a command whose transaction stays open over several turns of the event loop. Until it is kept or taken back nothing
   * else may use the file: the router sees to that.
   */
  begin(method: string, now: string): OpenStep {
    this.#connection.begin()
    let id = 0
    try {
      id = this.#connection.run(
        `INSERT INTO commands (ran_at, method, label_json, state, topics_json) VALUES (:now, :method, '{}', 'done', '[]')`,
        { now, method }
      ).lastId
      this.#connection.run('INSERT INTO temp.recording VALUES (:id)', { id })
    } catch (error) {
      this.#connection.rollback()
      throw error
    }
    return {
      commandId: id,
      keep: (params) => {
        this.#connection.run('DELETE FROM temp.recording')
        const tables = [...this.#close(id, now, params), ...this.#takeNoted()]
        this.#connection.commit()
        return tables
      },
      // The row in temp.recording goes with the transaction.
      takeBack: () => this.#connection.rollback()
    }
  }

  /** Writes down what a command has changed. @returns the tables; a command that changed nothing leaves no trace */
  #close(id: number, now: string, params: CommandLabel['params']): string[] {
    const tables = this.#connection.reader
      .all<{ table_name: string }>('SELECT DISTINCT table_name FROM changes WHERE command_id = :id', { id })
      .map((row) => row.table_name)
    if (tables.length === 0) {
      this.#connection.run('DELETE FROM commands WHERE id = :id', { id })
      return tables
    }
    this.#refreshDerived(tables)
    this.#connection.run(
      `DELETE FROM bulk_rows WHERE change_id IN
         (SELECT x.id FROM changes x JOIN commands c ON c.id = x.command_id WHERE c.state = 'undone')`
    )
    this.#connection.run(`UPDATE commands SET state = 'dropped' WHERE state = 'undone'`)
    this.#connection.run('UPDATE commands SET label_json = :label, topics_json = :tables WHERE id = :id', {
      id,
      label: JSON.stringify(params),
      tables: JSON.stringify(tables)
    })
    this.#connection.run(`INSERT INTO audit_events (happened_at, kind, command_id) VALUES (:now, 'do', :id)`, {
      now,
      id
    })
    return tables
  }

  #next(kind: 'undo' | 'redo'): { id: number; label: CommandLabel; tables: string[] } | undefined {
    const sql =
      kind === 'undo'
        ? `SELECT * FROM commands WHERE state = 'done' ORDER BY id DESC LIMIT 1`
        : `SELECT * FROM commands WHERE state = 'undone' ORDER BY id LIMIT 1`
    const row = this.#connection.reader.get<{ id: number; method: string; label_json: string; topics_json: string }>(
      sql
    )
    return (
      row && {
        id: row.id,
        label: { method: row.method, params: JSON.parse(row.label_json) },
        tables: JSON.parse(row.topics_json)
      }
    )
  }

  state(): UndoState {
    return { undo: this.#next('undo')?.label ?? null, redo: this.#next('redo')?.label ?? null }
  }

  /** Takes the last command back, or does the last undone one again. @returns undefined when there is none */
  step(kind: 'undo' | 'redo', now: string): { label: CommandLabel; tables: string[] } | undefined {
    const next = this.#next(kind)
    if (next === undefined) return undefined
    const before = countChanges(this.#connection.reader)
    const tables = [...next.tables]
    // Rows go back to exactly the state they had, so foreign keys hold again at the end; their actions must not run on the way.
    this.#connection.withoutForeignKeys(() =>
      this.#connection.transaction(() => {
        const order = kind === 'undo' ? 'DESC' : 'ASC'
        const changes = this.#connection.reader.all<ChangeRow>(
          `SELECT * FROM changes WHERE command_id = :id ORDER BY id ${order}`,
          { id: next.id }
        )
        for (const change of changes) this.#apply(change, kind)
        this.#refreshDerived(next.tables)
        this.#dropOrphans(next.tables)
        tables.push(...this.#takeNoted())
        this.#connection.run('UPDATE commands SET state = :state WHERE id = :id', {
          id: next.id,
          state: kind === 'undo' ? 'undone' : 'done'
        })
        this.#connection.run('INSERT INTO audit_events (happened_at, kind, command_id) VALUES (:now, :kind, :id)', {
          now,
          kind,
          id: next.id
        })
      })
    )
    carryOver(this.#connection.reader, before, tables)
    return { label: next.label, tables }
  }

  /**
   * Takes a range of rows away, or brings it back. When its turn comes, everything later is undone already: the rows are
   * just as they were inserted, and are kept in `bulk_rows` for a redo.
   */
  #applyBulk(change: ChangeRow, kind: 'undo' | 'redo'): void {
    const table = `"${change.table_name}"`
    const of = { change: change.id }
    if (kind === 'undo') {
      const range = { first: change.row_id, last: change.last_row_id ?? change.row_id }
      this.#connection.run(
        `INSERT INTO bulk_rows (change_id, row_id, row_json)
         SELECT :change, r.id, ${this.#rowJson(change.table_name, 'r')} FROM ${table} r WHERE r.id BETWEEN :first AND :last`,
        { ...of, ...range }
      )
      this.#connection.run(`DELETE FROM ${table} WHERE id BETWEEN :first AND :last`, range)
      return
    }
    const columns = this.#columns.get(change.table_name) ?? []
    const names = columns.map((name) => `"${name}"`).join(', ')
    const values = columns.map((name) => `json_extract(row_json, '$."${name}"')`).join(', ')
    this.#connection.run(
      `INSERT INTO ${table} (${names}) SELECT ${values} FROM bulk_rows WHERE change_id = :change ORDER BY row_id`,
      of
    )
    this.#connection.run('DELETE FROM bulk_rows WHERE change_id = :change', of)
  }

  #apply(change: ChangeRow, kind: 'undo' | 'redo'): void {
    if (change.op === 'bulk') {
      this.#applyBulk(change, kind)
      return
    }
    const target = kind === 'undo' ? change.before_json : change.after_json
    const source = kind === 'undo' ? change.after_json : change.before_json
    const columns = this.#columns.get(change.table_name) ?? []
    const table = `"${change.table_name}"`
    if (target === null) {
      this.#connection.run(`DELETE FROM ${table} WHERE id = :id`, { id: change.row_id })
      return
    }
    const row: Row = JSON.parse(target)
    const named = Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))
    if (source === null) {
      const names = columns.map((name) => `"${name}"`).join(', ')
      this.#connection.run(
        `INSERT INTO ${table} (${names}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`,
        named
      )
    } else {
      const sets = columns.map((name) => `"${name}" = :${name}`).join(', ')
      this.#connection.run(`UPDATE ${table} SET ${sets} WHERE id = :id`, named)
    }
  }

  listEvents(search: string, limit: number, beforeId: number | undefined): AuditEntry[] {
    const rows = this.#connection.reader.all<{
      id: number
      happened_at: string
      kind: AuditEntry['kind']
      method: string
      label_json: string
      state: AuditEntry['state']
      change_count: number
    }>(
      `SELECT e.id, e.happened_at, e.kind, c.method, c.label_json, c.state,
         (SELECT coalesce(sum(coalesce(last_row_id - row_id, 0) + 1), 0) FROM changes WHERE command_id = c.id) AS change_count
       FROM audit_events e JOIN commands c ON c.id = e.command_id
       WHERE e.id < :before AND (:search = '' OR c.method LIKE :pattern OR c.label_json LIKE :pattern
         OR EXISTS (SELECT 1 FROM changes x WHERE x.command_id = c.id AND (x.before_json LIKE :pattern OR x.after_json LIKE :pattern)))
       ORDER BY e.id DESC LIMIT :limit`,
      { search, pattern: `%${search}%`, limit, before: beforeId ?? Number.MAX_SAFE_INTEGER }
    )
    return rows.map((row) => ({
      eventId: row.id,
      happenedAt: row.happened_at,
      kind: row.kind,
      label: { method: row.method, params: JSON.parse(row.label_json) },
      state: row.state,
      changeCount: row.change_count
    }))
  }

  listChanges(eventId: number, limit: number): AuditChange[] {
    return this.#connection.reader
      .all<ChangeRow>(
        `SELECT x.* FROM changes x JOIN audit_events e ON e.command_id = x.command_id WHERE e.id = :eventId ORDER BY x.id LIMIT :limit`,
        { eventId, limit }
      )
      .map((row) => ({
        changeId: row.id,
        table: row.table_name,
        op: row.op,
        rowId: row.row_id,
        lastRowId: row.last_row_id,
        before: row.before_json === null ? null : JSON.parse(row.before_json),
        after: row.after_json === null ? null : JSON.parse(row.after_json)
      }))
  }
}
