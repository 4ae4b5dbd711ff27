// The workspace file: made, locked, refused when newer, foreign or damaged, backed up, restored, copied.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeClock } from '#engine/clock.ts'
import { Backups } from '#engine/workspace/backups.ts'
import { EngineSession } from '#engine/workspace/session.ts'
import { openTestWorkspace, type TestWorkspace, testSettings } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const another = () => new EngineSession(makeClock('2026-11-12T09:00:00Z'), join(workspace.folder, 'backups'))

describe('opening', () => {
  test('a file that is open elsewhere is refused in words, and free again once closed', () => {
    const second = another()
    expect(second.open(workspace.path)).toEqual({
      ok: false,
      error: { code: 'workspace.inUse', fileName: 'test.comarca' }
    })
    workspace.session.close()
    expect(second.open(workspace.path).ok).toBe(true)
    second.close()
    expect(workspace.session.open(workspace.path).ok).toBe(true)
  })

  test('a file from a newer version is refused with both versions', () => {
    workspace.session.close()
    const db = new Database(workspace.path)
    db.pragma('user_version = 99990')
    db.close()
    expect(workspace.session.open(workspace.path)).toMatchObject({
      ok: false,
      error: { code: 'workspace.newer', fileName: 'test.comarca', fileVersion: 99990 }
    })
  })

  test.each([
    ['text', () => 'not a database at all, just a few words that go on for a while'],
    ['an empty file', () => ''],
    ['random bytes', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251))]
  ])('%s is no workspace', (_name, content) => {
    const path = join(workspace.folder, 'other.comarca')
    writeFileSync(path, content())
    expect(another().open(path)).toEqual({
      ok: false,
      error: { code: 'workspace.notComarca', fileName: 'other.comarca' }
    })
  })

  test("another program's SQLite file is no workspace and stays as it is", () => {
    const path = join(workspace.folder, 'foreign.comarca')
    const db = new Database(path)
    db.exec('CREATE TABLE songs (title TEXT)')
    db.close()
    expect(another().open(path)).toMatchObject({ ok: false, error: { code: 'workspace.notComarca' } })
  })

  test('a missing file is said to be missing', () => {
    expect(another().open(join(workspace.folder, 'gone.comarca'))).toMatchObject({
      ok: false,
      error: { code: 'workspace.notFound', fileName: 'gone.comarca' }
    })
  })

  test('the open file stays open when another one can not be opened', () => {
    expect(workspace.session.open(join(workspace.folder, 'gone.comarca')).ok).toBe(false)
    expect(workspace.session.state()).toMatchObject({ isOpen: true, fileName: 'test.comarca' })
  })
})

describe('a damaged file', () => {
  const damage = (path: string): void => {
    // A page in the middle is overwritten: the header stays sound.
    const handle = openSync(path, 'r+')
    writeSync(handle, Buffer.alloc(16_384, 0xa5), 0, 16_384, 40_960)
  }

  test('is detected, and its newest sound backup is offered and restored', async () => {
    await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    const backup = await workspace.call('workspace.backUp', {})
    workspace.session.close()
    damage(workspace.path)
    const reply = workspace.session.open(workspace.path)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'workspace.damaged', backupId: backup.id, backupMadeAt: backup.madeAt }
    })
    const restored = workspace.session.restore(backup.id, workspace.path)
    expect(restored.ok).toBe(true)
    expect((await workspace.call('plans.listPlans', {}))[0]?.fiscalYear).toBe(2027)
    expect(readdirSync(workspace.folder).some((name) => name.includes('before restoring'))).toBe(true)
  })

  test('whose newest backup is damaged too: the newest sound one is offered', async () => {
    await workspace.call('workspace.backUp', {})
    const { folder } = new Backups(join(workspace.folder, 'backups'), workspace.path)
    const [sound] = workspace.session.listBackups()
    if (sound === undefined) throw new Error('no backup')
    const newer = join(folder, '2026-11-12T10-00-00-000Z-day.comarca')
    copyFileSync(join(folder, sound.id), newer)
    damage(newer)
    workspace.session.close()
    damage(workspace.path)
    expect(workspace.session.listBackups()).toEqual([])
    expect(workspace.session.open(workspace.path)).toMatchObject({
      ok: false,
      error: { code: 'workspace.damaged', backupId: sound.id }
    })
  })

  test('that was cut short is detected too', () => {
    workspace.session.close()
    truncateSync(workspace.path, 20_000)
    expect(workspace.session.open(workspace.path)).toMatchObject({
      ok: false,
      error: { code: 'workspace.damaged', backupId: null }
    })
  })

  test('an unknown backup is refused', () => {
    expect(workspace.session.restore('../../etc/passwd', workspace.path)).toMatchObject({
      ok: false,
      error: { code: 'workspace.backupNotFound' }
    })
  })
})

