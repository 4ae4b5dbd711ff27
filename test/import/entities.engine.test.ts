// Every kind of table an import writes, on a real file: what stands in the tables afterwards, into which scenario plans go, and that
// undo leaves nothing. A cancelled import and one whose worker fails leave nothing either.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Router } from '#engine/router.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { grant, importFiles } from './shared-files.ts'

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
const deals = `Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account,Product
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme,Basic
2,Second,Open,70,2026-05-31,Luis Gil,Beta,Plus`

const everyRow = (): Record<string, unknown[]> =>
  Object.fromEntries(
    workspace.db
      .all<{ name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('commands', 'changes', 'bulk_rows', 'audit_events')`
      )
      .map(({ name }) => [name, workspace.db.all(`SELECT * FROM "${name}"`)])
  )

describe('an import writes', () => {
  test('leads, activities, stage changes, invoices, rates and targets with what they refer to', async () => {
    const before = everyRow()
    await importFiles(workspace, [
      file('deals.csv', deals),
      file(
        'leads.csv',
        'Lead ID,Lead name,Company,Lead owner,Lead source,Lead status,Created date\nL1,Eva Sol,Acme,Ana Ruiz,Web,New,2026-01-02'
      ),
      file('calls.csv', 'Activity type,Activity date,Assigned to,Account,Deal ID\ncall,2026-01-05,Ana Ruiz,Acme,1'),
      file('history.csv', 'Deal ID,Stage,Stage entered date\n1,Open,2026-01-03\n1,Won,2026-01-31'),
      file(
        'invoices.csv',
        'Invoice number,Invoice date,Due date,Account,Invoice amount,Currency\nF-1,2026-02-01,2026-03-01,Acme,100.50,EUR'
      ),
      file('rates.csv', 'From currency,To currency,Date,Exchange rate\nUSD,EUR,2026-01-01,0.92'),
      file('targets.csv', 'Team,Period,Target amount\nNorth,2026-Q1,1000')
    ])
    expect(
      workspace.db.all(
        'SELECT scope, scope_name AS name, starts_on AS s, ends_on AS e, amount_minor AS amount, currency FROM targets'
      )
    ).toEqual([{ scope: 'team', name: 'North', s: '2026-01-01', e: '2026-03-31', amount: 100_000, currency: 'EUR' }])
    expect(
      workspace.db.all(
        `SELECT l.external_id AS id, l.name, l.company, s.name AS seller, l.source, l.status, l.created_on AS createdOn FROM leads l
          LEFT JOIN sellers s ON s.id = l.seller_id`
      )
    ).toEqual([
      {
        id: 'L1',
        name: 'Eva Sol',
        company: 'Acme',
        seller: 'Ana Ruiz',
        source: 'Web',
        status: 'New',
        createdOn: '2026-01-02'
      }
    ])
    expect(
      workspace.db.all(
        `SELECT o.external_id AS deal, s.name AS stage, c.entered_on AS enteredOn FROM stage_changes c
          JOIN opportunities o ON o.id = c.opportunity_id JOIN stages s ON s.id = c.stage_id ORDER BY c.entered_on`
      )
    ).toEqual([
      { deal: '1', stage: 'Open', enteredOn: '2026-01-03' },
      { deal: '1', stage: 'Won', enteredOn: '2026-01-31' }
    ])
    expect(
      workspace.db.all(
        `SELECT i.external_id AS id, i.kind, a.name AS account, i.issued_on AS issuedOn, i.due_on AS dueOn, i.amount_minor AS amount, i.currency
          FROM invoices i JOIN accounts a ON a.id = i.account_id`
      )
    ).toEqual([
      {
        id: 'F-1',
        kind: 'invoice',
        account: 'Acme',
        issuedOn: '2026-02-01',
        dueOn: '2026-03-01',
        amount: 10_050,
        currency: 'EUR'
      }
    ])
    expect(
      workspace.db.all('SELECT from_currency AS f, to_currency AS t, valid_on AS d, rate FROM exchange_rates')
    ).toEqual([{ f: 'USD', t: 'EUR', d: '2026-01-01', rate: '0.92' }])
    expect(workspace.db.all('SELECT kind, happened_on AS d FROM activities')).toEqual([
      { kind: 'call', d: '2026-01-05' }
    ])
    // Every fact of a file leads to its row.
    for (const table of ['opportunities', 'leads', 'stage_changes', 'invoices', 'exchange_rates', 'activities'])
      expect(
        workspace.db.get(
          `SELECT count(*) AS n FROM ${table} t WHERE NOT EXISTS
            (SELECT 1 FROM source_blocks b WHERE t.source_row_id BETWEEN b.id AND b.last_id)`
        ),
        table
      ).toEqual({ n: 0 })
    expect(workspace.db.all('SELECT * FROM pragma_foreign_key_check')).toEqual([])
    await workspace.call('workspace.undo', {})
    expect(everyRow()).toEqual(before)
  })

  test('deals of another currency with their amount at home', async () => {
    await importFiles(workspace, [
      file('rates.csv', 'From currency,To currency,Date,Exchange rate\nUSD,EUR,2026-01-01,0.92'),
      file('deals.csv', 'Deal ID,Stage,Amount,Currency,Close date\n1,Won,100,USD,2026-01-31')
    ])
    expect(
      workspace.db.get(
        'SELECT amount_minor AS a, currency AS c, home_minor AS h, home_currency AS hc FROM opportunities'
      )
    ).toEqual({
      a: 10_000,
      c: 'USD',
      h: 9200,
      hc: 'EUR'
    })
  })
})

describe('quotas and territories', () => {
  const quotas = 'Seller,Period,Quota\nAna Ruiz,2026-01,1000\nLuis Gil,2026-01,500'
  let scenarioId: ScenarioId
  beforeEach(async () => {
    await workspace.call('plans.createPlan', { fiscalYear: 2026, scenarioName: 'Baseline' })
    scenarioId = (await workspace.call('plans.listPlans', {}))[0]?.scenarios[0]?.id as ScenarioId
    await importFiles(workspace, [file('deals.csv', deals)])
  })

  test('go into the scenario that is chosen, and only there', async () => {
    const files = await grant(workspace, [
      file('quotas.csv', quotas),
      file('territories.csv', 'Account,Territory\nAcme,North\nBeta,South')
    ])
    const preview = await workspace.call('import.preview', { files })
    expect(preview.needsScenario).toBe(true)
    expect(await workspace.reply('import.run', { files })).toMatchObject({
      ok: false,
      error: { code: 'import.needsScenario' }
    })
    await workspace.call('import.run', { files, scenarioId })
    expect(
      workspace.db.all(
        `SELECT q.scenario_id AS scenario, s.name AS seller, q.period_key AS period, q.starts_on AS startsOn, q.amount_minor AS amount, q.currency, q.measure
          FROM quotas q JOIN sellers s ON s.id = q.seller_id ORDER BY s.name`
      )
    ).toEqual([
      {
        scenario: scenarioId,
        seller: 'Ana Ruiz',
        period: 'FY2026-M01',
        startsOn: '2026-01-01',
        amount: 100_000,
        currency: 'EUR',
        measure: 'bookings'
      },
      {
        scenario: scenarioId,
        seller: 'Luis Gil',
        period: 'FY2026-M01',
        startsOn: '2026-01-01',
        amount: 50_000,
        currency: 'EUR',
        measure: 'bookings'
      }
    ])
    expect(
      workspace.db.all(
        `SELECT t.name AS territory, a.name AS account, x.source, x.scenario_id AS scenario, x.reason FROM territory_accounts x
          JOIN territories t ON t.id = x.territory_id JOIN accounts a ON a.id = x.account_id ORDER BY a.name`
      )
    ).toEqual([
      {
        territory: 'North',
        account: 'Acme',
        source: 'manual',
        scenario: scenarioId,
        reason: 'quotas.csv, territories.csv'
      },
      {
        territory: 'South',
        account: 'Beta',
        source: 'manual',
        scenario: scenarioId,
        reason: 'quotas.csv, territories.csv'
      }
    ])
    const again = await workspace.call('import.run', { files, scenarioId })
    expect(again.importId).toBeNull()
  })

  test('are refused for a locked scenario', async () => {
    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const files = await grant(workspace, [file('quotas.csv', quotas)])
    expect(await workspace.reply('import.run', { files, scenarioId })).toMatchObject({
      ok: false,
      error: { code: 'import.scenarioLocked' }
    })
  })
})

describe('nothing stays', () => {
  const many = `${deals.split('\n')[0]}\n${Array.from({ length: 8000 }, (_, at) => `${at},Deal ${at},Open,${at},2026-05-31,Seller ${at % 9},Account ${at % 500},P`).join('\n')}`

  test('of an import that is cancelled while it writes', async () => {
    const before = everyRow()
    const files = await grant(workspace, [file('many.csv', many)])
    const bugs: unknown[] = []
    const router = new Router(workspace.session, {
      onChanged: () => undefined,
      onWorkspace: () => undefined,
      onBug: (_method, error) => bugs.push(error)
    })
    const controller = new AbortController()
    const reply = await router.call(
      'import.run',
      { files },
      {
        caller: 'anyone',
        signal: controller.signal,
        onProgress: (step) => step.what === 'import.progress.writing' && controller.abort()
      }
    )
    await router.stop()
    expect(reply).toEqual({ ok: false, error: { code: 'engine.cancelled' } })
    expect(bugs).toEqual([])
    expect(everyRow()).toEqual(before)
    expect(await workspace.call('workspace.listAudit', {})).toEqual([])
    // The file is free again: the same import goes through.
    await workspace.call('import.run', { files })
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 8000 })
  })

  test('of an import whose writing fails in the middle', async () => {
    const files = await grant(workspace, [file('many.csv', many)])
    const before = everyRow()
    // A trigger that refuses one of the last deals stands for any fault of the storage.
    workspace.writer.run(
      `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.opportunities WHEN new.external_id = '7900' BEGIN SELECT raise(ABORT, 'fault'); END`
    )
    const reply = await workspace.reply('import.run', { files })
    expect(reply).toMatchObject({ ok: false, error: { code: 'engine.bug', problem: 'fault' } })
    workspace.writer.run('DROP TRIGGER temp.fault')
    expect(everyRow()).toEqual(before)
    await workspace.call('import.run', { files })
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 8000 })
  })
})
