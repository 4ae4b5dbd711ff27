// What an import changed about known deals, what one deal was in each export, and the snapshot of an export after later ones.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listSnapshot } from '#engine/import/store-history.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { Differences, ImportId } from '#shared/import/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type DealRow, layStages, runStep, writeImported } from './written-imports.ts'

let workspace: TestWorkspace
const ids: ImportId[] = []
const deal = (
  key: string,
  stage: number,
  amount: number | null,
  close: string | null,
  more: Partial<DealRow> = {}
): DealRow => ({
  key,
  stage,
  amount,
  close,
  seller: 1,
  ...more
})
// Stages: 1 First, 2 Second (open), 3 Won, 4 Lost.
const files: DealRow[][] = [
  [
    deal('slips', 1, 100, '2026-06-10'),
    deal('slips twice', 1, 100, '2026-06-10'),
    deal('wins', 2, 1_000, '2026-06-20'),
    deal('back', 2, 300, '2026-06-20'),
    deal('gone', 1, 50, '2026-06-15'),
    deal('gone, of another year', 1, 50, '2025-01-01'),
    deal('same', 1, 70, '2026-06-15', { currency: 'USD' })
  ],
  [
    deal('slips', 1, 100, '2026-06-20'),
    deal('slips twice', 2, 150, '2026-07-10'),
    deal('wins', 3, 1_200, '2026-06-18'),
    deal('back', 1, 250, '2026-06-20', { seller: 2 }),
    deal('same', 1, 70, '2026-06-15', { currency: 'USD' }),
    deal('fresh', 1, 500, '2026-06-30')
  ],
  [deal('slips twice', 2, 150, '2026-08-09'), deal('wins', 3, 1_200, '2026-06-18'), deal('fresh', 4, 500, '2026-06-30')]
]

beforeEach(async () => {
  workspace = await openTestWorkspace()
  layStages(workspace.writer)
  workspace.writer.insertMany(
    'sellers',
    ['id', 'name', 'role'],
    [
      [1, 'Ana', 'seller'],
      [2, 'Luis', 'seller']
    ]
  )
  ids.length = 0
  for (const [at, file] of files.entries()) ids.push(writeImported(workspace, `${at + 1}.csv`, file))
})
afterEach(() => workspace.close())

const differences = (at: number): Promise<Differences> =>
  workspace.call('import.getDifferences', { importId: ids[at] as ImportId })
const kinds = ({ kinds: all }: Differences) =>
  all.map(({ kind, deals, amountMinor, changeMinor, medianDays }) => [
    kind,
    deals,
    amountMinor,
    changeMinor,
    medianDays
  ])

