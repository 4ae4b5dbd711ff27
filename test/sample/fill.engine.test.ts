// The sample company in a real workspace file: every row is taken, every foreign key holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeClock } from '#engine/clock.ts'
import { fillSample, sampleSettings } from '#engine/sample/fill.ts'
import { EngineSession } from '#engine/workspace/session.ts'
import { makeSample } from '#shared/sample/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'comarca-sample-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(['small', 'medium'] as const)('the %s company fills a file', (size) => {
  const session = new EngineSession(makeClock('2026-11-12T09:00:00Z'), join(folder, 'backups'))
  const choice = { size, seed: 1, language: 'es' } as const
  const opened = session.create(join(folder, `${size}.comarca`), sampleSettings(choice), true, (db) =>
    fillSample(db, choice)
  )
  expect(opened.ok).toBe(true)
  const db = session.file?.connection.reader
  if (db === undefined) throw new Error('the file is not open')
  for (const { name, rows } of makeSample(choice).tables)
    expect(db.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n, name).toBe(rows.length)
  expect(db.all('SELECT * FROM pragma_foreign_key_check')).toEqual([])
  expect(db.get<{ n: number }>('SELECT count(*) AS n FROM commands')?.n).toBe(0)
  session.close()
})
