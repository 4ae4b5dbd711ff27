// The queries that territories ask of large tables find their rows by index.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountFactsSql, boughtSql, firstDealsSql } from '#engine/crm/store.ts'
import { placementSql } from '#engine/territories/store.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openTestWorkspace()
})
afterEach(() => workspace.close())

describe('query plans', () => {
  const params = { currency: 'EUR', scenarioId: 1, on: '2027-01-01' }
  // What is known of all accounts reads all accounts; their deals come by index.
  test.each([
    [
      'what is open at accounts',
      accountFactsSql,
      /SEARCH o USING INDEX opportunities_by_stage_close/,
      /SCAN (o|p|w)\b/
    ],
    ['what they bought', boughtSql, /SEARCH o USING INDEX opportunities_by_stage_close/, /SCAN o\b/],
    ['since when who sells to them', firstDealsSql, /SEARCH o USING INDEX opportunities_by_account/, /SCAN o\b/],
    ['assignments', placementSql.assignments, /INDEX territory_accounts_by_scenario/, /SCAN|TEMP B-TREE/],
    ['placements', placementSql.placements, /INDEX territory_accounts_by_scenario/, /SCAN|TEMP B-TREE/]
  ])('%s', (_name, sql, finds, never) => {
    const used = Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`:${name}`)))
    const plan = workspace.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, used).map((row) => row.detail)
    expect(plan.join('\n')).toMatch(finds)
    expect(plan.filter((line) => never.test(line))).toEqual([])
  })
})
