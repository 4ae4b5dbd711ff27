// Plans and scenarios: made, copied, renamed, locked, approved, compared, removed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compareFacts } from '#shared/plans/rules.ts'
import type { ScenarioFact, ScenarioRow } from '#shared/plans/types.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'

let workspace: TestWorkspace
let baseline: ScenarioRow
beforeEach(async () => {
  workspace = await openTestWorkspace()
  const plan = await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  const [scenario] = plan.scenarios
  if (scenario === undefined) throw new Error('no scenario')
  baseline = scenario
})
afterEach(() => workspace.close())

const scenarioNames = async () =>
  (await workspace.call('plans.listPlans', {})).flatMap((plan) => plan.scenarios.map((each) => each.name))

test('a fiscal year has one plan', async () => {
  expect(await workspace.reply('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Again' })).toEqual({
    ok: false,
    error: { code: 'plans.yearTaken', fiscalYear: 2027 }
  })
})

test('names are unique within a plan, whatever their case', async () => {
  expect(await workspace.reply('plans.copyScenario', { scenarioId: baseline.id, name: 'BASELINE' })).toEqual({
    ok: false,
    error: { code: 'plans.nameTaken', name: 'BASELINE' }
  })
  expect((await workspace.reply('plans.renameScenario', { scenarioId: baseline.id, name: 'baseline' })).ok).toBe(true)
})

test('the scenario in view: the newest at first, then the chosen one, and choosing is no undo step', async () => {
  expect(await workspace.call('plans.getCurrent', {})).toBe(baseline.id)
  const copy = await workspace.call('plans.copyScenario', { scenarioId: baseline.id, name: 'Two more reps' })
  await workspace.call('plans.selectScenario', { scenarioId: copy.id })
  expect(await workspace.call('plans.getCurrent', {})).toBe(copy.id)
  const { undo } = workspace.session.undoState()
  expect(undo?.method).toBe('plans.copyScenario')
  await workspace.call('workspace.undo', {})
  expect(await workspace.call('plans.getCurrent', {})).toBe(baseline.id)
})

test('approving locks, leaves one approved scenario, and unlocking takes the approval back', async () => {
  const copy = await workspace.call('plans.copyScenario', { scenarioId: baseline.id, name: 'Other' })
  expect(
    (await workspace.call('plans.approveScenario', { scenarioId: baseline.id, isApproved: true })).lockedAt
  ).not.toBeNull()
  await workspace.call('plans.approveScenario', { scenarioId: copy.id, isApproved: true })
  const [plan] = await workspace.call('plans.listPlans', {})
  expect(plan?.scenarios.map((each) => [each.name, each.approvedAt !== null, each.lockedAt !== null])).toEqual([
    ['Baseline', false, true],
    ['Other', true, true]
  ])
  const open = await workspace.call('plans.lockScenario', { scenarioId: copy.id, isLocked: false })
  expect([open.approvedAt, open.lockedAt]).toEqual([null, null])
})

test('a locked scenario is not removed, nor the last one of a plan', async () => {
  const copy = await workspace.call('plans.copyScenario', { scenarioId: baseline.id, name: 'Other' })
  await workspace.call('plans.lockScenario', { scenarioId: copy.id, isLocked: true })
  expect(await workspace.reply('plans.removeScenario', { scenarioId: copy.id })).toMatchObject({
    error: { code: 'plans.scenarioLocked' }
  })
  await workspace.call('plans.lockScenario', { scenarioId: copy.id, isLocked: false })
  await workspace.call('plans.removeScenario', { scenarioId: copy.id })
  expect(await workspace.reply('plans.removeScenario', { scenarioId: baseline.id })).toMatchObject({
    error: { code: 'plans.lastScenario' }
  })
  await workspace.call('workspace.undo', {})
  expect(await scenarioNames()).toEqual(['Baseline', 'Other'])
})

describe('comparing facts', () => {
  const fact = (key: string, value: ScenarioFact['value']): ScenarioFact => ({
    domain: 'quotas',
    kind: 'year',
    key,
    label: key,
    value,
    unit: 'money'
  })

  test('lists what differs, what only one side has, and nothing else', () => {
    const left = [fact('ana', 100), fact('luca', 200), fact('ines', 300)]
    const right = [fact('ana', 100), fact('luca', 250), fact('jon', 50)]
    expect(compareFacts(left, right).map(({ key, left: a, right: b }) => [key, a, b])).toEqual([
      ['luca', 200, 250],
      ['ines', 300, null],
      ['jon', null, 50]
    ])
  })

  test('a side compared with itself differs nowhere', () => {
    const facts = [fact('ana', 1), fact('luca', null)]
    expect(compareFacts(facts, facts)).toEqual([])
    expect(compareFacts([], [])).toEqual([])
  })
})

test('a copy has the same facts as its source', async () => {
  const copy = await workspace.call('plans.copyScenario', { scenarioId: baseline.id, name: 'Same' })
  expect(await workspace.call('plans.compareScenarios', { leftId: baseline.id, rightId: copy.id })).toEqual([])
})
