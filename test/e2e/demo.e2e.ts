// The whole main job without a hand on a CRM export of 8,800 deals, and what its documents say against what the export is known to hold.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeFlags, runProgram } from '../../build/steps/terminal.ts'
import { readPdf } from '../helpers/printed.ts'

const data = join(import.meta.dirname, '../../../shared/data/crm')
const isThere = existsSync(join(data, 'facts.json'))
if (!isThere) process.stdout.write('The demo on the 8,800 deals is skipped: its data are not beside this repository.\n')

interface Facts {
  won_deals: number
  won_amount_total: number
  won_by_rep_top5: [string, number, number][]
  won_by_close_quarter: Record<string, { deals: number; amount: number }>
}

const folder = mkdtempSync(join(tmpdir(), 'comarca-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!isThere)('the demo on a CRM export', () => {
  test('ends with documents whose figures are those of the export', async () => {
    const facts: Facts = JSON.parse(readFileSync(join(data, 'facts.json'), 'utf8'))
    const demo = join(import.meta.dirname, '../../build/steps/demo.ts')
    const { code, printed } = await runProgram(
      process.execPath,
      [...nodeFlags, demo, '--data', join(data, 'maven-crm'), '--out', folder],
      { quiet: true }
    )
    expect(printed).toContain('their sum differs from it by 0')
    expect(code).toBe(0)

    const handbook = await readPdf(join(folder, 'handbook.pdf'))
    const text = handbook.pages.join(' ').replace(/\s+/g, ' ')
    const grouped = new Intl.NumberFormat('en-GB')
    expect(text).toContain(`${grouped.format(facts.won_amount_total)} in ${grouped.format(facts.won_deals)} won deals`)
    for (const [name, deals, amount] of facts.won_by_rep_top5)
      expect(text).toContain(`${name} ${grouped.format(deals)} ${grouped.format(amount)}`)
    for (const [quarter, { deals, amount }] of Object.entries(facts.won_by_close_quarter)) {
      const [year, number] = quarter.split('-')
      expect(text).toContain(`${number} ${year} ${grouped.format(deals)} ${grouped.format(amount)}`)
    }

    const file = new Database(join(folder, 'maven-crm.comarca'), { readonly: true })
    const sums = file
      .prepare(
        `SELECT a.target_minor AS target, (SELECT sum(q.amount_minor) FROM quotas q WHERE q.scenario_id = a.scenario_id) AS sum
         FROM quota_allocations a ORDER BY a.id`
      )
      .all() as { target: number; sum: number }[]
    file.close()
    expect(sums).toHaveLength(2)
    for (const { target, sum } of sums) expect(sum).toBe(target)
    expect(sums.at(-1)?.target).toBe(facts.won_amount_total * 100)

    expect(readdirSync(join(folder, 'letters')).filter((name) => name.endsWith('.pdf'))).toHaveLength(35)
    expect(readdirSync(join(folder, 'screens')).length).toBeGreaterThanOrEqual(12)
  }, 300_000)
})
