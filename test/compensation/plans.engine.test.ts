// Pay plans on a real workspace file: from a template to members, pay, explanation, a kept run, undo and a copied scenario.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PayPlanRow } from '#shared/compensation/index.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
let scenarioId: ScenarioId
let sellers: SellerId[]

/** Two sellers in one team: the first reaches 110 % of every quarter, the second 70 %, so the team 90 %. */
async function layOut(): Promise<void> {
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  const [scenario] = plan.scenarios
  if (scenario === undefined) throw new Error('a plan has a scenario')
  scenarioId = scenario.id
  const { writer } = workspace
  const stage = writer.insert('stages', {
    name: 'Won!',
    name_key: 'test won',
    position: 90,
    status: 'won',
    probability_ratio: 1
  })
  const team = writer.insert('teams', { name: 'North', name_key: 'north' })
  sellers = ['Ana Ruiz', 'Tomás Vidal'].map((name) => writer.insert('sellers', { name, role: 'seller' }) as SellerId)
  for (const [index, sellerId] of sellers.entries()) {
    writer.insert('team_memberships', { seller_id: sellerId, team_id: team })
    for (let month = 1; month <= 12; month += 1) {
      const two = String(month).padStart(2, '0')
      writer.insert('quotas', {
        scenario_id: scenarioId,
        seller_id: sellerId,
        measure: 'bookings',
        period_key: `FY2027-M${two}`,
        starts_on: `2027-${two}-01`,
        amount_minor: 1_000_000,
        currency: 'EUR'
      })
      writer.insert('opportunities', {
        name: `Deal ${month}`,
        seller_id: sellerId,
        stage_id: stage,
        amount_minor: index === 0 ? 1_100_000 : 700_000,
        currency: 'EUR',
        close_on: `2027-${two}-15`
      })
    }
  }
}

const createPlan = (name = 'Sellers'): Promise<PayPlanRow> =>
  workspace.call('compensation.createFromTemplate', { scenarioId, name, template: 'individualTeamSplit' })

beforeEach(async () => {
  workspace = await openTestWorkspace()
  await layOut()
})
afterEach(() => workspace.close())

