// What was worked out from the file is kept while what it rests on stays, and not a moment longer.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { remember } from '#engine/remember.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
let made: number
beforeEach(async () => {
  workspace = await openTestWorkspace()
  made = 0
})
afterEach(() => workspace.close())

/** How many teams there are, worked out from the file; `made` says how often. */
const teams = (db = workspace.db) =>
  remember(db, 'teams', ['teams'], () => {
    made += 1
    return db.get<{ count: number }>('SELECT count(*) AS count FROM teams')?.count
  })
const addPlan = (fiscalYear: number) => workspace.call('plans.createPlan', { fiscalYear, scenarioName: 'Baseline' })
const addTeam = (name: string) => workspace.call('people.createTeam', { name, parentId: null, managerId: null })

test('it is made once, and kept past commands on other tables and their undo', async () => {
  expect([teams(), teams(), made]).toEqual([0, 0, 1])
  await addPlan(2027)
  await workspace.call('workspace.undo', {})
  await workspace.call('workspace.redo', {})
  // A command that is refused writes nothing that stays.
  expect(await workspace.reply('plans.createPlan', { fiscalYear: 2027, scenarioName: 'X' })).toMatchObject({
    ok: false
  })
  expect([teams(), made]).toEqual([0, 1])
})

test('it is made again after a command on its tables, its undo and its redo', async () => {
  teams()
  await addTeam('North')
  expect([teams(), made]).toEqual([1, 2])
  await workspace.call('workspace.undo', {})
  expect([teams(), made]).toEqual([0, 3])
  await workspace.call('workspace.redo', {})
  expect([teams(), made]).toEqual([1, 4])
})

test('what was written past the commands counts as any change, also when a command follows', async () => {
  teams()
  workspace.writer.insert('teams', { name: 'South', name_key: 'south' })
  await addPlan(2027)
  expect([teams(), made]).toEqual([1, 2])
})

test('a writer is answered anew: what it sees may be taken back', () => {
  expect([teams(workspace.writer), teams(workspace.writer), made]).toEqual([0, 0, 2])
})
