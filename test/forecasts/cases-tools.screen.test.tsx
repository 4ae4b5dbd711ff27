// @vitest-environment happy-dom
// The tools of cases on a real engine: a goal found and set, the cost of being wrong, a budget that follows from the case, two cases compared.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { useQuery } from '#renderer/engine-client.ts'
import type { CaseView } from '#renderer/forecasts/cases/case-view.ts'
import { CaseTools } from '#renderer/forecasts/cases/tools.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSession } from '#renderer/session.ts'
import type { CaseAssumptions, CaseBase, CaseId, ForecastCase } from '#shared/forecasts/case-types.ts'
import { workOutCase } from '#shared/forecasts/cases/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { layOut, small } from '../territories/company.ts'
import { draw, findBarriers, type Saved } from '../ui/draw.tsx'
import { at, baseOf, evenly, keyOf, levers, nothing } from './case-bases.ts'

configure({ asyncUtilTimeout: 15_000 })

let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await openTestWorkspace()
  await layOut(workspace, { ...small, fiscalYear: 2027 })
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

/** 100,000 a month to come, 1 million to 1.4 million in the year, every year between them alike. */
const plain = baseOf({
  fresh: 10_000_000,
  percentiles: evenly(100_000_000, 140_000_000),
  measured: {
    winRatio: { value: 0.3, n: 7812 },
    yieldPerSellerMinor: 1_000_000,
    rampMonths: 0
  }
})

const caseOf = (id: number, name: string, assumptions: CaseAssumptions, scenarioId: ScenarioId): ForecastCase => ({
  id: id as CaseId,
  scenarioId,
  kind: 'own',
  name,
  assumptions,
  notes: ''
})

interface HostProps {
  readonly base?: CaseBase
  readonly start?: CaseAssumptions
  readonly isLocked?: boolean
  readonly onSave?: (assumptions: CaseAssumptions) => void
}

/** Stands where the tab does: settings are the engine's, the case is kept here. */
function Host({ base = plain, start = nothing, isLocked = false, onSave }: HostProps) {
  const { scenario } = useSession()
  const [assumptions, setAssumptions] = useState(start)
  const scenarioId = scenario?.id
  const { value: settings } = useQuery('forecasts.getSettings', scenarioId === undefined ? null : { scenarioId })
  if (scenarioId === undefined || settings === undefined) return null
  const chosen = caseOf(1, 'Mine', assumptions, scenarioId)
  const view: CaseView = {
    scenarioId,
    base,
    settings,
    cases: [chosen, caseOf(2, 'Good', levers(at('winRate', 0.1)), scenarioId)],
    chosen,
    assumptions,
    outcome: workOutCase(base, assumptions, { seed: 1 }),
    isLocked,
    onMove: setAssumptions,
    onSave: (next) => {
      setAssumptions(next)
      onSave?.(next)
    }
  }
  return <CaseTools {...view} />
}

const open = async (tool: string, props: HostProps = {}, saved: Saved[] = []) => {
  draw(<Host {...props} />, saved)
  fireEvent.click(await screen.findByRole('radio', { name: tool }))
}
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const leave = (name: string) => fireEvent.blur(screen.getByRole('textbox', { name }))
const choose = async (name: string, option: string | RegExp) => {
  fireEvent.click(screen.getByRole('combobox', { name }))
  fireEvent.click(await screen.findByRole('option', { name: option }))
}
const undo = () =>
  act(async () => {
    await workspace.call('workspace.undo', {})
  })

