// A list of accounts with a column of territories: asked about, and only where somebody says so are the accounts put into territories of
// the scenario, with their owners if wanted; undone with the import.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TableChoice } from '#shared/import/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { grant } from './shared-files.ts'

let workspace: TestWorkspace
const scenarioId = 1 as ScenarioId
beforeEach(async () => {
  workspace = await openTestWorkspace()
  const db = workspace.writer
  db.insert('plans', { id: 1, name: 'Plan', fiscal_year: 2026 })
  db.insert('scenarios', { id: 1, plan_id: 1, name: 'Base', created_at: '2026-01-01T00:00:00Z' })
  db.insert('territories', { id: 1, scenario_id: 1, name: 'Norte', position: 1 })
})
afterEach(() => workspace.close())

const list = `Nombre de la cuenta,Sector,Territorio,Propietario
Acme,Acero,Norte,Ana Ruiz
Bolt,Papel,Sur,Luis Gil
Core,Acero,,Ana Ruiz
Dyna,Papel,norte,Luis Gil
Acme,Acero,Sur,Ana Ruiz
`
const file = (): Promise<string[]> => {
  const path = join(workspace.folder, 'cuentas.csv')
  writeFileSync(path, list)
  return grant(workspace, [path])
}
const answered = (field: string): TableChoice[] => [{ key: '0', columns: { 2: field } }]
const placed = (): string[] =>
  workspace.db
    .all<{ text: string }>(
      `SELECT a.name || ' ' || t.name AS text FROM territory_accounts x JOIN accounts a ON a.id = x.account_id
        JOIN territories t ON t.id = x.territory_id ORDER BY 1`
    )
    .map((row) => row.text)
const working = (): string[] =>
  workspace.db
    .all<{ text: string }>(
      `SELECT t.name || ' ' || s.name AS text FROM territory_sellers x JOIN sellers s ON s.id = x.seller_id
        JOIN territories t ON t.id = x.territory_id ORDER BY 1`
    )
    .map((row) => row.text)

test('is asked about, and while that is open the territory is a word beside the account', async () => {
  const preview = await workspace.call('import.preview', { files: await file() })
  expect(preview.tables[0]?.entity).toBe('accounts')
  expect(preview.questions).toMatchObject([
    {
      kind: 'territory',
      header: 'Territorio',
      options: ['placedIn', 'placedInWithOwner'],
      whileOpen: 'custom',
      examples: ['Norte', 'Sur', 'norte']
    }
  ])
  expect(preview.needsScenario).toBe(false)
  await workspace.call('import.run', { files: await file() })
  expect(placed()).toEqual([])
  expect(workspace.db.all('SELECT name FROM territories')).toHaveLength(1)
  expect(workspace.db.get(`SELECT custom_json AS c FROM accounts WHERE name = 'Bolt'`)).toEqual({
    c: '{"Territorio":"Sur"}'
  })
  // What nobody has answered is asked again next time.
  expect((await workspace.call('import.preview', { files: await file(), vanished: 'remove' })).questions).toHaveLength(
    1
  )
})

test('puts the accounts there where that is said, and says what it does before', async () => {
  const request = { files: await file(), choices: answered('placedIn'), scenarioId }
  const preview = await workspace.call('import.preview', request)
  expect(preview.needsScenario).toBe(true)
  expect(preview.questions).toEqual([])
  expect(preview.entities.find((each) => each.entity === 'assignments')).toMatchObject({ new: 3, changed: 0 })
  expect(preview.findings.find((each) => each.rule === 'placedTwice')).toMatchObject({
    count: 1,
    examples: ['Acme: Sur']
  })
  const { importId } = await workspace.call('import.run', request)
  expect(placed()).toEqual(['Acme Norte', 'Bolt Sur', 'Dyna Norte'])
  expect(working()).toEqual([])
  expect(await workspace.call('import.run', { ...request, files: await file() })).toMatchObject({ importId: null })
  if (importId === null) throw new Error('nothing was imported')
  await workspace.call('import.undoImport', { importId })
  expect(placed()).toEqual([])
  expect(workspace.db.all('SELECT name FROM territories')).toEqual([{ name: 'Norte' }])
})

test('lets the owners work the territories where that is said', async () => {
  await workspace.call('import.run', { files: await file(), choices: answered('placedInWithOwner'), scenarioId })
  expect(placed()).toEqual(['Acme Norte', 'Bolt Sur', 'Dyna Norte'])
  expect(working()).toEqual(['Norte Ana Ruiz', 'Norte Luis Gil', 'Sur Luis Gil'])
})

test('needs a scenario that may be changed', async () => {
  const choices = answered('placedIn')
  expect(await workspace.reply('import.run', { files: await file(), choices })).toMatchObject({
    error: { code: 'import.needsScenario' }
  })
  workspace.writer.update('scenarios', 1, { locked_at: '2026-01-01T00:00:00Z' })
  expect(await workspace.reply('import.run', { files: await file(), choices, scenarioId })).toMatchObject({
    error: { code: 'import.scenarioLocked' }
  })
  expect(workspace.db.all('SELECT id FROM accounts')).toEqual([])
})
