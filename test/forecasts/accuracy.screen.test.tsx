// @vitest-environment happy-dom
// The accuracy tab on a real engine: the finding, figures with their reasons, the tables, filters, both languages, and data without anything to tell.
import { act, cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { useKeeping } from '#renderer/forecasts/accuracy/keep-in-background.ts'
import { keepAccuracyView, useAccuracyView } from '#renderer/forecasts/accuracy/view-state.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { forgetForecastView, keepForecastView } from '#renderer/forecasts/view-state.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession } from '#renderer/session.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { layOut, small } from '../territories/company.ts'
import { draw, findBarriers } from '../ui/draw.tsx'

/** Three years of quarters, each year a tenth more: the seasonal naive is a known part too low. */
const quarters = ['02', '05', '08', '11']
const base = [10_000, 20_000, 30_000, 40_000]
const deals = [2023, 2024, 2025].flatMap((year, at) =>
  quarters.map((month, quarter) => [
    'Alder',
    quarter % 2 === 0 ? 'Ana' : 'Cy',
    'Won',
    String(Math.round((base[quarter] ?? 0) * 1.1 ** at)),
    `${year}-${month}-10`
  ])
)
// The last deal ends the data with the year.
const company = { ...small, deals: [...deals, ['Alder', 'Ana', 'Lost', '1', '2025-12-31']] }

let workspace: TestWorkspace
const firstChoices = useAccuracyView.getState()

// The engine answers from a file, and the machine may be busy.
configure({ asyncUtilTimeout: 8000 })

beforeAll(async () => {
  workspace = await openTestWorkspace({}, '2026-01-12T09:00:00.000Z')
  await layOut(workspace, company)
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
beforeEach(() => keepForecastView({ tab: 'accuracy' }))
afterEach(() => {
  cleanup()
  forgetForecastView()
  useAccuracyView.setState(firstChoices)
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const table = (name: string) => screen.findByRole('grid', { name })
const show = (name: string) => act(() => fireEvent.click(screen.getByRole('radio', { name })))

describe('the accuracy tab', () => {
  it('says that nothing is kept yet, and makes it on request', async () => {
    draw(<ForecastsScreen />)
    expect(await screen.findByText('No forecast has been overtaken by what came yet.')).toBeTruthy()
    expect(await screen.findByText('The forecast of the year is not made yet.')).toBeTruthy()
    expect(screen.getByText(/forecasts are still to be made\./)).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Make them now' })))
    expect(await screen.findByText('Every state of the data has its forecasts.', {}, { timeout: 15_000 })).toBeTruthy()
    expect(useKeeping.getState()).toMatchObject({ isBusy: false, isStopped: false })
  })

  it('finds how far off it was, which way, and how often the range held', async () => {
    draw(<ForecastsScreen />)
    // From two quarters on: ten forecasts of the quarter after.
    const finding = await screen.findByText(/1 quarter ahead we were \d+% off \(WAPE, n 10\)/)
    expect(finding.textContent).toMatch(/the 80 % range held \d+ of 10 times/)
    const wape = screen.getByRole('region', { name: 'How far off (WAPE)' })
    act(() => fireEvent.click(within(wape).getByRole('button')))
    const why = await screen.findByRole('dialog')
    expect(within(why).getByText('Forecasts compared')).toBeTruthy()
    expect(within(why).getByText('of 10 different periods')).toBeTruthy()
    // What was sold from the third quarter of 2023 on: 70,000, 110,000 and 121,000.
    expect(within(why).getByText('€301,000')).toBeTruthy()
  })

  it('lists methods beside the baseline, and every comparison', async () => {
    draw(<ForecastsScreen />)
    const methods = await table('Methods')
    const baseline = within(methods).getAllByText('Baseline').at(-1)?.closest('tr') as HTMLElement
    // The naive in the first year (it said 20,000 and 30,000; 30,000 and 40,000 came), then the year before, a tenth too low; from
    // 40,000 to the 11,000 of the first quarter of 2024 on with a season known: 10,000 said.
    // Errors 10 + 10 of 70, 1 + 2 + 3 + 4 of 110, 1.1 + 2.2 + 3.3 + 4.4 of 121: 41 of 301.
    expect(within(baseline).getAllByText('14%').length).toBeGreaterThan(0)
    expect(within(baseline).getByText('−14%')).toBeTruthy()
    await show('Compared')
    const compared = await table('Compared')
    expect(Number(compared.getAttribute('aria-rowcount'))).toBeGreaterThanOrEqual(20)
  })

  it('judges teams and sellers, and says where it is not enough to tell', async () => {
    draw(<ForecastsScreen />)
    await table('Methods')
    await show('Sellers')
    const sellers = await table('Sellers')
    expect(within(sellers).getByText('Ana')).toBeTruthy()
    expect(within(sellers).queryByText('Fay')).toBeNull()
    await show('Teams')
    expect(within(await table('Teams')).getByText('South')).toBeTruthy()
  })

  it('shows snapshots with how they were made, calls and kept forecasts', async () => {
    draw(<ForecastsScreen />)
    await table('Methods')
    await show('Snapshots')
    const states = await table('Snapshots')
    expect(within(states).getAllByText('Made at the time')).toHaveLength(1)
    expect(within(states).getAllByText('Replayed').length).toBeGreaterThan(5)
    await show('Calls')
    expect(await screen.findByText(/Nobody’s call is of a period that is over/)).toBeTruthy()
    await show('Kept by hand')
    expect(await screen.findByText('No forecast kept by hand has a period that is over.')).toBeTruthy()
  })

  it('takes up the filters', async () => {
    act(() => keepAccuracyView({ choices: { cut: { kind: 'company' }, grain: 'quarter', steps: 1, origin: 'made' } }))
    draw(<ForecastsScreen />)
    // Nothing made at the time has been overtaken.
    expect(await screen.findByText('No forecast has been overtaken by what came yet.')).toBeTruthy()
    act(() => keepAccuracyView({ choices: { cut: { kind: 'company' }, grain: 'month', steps: 3, origin: 'both' } }))
    expect(await screen.findByText(/^3 months ahead we were/)).toBeTruthy()
  })

  it('speaks Spanish', async () => {
    setLanguage('es', 'es-ES')
    draw(<ForecastsScreen />)
    expect(await screen.findByText(/^Con 1 trimestre de antelación fallamos un \d+\s?% \(WAPE, n 10\)/)).toBeTruthy()
  })

  it('has no barriers', async () => {
    const { container } = draw(<ForecastsScreen />)
    await table('Methods')
    expect(await findBarriers(container)).toEqual([])
  })
})
