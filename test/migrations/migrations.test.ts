// Migrations run in order, once, with a backup before the first change to a file that holds data; released ones never change.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Connection } from '#engine/db.ts'
import { migrations } from '#engine/migrations/index.ts'
import { migrate, NewerFileError, newestVersion } from '#engine/migrations/migrate.ts'
import { topicsOf } from '#engine/topics.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-migrations-'))
  connection = Connection.create(join(folder, 'x.comarca'))
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

/** SHA-256 of each migration's SQL. Files exist that have had it: it is never edited, a change is a new migration with its own line. */
const frozen: Readonly<Record<number, string>> = {
  10: '16741221aac2f1b44f45b4408a0f28b55a66b2c3e0ef20a13b97fafb004a93e8',
  20: 'b0c2dbafd12a5651a650c9959836ac97e13390e46298b89ae666e66b9229620f',
  30: '6713d92aa81e1c773d134272649e2cec9daf140351123dd59e5b7355771ba7ec',
  40: 'b9b22133dbe5ddca5aecd45c6339f8179b29a12e8697a8ad7038b2838b5f5e4c'
}

test('migrations are what they were', () => {
  const now = Object.fromEntries(
    migrations.map((step) => [step.version, createHash('sha256').update(step.sql).digest('hex')])
  )
  expect(now).toEqual(frozen)
})

test('versions rise in steps of ten', () => {
  expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => (index + 1) * 10))
})

describe('a file', () => {
  const first = { version: 10, sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT) STRICT' }
  const second = { version: 20, sql: "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'" }

  test('that is new gets all of them and no backup', () => {
    let backups = 0
    expect(migrate(connection, [first, second], () => backups++)).toBe(0)
    expect(connection.userVersion()).toBe(20)
    expect(backups).toBe(0)
  })

  test('of an older version is backed up once and keeps its rows', () => {
    migrate(connection, [first], () => undefined)
    connection.run("INSERT INTO a (x) VALUES ('kept')")
    let backups = 0
    expect(migrate(connection, [first, second], () => backups++)).toBe(10)
    expect(backups).toBe(1)
    expect(connection.reader.all('SELECT * FROM a')).toEqual([{ id: 1, x: 'kept', y: 'new' }])
    migrate(connection, [first, second], () => backups++)
    expect(backups).toBe(1)
  })

  test('whose migration fails stays at the version before', () => {
    migrate(connection, [first], () => undefined)
    const broken = {
      version: 20,
      sql: 'CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)'
    }
    expect(() => migrate(connection, [first, broken], () => undefined)).toThrow('nowhere')
    expect(connection.userVersion()).toBe(10)
    expect(connection.tableNames()).toEqual(['a'])
  })

  test('of a newer version is refused', () => {
    connection.setUserVersion(newestVersion(migrations) + 10)
    expect(() => migrate(connection, migrations, () => undefined)).toThrow(NewerFileError)
  })
})

describe('the tables', () => {
  beforeEach(() => void migrate(connection, migrations, () => undefined))

  test('are strict, and each belongs to a domain or to the log', () => {
    for (const table of connection.tableNames()) {
      const strict = connection.reader.get<{ strict: number }>(
        "SELECT strict FROM pragma_table_list WHERE name = :table AND schema = 'main'",
        { table }
      )
      expect(strict?.strict, table).toBe(1)
      if (!['commands', 'changes', 'bulk_rows', 'audit_events'].includes(table))
        expect(topicsOf([table])).toHaveLength(1)
    }
  })

  test('have an index for every reference, so that removing a row never scans', () => {
    const missing: string[] = []
    for (const table of connection.tableNames()) {
      const references = connection.reader.all<{ from: string }>('SELECT "from" FROM pragma_foreign_key_list(:table)', {
        table
      })
      const leading = connection.reader.all<{ name: string }>(
        `SELECT i.name FROM pragma_index_list(:table) l JOIN pragma_index_info(l.name) i WHERE i.seqno = 0`,
        { table }
      )
      for (const { from } of references)
        if (!leading.some((index) => index.name === from)) missing.push(`${table}.${from}`)
    }
    // Small tables (a few hundred rows at most), where a scan costs nothing.
    expect(missing.filter((name) => !/^(teams|territories|scenarios|pay_plans|handbooks)\./.test(name))).toEqual([])
  })

  test('hold no broken references', () => {
    expect(connection.reader.all('SELECT * FROM pragma_foreign_key_check')).toEqual([])
  })
})