describe('a pay plan in a workspace', () => {
  it('pays 43,500 for 110 % own and 90 % team on a target of 40,000', async () => {
    const { id } = await createPlan()
    expect(await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })).toEqual({
      assigned: 2,
      skipped: []
    })
    const open = await workspace.call('compensation.preview', { payPlanId: id, throughPeriodKey: null })
    expect(open.rows[0]?.cells[0]).toMatchObject({ amountMinor: null, missing: 'noTargetPay' })
    expect(open.rows[0]?.totalMinor).toBeNull()

    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 4_000_000 })
    const paid = await workspace.call('compensation.preview', { payPlanId: id, throughPeriodKey: null })
    expect(paid.rows.map((row) => row.totalMinor)).toEqual([4_350_000, 2_100_000 + 900_000])
    expect(paid.totalMinor).toBe(4_350_000 + 3_000_000)
    expect(paid.rows[0]).toMatchObject({ attainmentRatio: 1.1, targetPayMinor: 4_000_000, teamName: 'North' })
    const half = await workspace.call('compensation.preview', { payPlanId: id, throughPeriodKey: 'FY2027-Q2' })
    expect(half.rows[0]?.totalMinor).toBe(4_350_000 / 2)
    expect(half.periodKeys).toEqual(['FY2027-Q1', 'FY2027-Q2'])
  })

  it('previews other rules without keeping them', async () => {
    const plan = await createPlan()
    await workspace.call('compensation.assignMembers', { payPlanId: plan.id, sellerIds: sellers })
    await workspace.call('compensation.setTargetPay', { payPlanId: plan.id, targetPayMinor: 4_000_000 })
    const yearly = { ...plan.rules, period: { ...plan.rules.period, grain: 'year' } }
    const args = { payPlanId: plan.id, throughPeriodKey: null }
    const tried = await workspace.call('compensation.preview', { ...args, rules: yearly })
    expect(tried.periodKeys).toEqual(['FY2027'])
    expect((await workspace.call('compensation.preview', args)).periodKeys).toHaveLength(4)
  })

  it('takes target pay from the person, unless it is typed or in another currency', async () => {
    const { id } = await createPlan()
    const [ana, tomas] = sellers
    if (ana === undefined || tomas === undefined) throw new Error('there are two sellers')
    workspace.writer.update('sellers', ana, { variable_pay_minor: 2_000_000, pay_currency: 'EUR' })
    workspace.writer.update('sellers', tomas, { variable_pay_minor: 2_000_000, pay_currency: 'USD' })
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })
    const { members } = await workspace.call('compensation.getPlan', { payPlanId: id })
    expect(members.map((member) => [member.targetPayMinor, member.targetPaySource])).toEqual([
      [2_000_000, 'person'],
      [null, 'otherCurrency']
    ])
    const [first] = members
    if (first === undefined) throw new Error('there is a member')
    await workspace.call('compensation.updateMember', { memberId: first.id, targetPayMinor: 1_500_000 })
    const after = await workspace.call('compensation.getPlan', { payPlanId: id })
    expect(after.members[0]).toMatchObject({ targetPayMinor: 1_500_000, targetPaySource: 'typed' })
  })

  it('explains a line down to the deals', async () => {
    const { id } = await createPlan()
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })
    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 4_000_000 })
    const [ana] = sellers
    if (ana === undefined) throw new Error('there is Ana')
    const statement = await workspace.call('compensation.explain', {
      payPlanId: id,
      sellerId: ana,
      throughPeriodKey: null
    })
    const counted = statement.lines[0]?.trace.steps[0]?.steps[1]?.steps[0]
    expect(counted?.what).toBe('measured')
    expect(counted?.deals?.map(([, minor]) => minor)).toEqual([1_100_000, 1_100_000, 1_100_000])
    const [dealId] = counted?.deals?.[0] ?? []
    expect(dealId !== undefined && statement.names.deals[dealId]).toBe('Deal 1')
  })

  it('keeps a run with its lines; the same input has the same hash', async () => {
    const { id } = await createPlan()
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })
    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 4_000_000 })
    const first = await workspace.call('compensation.run', { scenarioId, throughPeriodKey: null })
    expect(first).toMatchObject({
      throughPeriodKey: 'FY2027-Q4',
      lineCount: 16,
      sellerCount: 2,
      missingCount: 0,
      totalMinor: 7_350_000
    })
    const second = await workspace.call('compensation.run', { scenarioId, throughPeriodKey: null })
    expect(second.inputsSha256).toBe(first.inputsSha256)
    const [ana, tomas] = sellers
    if (ana === undefined) throw new Error('there is Ana')
    expect(await workspace.call('compensation.listRunSellers', { payRunId: first.id })).toEqual([
      { sellerId: ana, sellerName: 'Ana Ruiz', totalMinor: 4_350_000, missingCount: 0 },
      { sellerId: tomas, sellerName: 'Tomás Vidal', totalMinor: 3_000_000, missingCount: 0 }
    ])
    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 5_000_000 })
    const kept = await workspace.call('compensation.getStatement', { payRunId: first.id, sellerId: ana })
    expect(kept.totalMinor).toBe(4_350_000)
    expect(kept.lines[0]?.trace.steps[0]?.values.amount).toEqual({ unit: 'exactMoney', minor: '862500' })
    const third = await workspace.call('compensation.run', { scenarioId, throughPeriodKey: null })
    expect(third.inputsSha256).not.toBe(first.inputsSha256)
    expect((await workspace.call('compensation.listRuns', { scenarioId })).map((run) => run.id)).toEqual([
      third.id,
      second.id,
      first.id
    ])
  })

  it('refuses rules that do not add up and says which', async () => {
    const plan = await createPlan()
    const [individual, team] = plan.rules.components
    if (individual === undefined || team === undefined) throw new Error('the template has two components')
    const rules = { ...plan.rules, components: [individual] }
    expect(await workspace.reply('compensation.updatePlan', { payPlanId: plan.id, rules })).toEqual({
      ok: false,
      error: { code: 'compensation.rulesWrong', problem: 'weightsMustAddUp', where: 'components', found: '0.75' }
    })
    const unknown = { ...plan.rules, components: [{ ...individual, kind: 'draw' }] }
    expect(await workspace.reply('compensation.updatePlan', { payPlanId: plan.id, rules: unknown })).toMatchObject({
      ok: false,
      error: { code: 'compensation.rulesWrong', problem: 'shape' }
    })
  })

  it('keeps a person out of two plans on the same day', async () => {
    const first = await createPlan()
    const second = await createPlan('Leads')
    const [ana] = sellers
    if (ana === undefined) throw new Error('there is Ana')
    await workspace.call('compensation.assignMembers', { payPlanId: first.id, sellerIds: [ana], toOn: '2027-06-30' })
    const args = { payPlanId: second.id, sellerIds: sellers }
    expect(await workspace.call('compensation.assignMembers', args)).toEqual({
      assigned: 1,
      skipped: [{ sellerName: 'Ana Ruiz', planName: 'Sellers' }]
    })
    const later = await workspace.call('compensation.assignMembers', {
      ...args,
      sellerIds: [ana],
      fromOn: '2027-07-01'
    })
    expect(later.assigned).toBe(1)
    const { members } = await workspace.call('compensation.getPlan', { payPlanId: second.id })
    const own = members.find((member) => member.sellerId === ana)
    if (own === undefined) throw new Error('Ana is in the second plan')
    expect(await workspace.reply('compensation.updateMember', { memberId: own.id, fromOn: '2027-06-30' })).toEqual({
      ok: false,
      error: { code: 'compensation.otherPlan', sellerName: 'Ana Ruiz', planName: 'Sellers' }
    })
  })

  it('is undone and redone, and refused in a locked scenario, where pay can still be run', async () => {
    const { id } = await createPlan()
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })
    await workspace.call('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 4_000_000 })
    await workspace.call('compensation.removePlan', { payPlanId: id })
    expect(await workspace.call('compensation.listPlans', { scenarioId })).toEqual([])
    await workspace.call('workspace.undo', {})
    expect((await workspace.call('compensation.listPlans', { scenarioId }))[0]?.memberCount).toBe(2)

    await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
    const locked = { ok: false, error: { code: 'plans.scenarioLocked', name: 'Baseline' } }
    const [first] = (await workspace.call('compensation.getPlan', { payPlanId: id })).members
    if (first === undefined) throw new Error('there is a member')
    const refused = await Promise.all([
      workspace.reply('compensation.createFromTemplate', { scenarioId, name: 'More', template: 'tieredCommission' }),
      workspace.reply('compensation.copyPlan', { payPlanId: id, name: 'More' }),
      workspace.reply('compensation.updatePlan', { payPlanId: id, name: 'Other' }),
      workspace.reply('compensation.removePlan', { payPlanId: id }),
      workspace.reply('compensation.assignMembers', { payPlanId: id, sellerIds: sellers }),
      workspace.reply('compensation.updateMember', { memberId: first.id, targetPayMinor: 1 }),
      workspace.reply('compensation.setTargetPay', { payPlanId: id, targetPayMinor: 1 }),
      workspace.reply('compensation.removeMembers', { memberIds: [first.id] })
    ])
    expect(refused).toEqual(refused.map(() => locked))
    expect((await workspace.call('compensation.run', { scenarioId, throughPeriodKey: 'FY2027-Q1' })).lineCount).toBe(4)
  })

  it('is copied with its scenario and compared in words', async () => {
    const { id, rules } = await createPlan()
    await workspace.call('compensation.assignMembers', { payPlanId: id, sellerIds: sellers })
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Bolder' })
    const [copied] = await workspace.call('compensation.listPlans', { scenarioId: copy.id })
    if (copied === undefined) throw new Error('the plan was copied')
    expect(copied).toMatchObject({ name: 'Sellers', memberCount: 2, rules })
    expect(copied.id).not.toBe(id)
    await workspace.call('compensation.updatePlan', { payPlanId: copied.id, rules: { ...rules, capTimesTarget: '2' } })
    const differences = await workspace.call('plans.compareScenarios', { leftId: scenarioId, rightId: copy.id })
    expect(differences.filter((each) => each.domain === 'compensation')).toEqual([
      expect.objectContaining({
        kind: 'rule',
        label: 'Sellers',
        left: 'Total pay has no cap.',
        right: 'Total pay of a quarter is at most 2 times its target pay; what is above is not paid.'
      })
    ])
  })
})
