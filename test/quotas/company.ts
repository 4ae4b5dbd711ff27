// A small company in a real file: three sellers, one who left, one new, a manager, and two years of won deals.
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

export interface Company {
  workspace: TestWorkspace
  scenarioId: ScenarioId
  ids: Record<'ana' | 'bea' | 'cai' | 'leo' | 'mar', SellerId>
  win: (sellerId: SellerId | null, closeOn: string, amountMinor: number | null, stage?: 'won' | 'lost' | 'open') => void
}

export async function openCompany(): Promise<Company> {
  const workspace = await openTestWorkspace()
  const { writer } = workspace
  const stages = Object.fromEntries(
    (['open', 'won', 'lost'] as const).map((status, index) => [
      status,
      writer.insert('stages', { name: status, name_key: status, position: index + 1, status, probability_ratio: null })
    ])
  )
  const person = (name: string, role: string, hiredOn: string | null = null, leftOn: string | null = null) =>
    writer.insert('sellers', { name, role, hired_on: hiredOn, left_on: leftOn, notes: '' }) as SellerId
  const ids = {
    ana: person('Ana Ruiz', 'seller'),
    bea: person('Bea Soler', 'seller'),
    cai: person('Cai Prat', 'account_manager', '2027-07-01'),
    leo: person('Leo Vidal', 'seller', null, '2026-06-30'),
    mar: person('Mar Costa', 'manager')
  }
  const north = writer.insert('teams', { parent_id: null, name: 'North', name_key: 'north', manager_id: ids.mar })
  for (const id of [ids.ana, ids.bea, ids.leo]) {
    writer.insert('team_memberships', { seller_id: id, team_id: north, from_on: null, to_on: null })
  }
  const win: Company['win'] = (sellerId, closeOn, amountMinor, stage = 'won') => {
    writer.insert('opportunities', {
      seller_id: sellerId,
      stage_id: stages[stage] ?? 0,
      amount_minor: amountMinor,
      currency: 'EUR',
      close_on: closeOn
    })
  }
  for (const year of ['2025', '2026']) {
    for (let month = 1; month <= 12; month += 1) {
      const day = `${year}-${String(month).padStart(2, '0')}-15`
      win(ids.ana, day, month === 12 ? 60_000 : 20_000)
      win(ids.bea, day, 10_000)
    }
  }
  win(ids.leo, '2026-03-10', 50_000)
  win(null, '2026-04-10', 7_000)
  win(ids.bea, '2026-12-31', 5_000, 'lost')
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  const scenarioId = plan.scenarios[0]?.id
  if (scenarioId === undefined) throw new Error('the plan has no scenario')
  return { workspace, scenarioId, ids, win }
}
