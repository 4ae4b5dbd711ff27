// What imports leave behind on a real file: the same files again, pasted texts, profiles, deals as they were, which deals an export held,
// decisions about names; and that nobody sees half an import.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IdentityChoice } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { grant, importFiles, previewFiles } from './shared-files.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

const file = (name: string, content: string): string => {
  const path = join(workspace.folder, name)
  writeFileSync(path, content)
  return path
}
const count = (table: string): number => workspace.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1
const dealId = (externalId: string): number =>
  workspace.db.get<{ id: number }>('SELECT id FROM opportunities WHERE external_id = :externalId', { externalId })
    ?.id ?? 0

const header = 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account'
const deals = `${header}
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme
2,Second,Open,70,2026-05-31,Ana Ruiz,Beta
3,Third,Lost,50,2026-02-28,Luis Gil,Beta`

describe('the same files again', () => {
  test('are not even compared while nothing has changed since', async () => {
    const path = file('deals.csv', deals)
    const first = await importFiles(workspace, [path])
    const events = count('audit_events')
    const preview = await previewFiles(workspace, [path])
    expect(preview).toMatchObject({ isEmpty: true, sameAs: { importId: first.importId } })
    expect(preview.tables[0]).toMatchObject({ entity: 'opportunities', counts: { new: 0, changed: 0, same: 3 } })
    const again = await importFiles(workspace, [path])
    expect(again.importId).toBeNull()
    expect(again.entities.find((each) => each.entity === 'opportunities')).toMatchObject({
      new: 0,
      changed: 0,
      same: 3
    })
    expect(again.won).toEqual(first.won)
    expect(count('audit_events')).toBe(events)
  })

  test('are compared when a deal is another now, and bring it back', async () => {
    const path = file('deals.csv', deals)
    await importFiles(workspace, [path])
    await importFiles(workspace, [file('later.csv', deals.replace('100.5', '200'))])
    expect((await previewFiles(workspace, [path])).sameAs).toBeNull()
    const back = await importFiles(workspace, [path])
    expect(back.entities.find((each) => each.entity === 'opportunities')).toMatchObject({ changed: 1, same: 2 })
    expect(
      workspace.db.get('SELECT amount_minor AS amount FROM opportunities WHERE external_id = :id', { id: '1' })
    ).toEqual({
      amount: 10_050
    })
  })

  test('are compared when they are read in another way', async () => {
    const path = file('deals.csv', deals)
    await importFiles(workspace, [path])
    expect((await previewFiles(workspace, [path], [{ key: '0', columns: { 3: 'custom' } }])).sameAs).toBeNull()
    expect((await previewFiles(workspace, [path], [{ key: '0', entity: null }])).sameAs).toBeNull()
  })

  test('are imported again after the import was undone', async () => {
    const path = file('deals.csv', deals)
    await importFiles(workspace, [path])
    await workspace.call('workspace.undo', {})
    expect((await previewFiles(workspace, [path])).sameAs).toBeNull()
    expect((await importFiles(workspace, [path])).importId).not.toBeNull()
    expect(count('opportunities')).toBe(3)
  })

  test('whose rows were all refused once are not put in quarantine twice', async () => {
    const path = file('deals.csv', `${header}\n1,First,,100.5,2026-01-31,Ana Ruiz,Acme`)
    expect((await importFiles(workspace, [path])).importId).not.toBeNull()
    expect(count('quarantine_rows')).toBe(1)
    expect(count('opportunities')).toBe(0)
    await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    expect((await importFiles(workspace, [path])).importId).toBeNull()
    expect(count('quarantine_rows')).toBe(1)
  })
})

test('a pasted text is imported like a file', async () => {
  const { token, bytes } = await workspace.call('import.pasteText', {
    name: 'pasted',
    text: deals.replaceAll(',', '\t')
  })
  expect(bytes).toBe(new TextEncoder().encode(deals).length + 3)
  const outcome = await workspace.call('import.run', { files: [token] })
  expect(outcome).toMatchObject({ title: 'pasted', won: { deals: 1, amountMinor: 10_050 } })
  expect(await workspace.call('import.traceRow', { opportunityId: dealId('2') as never })).toMatchObject({
    fileName: 'pasted',
    rowNumber: 3
  })
  await workspace.call('import.forgetFiles', {})
  expect((await workspace.call('import.preview', { files: [token] })).isEmpty).toBe(true)
})

