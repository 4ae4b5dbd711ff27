// Imports on a real file: one step that undo takes back whole, nothing by halves, changed files refused, rejected rows kept.
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { grant, importFiles, previewFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(workspace.folder, name)
  writeFileSync(path, content)
  return path
}
const count = (table: string): number => workspace.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1
const tables = [
  'imports',
  'import_files',
  'source_blocks',
  'quarantine_rows',
  'import_seen',
  'import_profiles',
  'stages',
  'sellers',
  'teams',
  'team_memberships',
  'accounts',
  'products',
  'opportunities',
  'activities'
]
const sourceRows = (): number =>
  workspace.db.get<{ n: number }>('SELECT ifnull(sum(last_id - id + 1), 0) AS n FROM source_blocks')?.n ?? -1
const counts = (): Record<string, number> => Object.fromEntries(tables.map((table) => [table, count(table)]))

const deals = `Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account,Product
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme,GTXPro
2,Second,Open,,,Ana Ruiz,,GTX Pro
3,Third,Lost,50,2026-02-28,Luis Gil,Beta,
4,Fourth,Won,lots,2026-02-28,Luis Gil,Beta,`
const people = 'Agent,Manager,Office\nAna Ruiz,Carla,North\nLuis Gil,Carla,North'

describe('an import', () => {
  test('shows what it would do and changes nothing until it is run', async () => {
    const before = counts()
    const preview = await previewFiles(workspace, [file('deals.csv', deals), file('people.csv', people)])
    expect(counts()).toEqual(before)
    expect(preview.entities.map(({ entity, new: fresh, rejected }) => [entity, fresh, rejected])).toEqual([
      ['teams', 2, 0],
      ['sellers', 3, 0],
      ['accounts', 2, 0],
      ['products', 1, 0],
      ['opportunities', 3, 1],
      ['stages', 3, 0]
    ])
    expect(preview.tables[0]).toMatchObject({
      entity: 'opportunities',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1
    })
    expect(preview.isEmpty).toBe(false)
    expect(workspace.progress.map((step) => step.what)).toContain('import.progress.reading')
  })

  test('is one step that undo takes back whole, and redo brings back', async () => {
    const before = counts()
    await importFiles(workspace, [file('deals.csv', deals), file('people.csv', people)])
    const after = counts()
    expect(after).toMatchObject({ opportunities: 3, sellers: 3, quarantine_rows: 1, imports: 1 })
    // Three deals and two people of the files; who is only named by others has no row.
    expect(sourceRows()).toBe(5)
    const rows = workspace.db.all('SELECT * FROM opportunities')
    const undone = await workspace.call('workspace.undo', {})
    expect(undone).toMatchObject({ label: { method: 'import.run', params: { title: 'deals.csv, people.csv' } } })
    expect(counts()).toEqual(before)
    await workspace.call('workspace.redo', {})
    expect(counts()).toEqual(after)
    expect(workspace.db.all('SELECT * FROM opportunities')).toEqual(rows)
  })

  test('is named in the list, with its rejected rows and their cells', async () => {
    await importFiles(workspace, [file('deals.csv', deals)])
    const [row] = await workspace.call('import.listImports', {})
    expect(row).toMatchObject({ title: 'deals.csv', rejected: 1, isNewest: true, dataAsOfOn: '2026-02-28' })
    expect(row?.files[0]).toMatchObject({ entity: 'opportunities', rowsRead: 4, counts: { new: 3, rejected: 1 } })
    expect(await workspace.call('import.listRejected', {})).toEqual([
      {
        fileName: 'deals.csv',
        sheet: null,
        rowNumber: 5,
        rule: 'unreadableCell',
        header: 'Amount',
        cell: 'lots',
        cells: ['4', 'Fourth', 'Won', 'lots', '2026-02-28', 'Luis Gil', 'Beta'],
        headers: ['Deal ID', 'Deal name', 'Stage', 'Amount', 'Close date', 'Deal owner', 'Account', 'Product'],
        fields: ['externalId', 'name', 'stage', 'amount', 'closeOn', 'seller', 'account', 'product'],
        id: 1,
        importId: row?.id,
        entity: 'opportunities',
        edits: {},
        state: 'open'
      }
    ])
    await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    expect((await workspace.call('import.listImports', {}))[0]?.isNewest).toBe(false)
  })

  test('again, of a newer export, changes what changed and keeps the row it came from', async () => {
    await importFiles(workspace, [file('deals.csv', deals)])
    const newer = file(
      'later.csv',
      deals.replace('2,Second,Open,,,', '2,Second,Won,70,2026-03-31,').replace('lots', '40')
    )
    const outcome = await importFiles(workspace, [newer])
    expect(outcome.entities.find((each) => each.entity === 'opportunities')).toMatchObject({
      new: 1,
      changed: 1,
      same: 2
    })
    const changed = workspace.db.get<{ id: number; amount: number }>(
      `SELECT id, amount_minor AS amount FROM opportunities WHERE external_id = '2'`
    )
    expect(changed?.amount).toBe(7000)
    const trace = await workspace.call('import.traceRow', { opportunityId: changed!.id })
    expect(trace).toMatchObject({ fileName: 'later.csv', rowNumber: 3 })
    await workspace.call('workspace.undo', {})
    expect(count('opportunities')).toBe(3)
    expect(workspace.db.get(`SELECT amount_minor AS amount FROM opportunities WHERE external_id = '2'`)).toEqual({
      amount: null
    })
  })

  test('of several sheets of a workbook keeps true dates and numbers', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Deals',
          rows: [
            ['Sales report'],
            ['Deal ID', 'Stage', 'Amount', 'Close date', 'Deal owner'],
            ['1', 'Won', 1234.5, new Date('2026-01-31T00:00:00Z'), 'Ana Ruiz']
          ]
        },
        {
          name: 'People',
          rows: [
            ['Agent', 'Manager'],
            ['Ana Ruiz', 'Carla']
          ]
        }
      ]
    })
    // The name says csv: the content decides.
    await importFiles(workspace, [file('report.csv', bytes)])
    expect(workspace.db.get('SELECT amount_minor AS amount, close_on AS close FROM opportunities')).toEqual({
      amount: 123_450,
      close: '2026-01-31'
    })
    expect(count('sellers')).toBe(2)
    const deal = workspace.db.get<{ id: number }>('SELECT id FROM opportunities')
    expect(await workspace.call('import.traceRow', { opportunityId: deal!.id as never })).toMatchObject({
      sheet: 'Deals',
      rowNumber: 3
    })
  })
})