describe('differences', () => {
  test('of the first import are its new deals', async () => {
    const found = await differences(0)
    expect(found.since).toBeNull()
    // The dollars have no rate: they are a deal, and no amount.
    expect(kinds(found)).toEqual([['new', 7, 1_600, 0, null]])
    expect(found.deals).toEqual([])
  })
  test('of a newer export are kinds with their sums, and the deals with their fields', async () => {
    const found = await differences(1)
    expect(found.since?.importId).toBe(ids[0])
    expect(kinds(found)).toEqual([
      ['new', 1, 500, 0, null],
      ['won', 1, 1_200, 200, null],
      ['advanced', 1, 150, 50, null],
      ['fellBack', 1, 250, -50, null],
      // Ten days and thirty: the middle is twenty.
      ['slipped', 2, 250, 50, 20],
      ['grown', 2, 1_350, 250, null],
      ['shrunk', 1, 250, -50, null],
      ['reassigned', 1, 250, -50, null],
      ['vanished', 1, 50, 0, null]
    ])
    expect(found.deals.map((each) => each.externalId).sort()).toEqual(['back', 'gone', 'slips', 'slips twice', 'wins'])
    expect(found.deals[0]).toMatchObject({
      externalId: 'wins',
      amountMinor: 1_200,
      beforeMinor: 1_000,
      sellerName: 'Ana',
      changes: [
        { field: 'stage', before: 'Second', after: 'Won' },
        { field: 'amount', before: 1_000, after: 1_200 },
        { field: 'closeOn', before: '2026-06-20', after: '2026-06-18' }
      ]
    })
    expect(found.deals.find((each) => each.externalId === 'back')?.changes).toContainEqual({
      field: 'seller',
      before: 'Ana',
      after: 'Luis'
    })
  })
  test('stay what they were when more follows, a person corrects, and an import between is taken back', async () => {
    const before = await differences(1)
    await workspace.call('crm.correctDeal', {
      opportunityId: 1 as OpportunityId,
      field: 'closeOn',
      value: '2027-01-01',
      reason: 'x'
    })
    writeImported(workspace, '4.csv', [deal('slips', 4, 1, '2026-12-01'), deal('wins', 4, 1, '2026-12-01')])
    expect(await differences(1)).toEqual(before)
    await workspace.call('import.undoImport', { importId: ids[2] as ImportId })
    expect(kinds(await differences(1))).toEqual(kinds(before))
    expect(await workspace.reply('import.getDifferences', { importId: 99 as ImportId })).toMatchObject({
      error: { code: 'import.importMissing' }
    })
  })
  test('count deals that the import took out as vanished', async () => {
    const importId = writeImported(workspace, '4.csv', [deal('fresh', 4, 500, '2026-06-30')], (db) =>
      db.remove('opportunities', 3)
    )
    const found = await workspace.call('import.getDifferences', { importId })
    const vanished = found.deals.find((each) => each.externalId === 'wins')
    expect(vanished).toMatchObject({ kinds: ['vanished'], beforeMinor: 1_200, amountMinor: null })
  })
})

describe('the history of a deal', () => {
  const history = (key: string) => {
    const id = workspace.db.get<{ id: OpportunityId }>('SELECT id FROM opportunities WHERE external_id = :key', {
      key
    })?.id
    return workspace.call('import.listDealHistory', { opportunityId: id as OpportunityId })
  }
  test('has the import that brought it and each that changed it, the newest first', async () => {
    const states = await history('slips twice')
    expect(states.map((each) => [each.fileName, each.kinds, each.amountMinor])).toEqual([
      ['3.csv', ['slipped'], 150],
      ['2.csv', ['advanced', 'slipped', 'grown'], 150],
      ['1.csv', ['new'], 100]
    ])
    expect(states[0]?.changes).toEqual([{ field: 'closeOn', before: '2026-07-10', after: '2026-08-09' }])
    expect((await history('same')).map((each) => each.kinds)).toEqual([['new']])
  })
  test('says what the files said, not what a person did', async () => {
    await workspace.call('crm.correctDeal', {
      opportunityId: 2 as OpportunityId,
      field: 'amountMinor',
      value: 9,
      reason: 'x'
    })
    expect((await history('slips twice')).map((each) => each.amountMinor)).toEqual([150, 150, 100])
  })
})

test('the snapshot of an import is what its file said, whatever followed', async () => {
  await workspace.call('crm.correctDeal', {
    opportunityId: 7 as OpportunityId,
    field: 'amountMinor',
    value: 9,
    reason: 'x'
  })
  for (const [at, file] of files.entries()) {
    const rows = listSnapshot(workspace.db, ids[at] as ImportId)
    const keys = workspace.db.all<{ id: number; key: string }>('SELECT id, external_id AS key FROM opportunities')
    const keyOf = new Map(keys.map((row) => [row.id, row.key]))
    expect(
      rows.map((row) => [keyOf.get(row.deal), row.stage, row.amountMinor, row.closeOn, row.seller]).sort()
    ).toEqual(file.map((row) => [row.key, row.stage, row.amount, row.close, row.seller]).sort())
  }
  runStep(workspace, 'test.remove', (db) => db.remove('opportunities', 1))
  expect(listSnapshot(workspace.db, ids[0] as ImportId)).toHaveLength(6)
})