describe('a newer export', () => {
  test('leaves what its deals were, and which deals each export held', async () => {
    const first = await importFiles(workspace, [file('deals.csv', deals)])
    const row = workspace.db.get<{ source: number }>(
      `SELECT source_row_id AS source FROM opportunities WHERE external_id = '2'`
    )
    const newer = `${header}\n2,Second,Won,90,2026-06-30,Luis Gil,Beta\n1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme\n4,Fourth,Open,5,2026-07-01,Ana Ruiz,Acme`
    const second = await importFiles(workspace, [file('newer.csv', newer)])
    expect(
      workspace.db.all(
        `SELECT v.opportunity_id AS deal, v.until_import_id AS untilImport, s.name AS stage, p.name AS seller, v.amount_minor AS amount,
          v.close_on AS closeOn, v.source_row_id AS source FROM opportunity_versions v JOIN stages s ON s.id = v.stage_id
          JOIN sellers p ON p.id = v.seller_id`
      )
    ).toEqual([
      {
        deal: dealId('2'),
        untilImport: second.importId,
        stage: 'Open',
        seller: 'Ana Ruiz',
        amount: 7000,
        closeOn: '2026-05-31',
        source: row?.source
      }
    ])
    const seen = workspace.db.all<{ importId: number; ranges: string }>(
      `SELECT f.import_id AS importId, s.ranges_json AS ranges FROM import_seen s JOIN import_files f ON f.id = s.import_file_id ORDER BY s.id`
    )
    const idsOf = (ranges: string): number[] =>
      (JSON.parse(ranges) as [number, number][]).flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at)
      )
    expect(seen.map(({ importId, ranges }) => [importId, idsOf(ranges).sort()])).toEqual([
      [first.importId, [dealId('1'), dealId('2'), dealId('3')]],
      [second.importId, [dealId('1'), dealId('2'), dealId('4')]]
    ])
  })

  test('takes away deals that are gone when the user says so, and undo brings them back', async () => {
    await importFiles(workspace, [file('deals.csv', deals)])
    const before = workspace.db.all('SELECT * FROM opportunities ORDER BY id')
    const path = file(
      'newer.csv',
      deals
        .split('\n')
        .filter((line) => !line.startsWith('3,'))
        .join('\n')
    )
    const [token = ''] = await grant(workspace, [path])
    const preview = await workspace.call('import.preview', { files: [token] })
    expect(preview.differences.kinds.find((each) => each.kind === 'vanished')).toMatchObject({
      deals: 1,
      amountMinor: 5000
    })
    await workspace.call('import.run', { files: [token], vanished: 'remove' })
    expect(dealId('3')).toBe(0)
    expect(count('opportunities')).toBe(2)
    await workspace.call('workspace.undo', {})
    expect(workspace.db.all('SELECT * FROM opportunities ORDER BY id')).toEqual(before)
  })
})

describe('a profile', () => {
  test('is kept of each table, used for the next of its shape, named, renamed and removed', async () => {
    const odd = 'Ref,Etapa del trato,Cuánto,Día,Quién\nA1,Ganada,5,2026-01-05,Ana Ruiz'
    const chosen = { key: '0', entity: 'opportunities' as const, columns: { 2: 'amount', 3: 'closeOn', 4: 'seller' } }
    const [token = ''] = await grant(workspace, [file('tratos_2026-01-31.csv', odd)])
    await workspace.call('import.run', { files: [token], choices: [chosen] })
    const [profile] = await workspace.call('import.listProfiles', {})
    expect(profile).toMatchObject({ name: 'tratos', entity: 'opportunities', uses: 1 })
    expect(profile?.columns).toContainEqual({ header: 'Cuánto', field: 'amount' })

    // The next month: a column more, others moved, nothing chosen.
    const next = 'Quién,Nota,Ref,Etapa del trato,Cuánto,Día\nLuis Gil,x,A2,Ganada,7,2026-02-05'
    const path = file('tratos_2026-02-28.csv', next)
    const preview = await previewFiles(workspace, [path])
    expect(preview.tables[0]?.profile).toMatchObject({ profileId: profile?.id, isExact: false, added: ['Nota'] })
    expect(preview.tables[0]?.columns.map(({ header: of, field }) => [of, field])).toEqual(
      expect.arrayContaining([
        ['Cuánto', 'amount'],
        ['Día', 'closeOn'],
        ['Quién', 'seller']
      ])
    )
    await importFiles(workspace, [path])
    expect(workspace.db.get(`SELECT amount_minor AS amount FROM opportunities WHERE external_id = 'A2'`)).toEqual({
      amount: 700
    })

    const id = profile?.id ?? 0
    await workspace.call('import.renameProfile', { profileId: id, name: 'Monthly deals' })
    expect((await workspace.call('import.listProfiles', {})).find((each) => each.id === id)?.name).toBe('Monthly deals')
    await workspace.call('import.removeProfile', { profileId: id })
    expect((await workspace.call('import.listProfiles', {})).some((each) => each.id === id)).toBe(false)
    expect(await workspace.reply('import.removeProfile', { profileId: id })).toMatchObject({
      ok: false,
      error: { code: 'import.profileMissing' }
    })
  })
})

