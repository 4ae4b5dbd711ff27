// @vitest-environment happy-dom
// The pipeline tab on a real engine: it simulates by itself, says the range before the middle, shows deals with their reasons, takes calls.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { forgetAnswers } from '#renderer/engine-client.ts'
import { EarlierForecasts } from '#renderer/forecasts/pipeline/record.tsx'
import { forgetPipelineView } from '#renderer/forecasts/pipeline/view-state.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { forgetForecastView, keepForecastView } from '#renderer/forecasts/view-state.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { isoDate, parseIsoDate } from '#shared/units/date.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type Layout, layOut, small } from '../territories/company.ts'
import { draw, findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace
let at: Layout

// The engine answers from a file and simulates in a thread, and the machine may be busy.
configure({ asyncUtilTimeout: 15_000 })

const stages = [
  ['Lead', 1, 'open', 0.2],
  ['Proposal', 2, 'open', 0.5],
  ['Won', 3, 'won', null],
  ['Lost', 4, 'lost', null]
] as const

function addDeals(): void {
  const { writer } = workspace
  writer.run('BEGIN')
  writer.run('DELETE FROM opportunities')
  writer.run('DELETE FROM stages')
  const [lead = 0, proposal = 0, won = 0, lost = 0] = stages.map(([name, position, status, ratio]) =>
    writer.insert('stages', { name, name_key: name.toLowerCase(), position, status, probability_ratio: ratio })
  )
  const add = (name: string, stage: number, amount: number | null, createdOn: string, closeOn: string, more = {}) =>
    writer.insert('opportunities', {
      name,
      stage_id: stage,
      amount_minor: amount,
      currency: 'EUR',
      created_on: createdOn,
      close_on: closeOn,
      seller_id: at.seller('Ana'),
      ...more
    })
  for (let n = 0; n < 60; n += 1) {
    const month = String(1 + (n % 10)).padStart(2, '0')
    add(`Closed ${n}`, n % 3 === 0 ? won : lost, 2_000_000 + 10_000 * n, `2025-${month}-03`, `2026-${month}-20`)
  }
  add('Big one', proposal, 90_000_000, '2026-06-01', '2026-12-10', { forecast_category: 'Best Case' })
  add('Late one', proposal, 3_000_000, '2026-01-10', '2026-08-01', { forecast_category: 'Gut feeling' })
  add('Small one', lead, null, '2026-10-01', '2026-12-20', { seller_id: at.seller('Cy') })
  writer.insert('imports', {
    imported_at: '2026-11-12T10:00:00.000Z',
    data_as_of_on: '2026-11-12',
    title: 'CRM',
    report_json: '{}'
  })
  writer.run('COMMIT')
}

beforeAll(async () => {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, { ...small, fiscalYear: 2026 })
  addDeals()
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  forgetPipelineView()
  forgetForecastView()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const show = async (section?: string) => {
  keepForecastView({ tab: 'pipeline' })
  draw(<ForecastsScreen />)
  await screen.findByText(/^(Between|Entre) /)
  if (section) fireEvent.click(screen.getByRole('radio', { name: section }))
}
const undo = () =>
  act(async () => {
    await workspace.call('workspace.undo', {})
  })

describe('the pipeline tab', { timeout: 60_000 }, () => {
  it('simulates by itself and says the range, what it hangs on, and what one must know', async () => {
    await show()
    expect(
      screen.getByText(/^Between €[\d,]+ and €[\d,]+ by the end of FY2026 \(80 of 100 runs\), middle €/)
    ).toBeTruthy()
    // One large deal makes most of the swing.
    expect(screen.getByRole('button', { name: /^Big one/ })).toBeTruthy()
    expect(screen.getByText('The close date of one open deal has passed (€30,000).')).toBeTruthy()
    expect(screen.getByText(/^One open deal has no amount; it is taken to bring €/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('answers why the range is what it is', async () => {
    await show()
    const total = screen.getByRole('region', { name: 'By the end of FY2026' })
    fireEvent.click(within(total).getByRole('button'))
    const why = await screen.findByRole('dialog', { name: /^Why €/ })
    expect(within(why).getByText('Booked in FY2026 before Nov 2026')).toBeTruthy()
    expect(within(why).getByText(/^10,000 runs with seed 1\./)).toBeTruthy()
  })

  it('holds a typed target against the runs', async () => {
    await show()
    const field = screen.getByRole('textbox', { name: 'Target of FY2026' })
    fireEvent.change(field, { target: { value: '1' } })
    fireEvent.blur(field)
    expect(await screen.findByText(/over 99% chance to reach €1\./)).toBeTruthy()
    await undo()
  })

  it('shows a deal with its reasons; what is called stands at once and is simulated', async () => {
    await show('Deals')
    const table = await screen.findByRole('grid', { name: 'Open deals of the pipeline forecast' })
    fireEvent.click(await within(table).findByText('Late one'))
    const pane = await screen.findByRole('complementary', { name: /^Why Late one has a chance of/ })
    expect(within(pane).getByText(/^Close date passed 103 days ago/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.change(screen.getByRole('textbox', { name: 'Chance' }), { target: { value: '100' } })
    fireEvent.click(screen.getByRole('button', { name: 'Keep this call' }))
    expect(await screen.findByText('Called by a person: stands in place of all above')).toBeTruthy()
    expect(await screen.findByRole('complementary', { name: 'Why Late one has a chance of 100%' })).toBeTruthy()
    await undo()
  })

  it('filters to what is overdue', async () => {
    await show('Deals')
    const table = await screen.findByRole('grid', { name: 'Open deals of the pipeline forecast' })
    await within(table).findByText('Big one')
    fireEvent.click(screen.getByRole('combobox', { name: 'Show' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Overdue (1)' }))
    await waitFor(() => expect(within(table).queryByText('Big one')).toBeNull())
    expect(within(table).getByText('Late one')).toBeTruthy()
  })

  it('lists teams, sellers, chances, and words of the CRM that are not known', async () => {
    await show('Teams and sellers')
    fireEvent.click(screen.getByRole('radio', { name: 'Sellers' }))
    const sellers = await screen.findByRole('grid', { name: 'Outcome by seller' })
    expect(within(sellers).getByText('Ana')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Chances' }))
    const words = await screen.findByRole('region', { name: 'Categories of the CRM' })
    expect(within(words).getByRole('row', { name: 'Gut feeling not known 1' })).toBeTruthy()
    expect(within(words).getByRole('row', { name: 'Best Case Best case 1' })).toBeTruthy()
    const record = screen.getByRole('region', { name: 'How it would have done' })
    expect(within(record).getByText(/^No earlier quarter end has enough before and after it/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('says what it would have said at earlier quarter ends, what came, and what follows', async () => {
    const on = (text: string) => parseIsoDate(text) ?? isoDate(1, 1, 1)
    const cut = { madeOn: on('2026-06-30'), untilOn: on('2026-11-12'), expectedSpread: 0.1 }
    const record = {
      cuts: [
        { ...cut, forecastMinor: 342_000_00, actualMinor: 300_000_00 },
        {
          ...cut,
          madeOn: on('2026-03-31'),
          untilOn: on('2026-06-30'),
          forecastMinor: 90_000_00,
          actualMinor: 120_000_00
        }
      ],
      isApplied: true,
      observedFactor: 0.91,
      weightRatio: 0.5,
      factor: 0.954,
      spread: 0.2
    }
    const overview = await workspace.call('forecasts.pipelineOverview', { scenarioId: at.scenarioId })
    const { result } = overview
    if (result === null) throw new Error('nothing is simulated')
    cleanup()
    draw(<EarlierForecasts overview={overview} result={{ ...result, forecast: { ...result.forecast, record } }} />)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'At 30 Jun 2026 it said €342,000 up to 12 Nov 2026; €300,000 came: 14% too high',
      'At 31 Mar 2026 it said €90,000 up to 30 Jun 2026; €120,000 came: 25% too low'
    ])
    expect(screen.getByText('× 0.95')).toBeTruthy()
    expect(screen.getByText('± 20%')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('writes down what somebody calls', async () => {
    await show('Calls')
    fireEvent.click(await screen.findByRole('button', { name: 'Write down a call' }))
    const dialog = await screen.findByRole('dialog', { name: 'Write down a call' })
    await within(dialog).findByRole('combobox', { name: 'Who calls' })
    // The header of a dialog stands outside of any page here.
    expect(await findBarriers(dialog.querySelector('form') ?? dialog)).toEqual([])
    fireEvent.click(within(dialog).getByRole('combobox', { name: 'Who calls' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Cy' }))
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Amount' }), { target: { value: '12000' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Write it down' }))
    const table = await screen.findByRole('grid', { name: 'Calls of people' })
    expect(within(table).getByText('12,000')).toBeTruthy()
    fireEvent.click(within(table).getByRole('button', { name: 'Remove the call of Cy for Q4 FY2026' }))
    expect(await screen.findByText('Nobody’s call is written down yet.')).toBeTruthy()
    await undo()
    await undo()
  })

  it('keeps the simulation, in a locked scenario nothing, and speaks Spanish', async () => {
    await show()
    fireEvent.click(screen.getByRole('button', { name: 'Keep as forecast' }))
    const kept = await screen.findByRole('region', { name: 'Kept' })
    fireEvent.click(await within(kept).findByRole('button', { name: /^Remove the one kept on/ }))
    expect(await within(kept).findByText('None kept yet.')).toBeTruthy()
    await undo()
    await undo()
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: true })
    await waitFor(() => expect(useSessionStore.getState().scenario?.lockedAt).not.toBeNull())
    cleanup()
    setLanguage('es', 'es-ES')
    await show()
    expect(
      screen.getByText(/^Entre .* al cierre de Ejercicio 2026 \(80 de cada 100 simulaciones\), centro/)
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Guardar como previsión' })).toHaveProperty('disabled', true)
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: false })
  })

  it('with nothing open says so and offers an import', async () => {
    workspace.writer.run(`DELETE FROM opportunities WHERE name IN ('Big one', 'Late one', 'Small one')`)
    forgetAnswers()
    keepForecastView({ tab: 'pipeline' })
    draw(<ForecastsScreen />)
    expect(await screen.findByRole('button', { name: 'Import data' })).toBeTruthy()
  })
})
