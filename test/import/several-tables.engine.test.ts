// Two tables in one sheet are imported as two, each to be chosen by itself, or read as one when the user says so; columns can be found
// anew past what earlier imports of such a file were told, and the list of imports says which profile was used.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
const twoTables = `Deal name,Stage,Amount,Close date,Deal owner
Alpha,Won,100,2026-01-31,Ana Ruiz
Beta,Lost,200,2026-02-28,Luis Gil

Account name,Industry,Country
Acme,Steel,Spain
Bolt,Paper,Portugal
`

test('two tables below each other are two, and one of them can be left out', async () => {
  const path = file('both.csv', twoTables)
  const { tables } = await previewFiles(workspace, [path])
  expect(tables.map(({ key, entity, rowCount, headerRow }) => [key, entity, rowCount, headerRow])).toEqual([
    ['0', 'opportunities', 2, 1],
    ['0#2', 'accounts', 2, 5]
  ])
  expect(tables[1]?.part).toMatchObject({ at: 2, of: 2, firstRow: 5, lastRow: 7, firstColumn: 0, lastColumn: 2 })
  await importFiles(workspace, [path], [{ key: '0', entity: null }])
  expect(workspace.db.all('SELECT name FROM accounts ORDER BY name')).toEqual([{ name: 'Acme' }, { name: 'Bolt' }])
  expect(workspace.db.all('SELECT name FROM opportunities')).toEqual([])
})

test('both are imported, and told apart in the list of imports', async () => {
  await importFiles(workspace, [file('both.csv', twoTables)])
  expect(workspace.db.all('SELECT name FROM opportunities ORDER BY name')).toEqual([
    { name: 'Alpha' },
    { name: 'Beta' }
  ])
  const [row] = await workspace.call('import.listImports', {})
  expect(row?.files.map(({ entity, part }) => [entity, part?.at, part?.of])).toEqual([
    ['opportunities', 1, 2],
    ['accounts', 2, 2]
  ])
})

test('a sheet is one table when the user says so', async () => {
  const files = await grant(workspace, [file('both.csv', twoTables)])
  const { tables } = await workspace.call('import.preview', {
    files,
    fileChoices: [{ fileIndex: 0, keepsSheetsWhole: true }]
  })
  expect(tables.map(({ key, rowCount }) => [key, rowCount])).toEqual([['0', 5]])
  expect(tables[0]?.part).toBeUndefined()
})

test('columns are found anew past a profile, the new reading is remembered, and the list says which profile was used', async () => {
  const content = (amount: number): string =>
    `Deal name,Stage,Margin,Amount,Close date,Deal owner\nAlpha,Won,7,${amount},2026-01-31,Ana Ruiz\nBeta,Lost,8,200,2026-02-28,Luis Gil\n`
  const fieldsOf = async (path: string, choices: Parameters<typeof previewFiles>[2] = []) => {
    const { tables } = await previewFiles(workspace, [path], choices)
    const amount = tables[0]?.columns.find((column) => column.field === 'amount')
    return [amount?.header, tables[0]?.profile?.isExact ?? null]
  }
  // The user once said that the other column is the amount.
  await importFiles(workspace, [file('a.csv', content(100))], [{ key: '0', columns: { 2: 'amount', 3: 'none' } }])
  const second = file('b.csv', content(101))
  expect(await fieldsOf(second)).toEqual(['Margin', true])
  const anew = [{ key: '0', ignoresProfiles: true }]
  expect(await fieldsOf(second, anew)).toEqual(['Amount', null])
  await importFiles(workspace, [second], anew)
  const third = file('c.csv', content(102))
  expect(await fieldsOf(third)).toEqual(['Amount', true])
  await importFiles(workspace, [third])
  const used = (await workspace.call('import.listImports', {})).map((row) => row.files[0]?.profile)
  expect(used).toEqual([{ name: 'a', isExact: true }, null, null])
})