test('what the user decides about names is kept, in either order, and not asked again', async () => {
  await importFiles(workspace, [file('accounts.csv', 'Account name,Industry\nMontaje del Norte,Steel')])
  const text = `${header}\n9,Ninth,Open,5,2026-07-01,Ana Ruiz,Montajes del Norte`
  const path = file('deals.csv', text)
  const asked = (await previewFiles(workspace, [path])).identities.find((each) => each.entity === 'accounts')
  expect(asked?.candidates[0]?.name).toBe('Montaje del Norte')
  const identities: IdentityChoice[] = [
    { entity: 'accounts', name: 'Montajes del Norte', decision: 'different', sameAs: 'Montaje del Norte' }
  ]
  const [token = ''] = await grant(workspace, [path])
  await workspace.call('import.run', { files: [token], identities })
  expect(
    workspace.db.all('SELECT entity, left_key AS l, right_key AS r, is_same AS same FROM identity_decisions')
  ).toEqual([{ entity: 'accounts', l: 'montaje del norte', r: 'montajes del norte', same: 0 }])
  expect(count('accounts')).toBe(2)
  const later = await previewFiles(workspace, [file('later.csv', text.replace('9,Ninth', '10,Tenth'))])
  expect(later.identities.filter((each) => each.entity === 'accounts' && each.decision === null)).toEqual([])
})

describe('while an import is written', () => {
  const many = `${header}\n${Array.from({ length: 6000 }, (_, at) => `${at},Deal ${at},Open,${at},2026-05-31,Seller ${at % 9},Account ${at % 500}`).join('\n')}`

  test('others wait: they see all of it or nothing', async () => {
    const files = await grant(workspace, [file('many.csv', many)])
    let isDone = false
    const seen = new Set<number>()
    const running = workspace.call('import.run', { files }).finally(() => {
      isDone = true
    })
    while (!isDone) {
      seen.add((await workspace.call('crm.countFacts', {})).opportunities)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await running
    seen.add((await workspace.call('crm.countFacts', {})).opportunities)
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 6000])
  })

  test('a command that comes meanwhile is a step of its own after it', async () => {
    const files = await grant(workspace, [file('many.csv', many)])
    const running = workspace.call('import.run', { files })
    while (!workspace.progress.some((step) => step.what === 'import.progress.writing'))
      await new Promise((resolve) => setTimeout(resolve, 1))
    await workspace.call('playbook.createStage', { name: 'Demo', status: 'open' })
    await running
    const events = await workspace.call('workspace.listAudit', {})
    expect(events.map((event) => event.label.method)).toEqual(['playbook.createStage', 'import.run'])
    await workspace.call('workspace.undo', {})
    expect(count('opportunities')).toBe(6000)
    await workspace.call('workspace.undo', {})
    expect(count('opportunities')).toBe(0)
  })
})

test('a table that is filled with very many rows has its indexes as before', async () => {
  const rows = 21_000
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at},Deal ${at},Open,${at},2026-05-31,Seller ${at % 9},Account ${at % 50}`
  )
  const indexes = () =>
    workspace.db.all(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'opportunities' ORDER BY name`
    )
  const before = indexes()
  await importFiles(workspace, [file('many.csv', `${header}\n${lines.join('\n')}`)])
  expect(count('opportunities')).toBe(rows)
  expect(indexes()).toEqual(before)
  expect(workspace.db.all('SELECT * FROM pragma_integrity_check')).toEqual([{ integrity_check: 'ok' }])
  // One line of the log stands for all of them.
  expect(
    workspace.db.all(`SELECT op, last_row_id - row_id + 1 AS n FROM changes WHERE table_name = 'opportunities'`)
  ).toEqual([{ op: 'bulk', n: rows }])
  const at = 20_999
  expect(
    (await workspace.call('import.traceRow', { opportunityId: dealId(String(at)) as never })).cells.slice(0, 2)
  ).toMatchObject([{ cell: String(at) }, { cell: `Deal ${at}` }])
})