describe('backups', () => {
  const day = 86_400_000
  const start = Date.parse('2026-03-02T08:00:00.000Z')

  test('each day is kept a week, each week two months', () => {
    const backups = new Backups(join(workspace.folder, 'kept'), workspace.path)
    const file = workspace.session.file
    if (file === undefined) throw new Error('closed')
    backups.make(file.connection, new Date(start).toISOString(), 'day')
    const [first] = backups.list()
    const source = join(workspace.folder, 'source.comarca')
    copyFileSync(join(backups.folder, first?.id ?? ''), source)
    for (let index = 1; index <= 120; index++) {
      const made = new Date(start + index * day).toISOString()
      copyFileSync(source, join(backups.folder, `${made.replace(/[:.]/g, '-').replace('Z', '')}Z-day.comarca`))
      backups.prune(made)
    }
    const now = start + 120 * day
    const ages = backups.list().map((backup) => (now - Date.parse(backup.madeAt)) / day)
    expect(ages.filter((age) => age <= 7)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    const older = ages.filter((age) => age > 7)
    expect(Math.max(...older)).toBeLessThanOrEqual(62)
    expect(older.length).toBeGreaterThanOrEqual(7)
    expect(older.length).toBeLessThanOrEqual(9)
    // One a week: neighbours are a week apart.
    for (let index = 1; index < older.length; index++) expect((older[index] ?? 0) - (older[index - 1] ?? 0)).toBe(7)
  })

  test('two on one day: the newer one stays', () => {
    const backups = new Backups(join(workspace.folder, 'kept'), workspace.path)
    const file = workspace.session.file
    if (file === undefined) throw new Error('closed')
    backups.make(file.connection, '2026-03-02T08:00:00.000Z', 'day')
    expect(backups.isDue('2026-03-02T23:00:00.000Z')).toBe(false)
    expect(backups.isDue('2026-03-03T01:00:00.000Z')).toBe(true)
    backups.make(file.connection, '2026-03-02T18:00:00.000Z', 'day')
    expect(backups.list().map((backup) => backup.madeAt)).toEqual(['2026-03-02T18:00:00.000Z'])
  })

  test('a file that was changed is backed up when it is closed, an unchanged one is not', async () => {
    workspace.session.close()
    expect(workspace.session.open(workspace.path).ok).toBe(true)
    expect(workspace.session.listBackups()).toHaveLength(0)
    await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    workspace.session.close()
    workspace.session.open(workspace.path)
    expect(workspace.session.listBackups()).toHaveLength(1)
  })

  test('restoring takes the file back to the backup and keeps what was there beside it', async () => {
    const backup = await workspace.call('workspace.backUp', {})
    await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    await workspace.call('workspace.restore', { backupId: backup.id, path: workspace.path })
    expect(await workspace.call('plans.listPlans', {})).toEqual([])
    const aside = readdirSync(workspace.folder).find((name) => name.includes('before restoring')) ?? ''
    await workspace.call('workspace.open', { path: join(workspace.folder, aside) })
    expect(await workspace.call('plans.listPlans', {})).toHaveLength(1)
  })
})

describe('making and copying', () => {
  test('a copy holds what the file holds and opens by itself', async () => {
    await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
    const copy = join(workspace.folder, 'copy.comarca')
    const { bytes } = await workspace.call('workspace.saveCopy', { path: copy })
    expect(bytes).toBeGreaterThan(10_000)
    const second = another()
    expect(second.open(copy).ok).toBe(true)
    expect(second.file?.connection.reader.get<{ n: number }>('SELECT count(*) AS n FROM plans')?.n).toBe(1)
    second.close()
  })

  test('a copy onto the open file itself is refused', async () => {
    expect(await workspace.reply('workspace.saveCopy', { path: workspace.path }, 'host')).toMatchObject({
      ok: false,
      error: { code: 'workspace.inUse' }
    })
  })

  test('a copy into a place that can not be written says so and leaves no half file', async () => {
    const folder = join(workspace.folder, 'a-file')
    writeFileSync(folder, '')
    expect(await workspace.reply('workspace.saveCopy', { path: join(folder, 'x.comarca') }, 'host')).toMatchObject({
      ok: false,
      error: { code: 'workspace.cannotWrite', fileName: 'x.comarca' }
    })
  })

  test('an existing file is not overwritten unless that was said', () => {
    const path = join(workspace.folder, 'there.comarca')
    writeFileSync(path, 'precious')
    utimesSync(path, 1, 1)
    expect(another().create(path, testSettings, false)).toMatchObject({
      ok: false,
      error: { code: 'workspace.exists' }
    })
    const session = another()
    expect(session.create(path, testSettings, true).ok).toBe(true)
    session.close()
  })

  test('a file that can not be filled leaves nothing behind', () => {
    const path = join(workspace.folder, 'half.comarca')
    expect(() =>
      another().create(path, testSettings, false, () => {
        throw new Error('no more')
      })
    ).toThrow('no more')
    expect(readdirSync(workspace.folder).filter((name) => name.startsWith('half'))).toEqual([])
    mkdirSync(join(workspace.folder, 'later'))
    expect(existsSync(path)).toBe(false)
  })

  test('settings change as one undo step', async () => {
    const changed = await workspace.call('workspace.updateSettings', {
      company: 'Otra',
      language: 'es',
      numberLocale: 'es-ES'
    })
    expect(changed).toEqual({ ...testSettings, company: 'Otra', language: 'es', numberLocale: 'es-ES' })
    await workspace.call('workspace.undo', {})
    const state = await workspace.call('workspace.getState', {})
    expect(state.isOpen && state.settings).toEqual(testSettings)
  })
})