describe('an import is refused', () => {
  const code = async (paths: string[], extra: object = {}): Promise<string> => {
    const reply = await workspace.reply('import.run', { files: await grant(workspace, paths), ...extra })
    return reply.ok ? 'ok' : reply.error.code
  }

  test('when a file was changed after the preview', async () => {
    const path = file('deals.csv', deals)
    const { hashes } = await previewFiles(workspace, [path])
    appendFileSync(path, '\n9,Ninth,Won,5,2026-01-01,Ana Ruiz,,')
    expect(await code([path], { hashes })).toBe('import.fileChanged')
    expect(count('opportunities')).toBe(0)
  })

  test('while a question is open that only the user can answer', async () => {
    const path = file('deals.csv', 'Deal ID,Stage,Amount,Close date\n1,Won,5,03/04/2026')
    expect(await code([path])).toBe('import.needsAnswer')
    expect(await code([path], { choices: [{ key: '0', dateOrders: { 3: 'dmy' } }] })).toBe('ok')
    expect(workspace.db.get('SELECT close_on AS close FROM opportunities')).toEqual({ close: '2026-04-03' })
  })

  test('for files that are no tables, each with its own reason', async () => {
    expect(await code([file('empty.csv', '')])).toBe('import.fileEmpty')
    expect(await code([file('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))])).toBe(
      'import.unknownFormat'
    )
    expect(await code([file('noise.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))])).toBe('import.unreadable')
    expect(await code([file('cut.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))])).toBe('import.unreadable')
    expect(await code([file('words.csv', 'hello\nworld')])).toBe('import.nothingRecognised')
    expect(await code([join(workspace.folder, 'nowhere.csv')])).toBe('import.fileGone')
    const unknown = await workspace.reply('import.run', { files: ['no-such-token'] })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'import.fileGone' } })
  })

  test('when a zip says it would unfold into more than memory holds', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }] })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Every entry of the directory says that it unfolds into 4 GB.
    for (let at = view.getUint32(bytes.length - 22 + 16, true); view.getUint32(at, true) === 0x02014b50; ) {
      view.setUint32(at + 24, 0xf0000000, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    expect(await code([file('bomb.xlsx', bytes)])).toBe('import.fileTooLarge')
  })
})

describe('a table', () => {
  test('is left out or taken for something else as the user says', async () => {
    const paths = [file('deals.csv', deals), file('people.csv', people)]
    await importFiles(workspace, paths, [{ key: '0', entity: null }])
    expect(count('opportunities')).toBe(0)
    expect(count('sellers')).toBe(3)
  })

  test('of activities points to people, accounts and deals', async () => {
    const calls = 'Activity type,Activity date,Assigned to,Account,Deal ID\ncall,2026-01-05,Ana Ruiz,Acme,1'
    await importFiles(workspace, [file('deals.csv', deals), file('calls.csv', calls)])
    expect(
      workspace.db.get(
        `SELECT a.kind, s.name AS seller, c.name AS account, o.external_id AS deal FROM activities a
          JOIN sellers s ON s.id = a.seller_id JOIN accounts c ON c.id = a.account_id JOIN opportunities o ON o.id = a.opportunity_id`
      )
    ).toEqual({ kind: 'call', seller: 'Ana Ruiz', account: 'Acme', deal: '1' })
  })
})

describe('quality', () => {
  test('is told over everything, the gravest first', async () => {
    await importFiles(workspace, [file('deals.csv', deals), file('people.csv', people)])
    const rules = await workspace.call('import.listQuality', {})
    expect(rules.map(({ rule, severity, count: n, of }) => [rule, severity, n, of])).toEqual([
      ['noAccount', 'warning', 1, 3],
      ['rejectedRows', 'warning', 1, 6],
      ['openWithoutDate', 'note', 1, 1],
      ['openWithoutAmount', 'note', 1, 1]
    ])
    expect(await workspace.call('import.listQuality', {})).not.toContainEqual(expect.objectContaining({ count: 0 }))
  })

  test('of an empty workspace has nothing to tell', async () => {
    expect(await workspace.call('import.listQuality', {})).toEqual([])
  })
})