describe('goal seek', { timeout: 60_000 }, () => {
  it('says what win rate reaches an amount, and sets it', async () => {
    const onSave = vi.fn<(assumptions: CaseAssumptions) => void>()
    await open('Goal seek', { onSave })
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Find it' }).disabled).toBe(true)
    type('reaches', '1,320,000')
    fireEvent.click(screen.getByRole('button', { name: 'Find it' }))
    // 1.2 million times 1.1; 30 % times 1.1.
    expect(await screen.findByText('Win rate of 33.0% reaches €1,320,000')).toBeTruthy()
    expect(screen.getByText('+10% against the base · Measured 30.0%, of 7,812 closed deals')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Set it so' }))
    expect(await screen.findByText('The case is set so.')).toBeTruthy()
    const set = onSave.mock.calls[0]?.[0].levers[0]
    expect(set).toMatchObject({ lever: 'winRate', fromKey: null })
    expect(set?.middle).toBeCloseTo(0.1, 6)
  })

  it('finds a percentile: the year set so has it at the amount', async () => {
    const onSave = vi.fn<(assumptions: CaseAssumptions) => void>()
    await open('Goal seek', { onSave })
    type('reaches', '1,300,000')
    await choose('at', /^P10: 9 of 10/)
    fireEvent.click(screen.getByRole('button', { name: 'Find it' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Set it so' }))
    const found = onSave.mock.calls[0]?.[0]
    const range = found && workOutCase(plain, found, { seed: 1 }).range
    expect(range?.p10Minor).toBeGreaterThanOrEqual(130_000_000)
    expect(range?.p10Minor).toBeLessThan(130_001_000)
  })

  it('says the most where the amount can’t be reached, and never sets that', async () => {
    await open('Goal seek')
    type('reaches', '5,000,000')
    fireEvent.click(screen.getByRole('button', { name: 'Find it' }))
    // Three times the base is the most that is tried.
    expect(
      await screen.findByText('Win rate alone can’t reach €5,000,000: the most is €3,600,000, at 90.0% (+200%)')
    ).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Set it so' })).toBeNull()
  })

  it('says where the lever isn’t needed or moves nothing, and that an answer is of another question', async () => {
    await open('Goal seek', { base: baseOf({ sold: 5_000_000, fresh: 5_000_000 }) })
    expect(screen.getByText('The forecast has no range, as the history is too short for one.')).toBeTruthy()
    type('reaches', '500,000')
    fireEvent.click(screen.getByRole('button', { name: 'Find it' }))
    expect(
      await screen.findByText('€500,000 is reached without it: even Win rate at −100% brings €600,000')
    ).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Set it so' })).toBeNull()
    await choose('What', 'Ramp')
    expect(screen.getByText('The case or the question has changed since.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    expect(await screen.findByText(/^Ramp doesn’t move this year: it stays at €1,200,000/)).toBeTruthy()
    expect(screen.getByText(/^Not offered, as the data lack what they act on: /)).toBeTruthy()
  })
})

describe('the cost of being wrong', { timeout: 60_000 }, () => {
  it('names the percentile to plan on and what each plan costs; saved once both are said', async () => {
    await open('Cost of being wrong')
    type('Planned too much costs', '10')
    leave('Planned too much costs')
    expect(screen.getByText('Say both, and at least one above 0.')).toBeTruthy()
    type('Planned too little costs', '30')
    const plan = await screen.findByRole('region', { name: 'Plan on P75' })
    // 0.3 ÷ (0.3 + 0.1) = 0.75, three quarters of the way from 1 to 1.4 million.
    expect(within(plan).getByText('€1,300,000')).toBeTruthy()
    // Even years a to b: the mean missed below a plan p is (p − a)² ÷ 2(b − a), above (b − p)² ÷ 2(b − a); the outermost 0.5 % stand at their inner end.
    const cost = screen.getByRole('region', { name: 'Expected cost of that plan' })
    expect(within(cost).getByText('€14,998')).toBeTruthy()
    expect(within(cost).getByText('€5,000 less than at P50')).toBeTruthy()
    leave('Planned too little costs')
    await waitFor(async () => {
      const { cost } = await readSettings()
      expect(cost).toEqual({ overRatio: 0.1, underRatio: 0.3 })
    })
    const table = screen.getByRole('grid', { name: 'Expected cost by plan' })
    expect(within(table).getByText('P75, cheapest')).toBeTruthy()
    expect(within(table).getByText('Middle of the case')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(within(plan).getByRole('button'))
    const why = await screen.findByRole('dialog', { name: 'Why P75' })
    expect(within(why).getByText(/^One unit more in the plan costs as much as it saves/)).toBeTruthy()
    await undo()
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Plan on P75' })).toBeNull())
  })
})

async function readSettings() {
  const scenarioId = workspace.writer.all<{ id: number }>('SELECT id FROM scenarios ORDER BY id')[0]?.id
  const settings = await workspace.call('forecasts.getSettings', { scenarioId: scenarioId as ScenarioId })
  return { cost: settings.costOfError, lines: settings.budgetLines }
}

describe('the budget', { timeout: 60_000 }, () => {
  const addLine = async (name: string, kind: string, value: string) => {
    type('Name of the new line', name)
    await choose('How the new line counts', kind)
    type('Value of the new line', value)
    fireEvent.click(screen.getByRole('button', { name: 'Add line' }))
    await screen.findAllByText(name)
  }

  it('follows from the case at P10, P50 and P90, by quarter, and is exported', async () => {
    const saved: Saved[] = []
    const start = { ...nothing, hires: [{ name: 'Juniors', count: 3, startKey: keyOf(7) }] }
    // A yield of nothing: hires cost and bring nothing, so bookings stay as they are.
    const base = baseOf({
      fresh: 10_000_000,
      percentiles: evenly(100_000_000, 140_000_000),
      measured: { yieldPerSellerMinor: 0, rampMonths: 0, sellers: 10 }
    })
    await open('Budget', { base, start }, saved)
    await addLine('Office', 'a month', '10000')
    await addLine('Commission', 'of bookings', '8')
    await addLine('Salaries', 'a seller and month', '5000')
    await addLine('Hiring', 'a hire, once', '2000')
    await waitFor(async () =>
      expect((await readSettings()).lines).toEqual([
        { name: 'Office', kind: 'perMonth', amountMinor: 1_000_000 },
        { name: 'Commission', kind: 'ofBookings', ratio: 0.08 },
        { name: 'Salaries', kind: 'perSeller', amountMinor: 500_000 },
        { name: 'Hiring', kind: 'perHire', amountMinor: 200_000 }
      ])
    )
    // 120,000 + 8 % of 1.2 million + 5,000 × (10 × 12 + 3 × 6) + 3 × 2,000 = 912,000; at P10 8 % of 1.04, at P90 of 1.36 million.
    const costs = await screen.findByRole('region', { name: 'Costs of the year' })
    expect(within(costs).getByText('€899,200 – €924,800')).toBeTruthy()
    expect(within(costs).getByText('P50 €912,000')).toBeTruthy()
    const left = screen.getByRole('region', { name: 'Left of bookings' })
    expect(within(left).getByText('€140,800 – €435,200')).toBeTruthy()
    const lines = screen.getByRole('grid', { name: 'Budget lines' })
    for (const year of ['83,200', '96,000', '108,800', '690,000', '6,000'])
      expect(within(lines).getAllByText(year).length).toBeGreaterThan(0)
    const periods = screen.getByRole('grid', { name: 'Budget by period' })
    // The third quarter: 30,000 + 24,000 + 3 × 13 × 5,000 + 6,000 of 300,000.
    expect(within(periods).getByText('255,000')).toBeTruthy()
    expect(within(periods).getByText('45,000')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])

    fireEvent.click(screen.getAllByLabelText('Export what is seen').at(-1) as HTMLElement)
    fireEvent.click(await screen.findByText('Text table (csv)'))
    const file = saved.find(({ name }) => name === 'case-budget.csv')?.text.split('\r\n')
    expect(file?.[0]).toMatch(
      /^Period,Sellers,Bookings \(EUR\),Office \(EUR\),Commission \(EUR\),Salaries \(EUR\),Hiring \(EUR\),/
    )
    expect(file?.[3]).toMatch(/^Q3 FY2027,13,300000,30000,24000,195000,6000,255000,45000,/)

    const box = within(lines).getAllByRole('checkbox')
    fireEvent.click(box.at(-1) as HTMLElement)
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect((await readSettings()).lines).toHaveLength(3))
    for (let n = 0; n < 5; n += 1) await undo()
    expect((await readSettings()).lines).toEqual([])
    await screen.findByText(/^No line yet/)
  })

  it('can be read, not changed, in a locked scenario', async () => {
    await open('Budget', { isLocked: true })
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the new line' }).disabled).toBe(true)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add line' }).disabled).toBe(true)
  })
})

describe('two cases compared', { timeout: 60_000 }, () => {
  it('says the difference, by lever and month by month, and in Spanish', async () => {
    await open('Compare')
    await choose('to', 'Good')
    expect(screen.getByText('Good brings €120,000 more than Forecast without levers')).toBeTruthy()
    const effects = screen.getByRole('grid', { name: 'What differs' })
    expect(within(effects).getByText('+10%')).toBeTruthy()
    expect(within(effects).getAllByText('+120,000')).toHaveLength(2)
    const months = screen.getByRole('grid', { name: 'Month by month' })
    expect(within(months).getAllByText('110,000')).toHaveLength(12)
    expect(within(months).getAllByText('+10.0%')).toHaveLength(13)
    expect(await findBarriers(document.body)).toEqual([])
    // Nothing is moved in the case in view: it is the forecast itself.
    await choose('to', 'Mine')
    expect(screen.getByText('Mine comes to the same as Forecast without levers: €1,200,000')).toBeTruthy()
    await choose('From', 'Mine')
    expect(screen.getByText('Choose two that differ.')).toBeTruthy()
    act(() => setLanguage('es', 'es-ES'))
    expect(await screen.findByText('Elige dos distintos.')).toBeTruthy()
  })
})
