// @vitest-environment happy-dom
// What the history of a forecast stands on, on a real engine: deciding on a large deal, noting a changed definition, missing periods, drivers,
// totals, and choosing whose sales are looked at.
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { forgetForecastView, keepForecastView } from '#renderer/forecasts/view-state.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession } from '#renderer/session.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { draw, findBarriers } from '../ui/draw.tsx'
import { type DealRow, laySeriesFacts, type SeriesFacts } from './series-facts.ts'

// Thirty deals of 1,000 to 1,290, one a month, and one of 50,000.
const deals: DealRow[] = [
  ...Array.from({ length: 30 }, (_, index): DealRow => {
    const [year, month] = [2024 + Math.floor(index / 12), (index % 12) + 1]
    return [
      `d${index}`,
      'alder',
      'cy',
      'suite',
      1,
      100_000 + index * 1_000,
      'EUR',
      `${year}-${String(month).padStart(2, '0')}-10`
    ]
  }),
  ['big', 'cedar', 'ana', 'boat', 0, 5_000_000, 'EUR', '2025-05-20']
]

let workspace: TestWorkspace
let at: SeriesFacts

configure({ asyncUtilTimeout: 5000 })

beforeAll(async () => {
  workspace = await openTestWorkspace({}, '2026-07-12T09:00:00.000Z')
  at = await laySeriesFacts(workspace, deals)
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(async () => {
  cleanup()
  forgetForecastView()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const panel = () => screen.findByRole('region', { name: 'What the history stands on' })
const open = async (part: RegExp) => fireEvent.click(within(await panel()).getByRole('radio', { name: part }))

describe('the history panel', () => {
  it('names the large deal, and says after a decision that it would come on top', async () => {
    draw(<ForecastsScreen />)
    expect(await screen.findByText('One deal is unusually large. Would another like it come?')).toBeTruthy()
    const table = within(await panel()).getByRole('grid', { name: 'Large deals' })
    const row = within(table).getByText('Deal big').closest('tr') as HTMLElement
    fireEvent.click(within(row).getByRole('button', { name: 'Decide' }))
    const dialog = await screen.findByRole('dialog', { name: /^Deal of €50,000/ })
    const save = within(dialog).getByRole('button', { name: 'Save' })
    expect(save).toHaveProperty('disabled', true)
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Count part of it/ }))
    expect(within(dialog).getByText('The largest usual amount is €1,290')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Leave it out/ }))
    fireEvent.change(within(dialog).getByRole('textbox', { name: /^Why/ }), { target: { value: 'a ship' } })
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(save)
    expect(
      await screen.findByText(/^One large deal is left out of the history \(€50,000\)\. Such a deal would come on top/)
    ).toBeTruthy()
    expect(await screen.findByText('Left out')).toBeTruthy()
    await workspace.call('workspace.undo', {})
    await waitFor(() => expect(screen.queryByText('Left out')).toBeNull())
  })

  it('notes a changed definition with its factor and takes it back', async () => {
    draw(<ForecastsScreen />)
    await open(/^Changed definitions/)
    fireEvent.click(await screen.findByRole('button', { name: 'Note a change' }))
    const dialog = await screen.findByRole('dialog', { name: 'From when is something counted differently?' })
    const type = (name: RegExp, value: string) => {
      const field = within(dialog).getByRole('textbox', { name })
      fireEvent.change(field, { target: { value } })
      fireEvent.blur(field)
    }
    const day = within(dialog).getByLabelText('First day of the new way')
    fireEvent.change(day, { target: { value: '2025-01-01' } })
    fireEvent.blur(day)
    // 2024 came to 12,660 in four quarters; the year from 2025 on holds the 50,000 too.
    expect(
      within(dialog).getByText(/^€3,165 a period before the day, €16,025 after it \(4 and 4 periods\)/)
    ).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Take 5.063' }))
    type(/^Factor/, '1.5')
    type(/^Why/, 'list prices')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('From 1 Jan 2025, The whole company')).toBeTruthy()
    expect(await screen.findByText(/^Amounts before 1 Jan 2025 are multiplied by 1\.5/)).toBeTruthy()
    expect(await workspace.call('forecasts.seriesDetail', { scenarioId: at.scenarioId })).toMatchObject({
      changes: [{ changedOn: '2025-01-01', treatment: 'rescale', factorRatio: 1.5, reason: 'list prices' }]
    })
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('No changed definition is noted for these sales.')).toBeTruthy()
  })

  it('says whether an empty period is a zero or missing', async () => {
    keepForecastView({
      choices: { cut: { kind: 'seller', sellerId: at.sellers.ana }, source: 'bookings', grain: 'month', reach: 'year' }
    })
    draw(<ForecastsScreen />)
    await open(/^Empty periods/)
    const [first] = await screen.findAllByRole('button', { name: 'It is missing' })
    fireEvent.click(first as HTMLElement)
    // Between the deal of May 2025 and nothing in July.
    expect(await screen.findByText(/Missing, filled in with €25,000/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'It was zero' }))
    await waitFor(() => expect(screen.queryByText(/Missing, filled in/)).toBeNull())
  })

  it('shows drivers, and takes pasted ones and days off', async () => {
    draw(<ForecastsScreen />)
    await open(/^Drivers/)
    expect(await screen.findByRole('columnheader', { name: /^Working days/ })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Paste a driver' }))
    const dialog = await screen.findByRole('dialog', { name: 'Paste a driver' })
    const cells = within(dialog).getByRole('textbox', { name: 'Values of a driver' })
    fireEvent.change(cells, { target: { value: '2025-01\t5\nnever\t6' } })
    expect(within(dialog).getByText(/^Line 2: “never” is no period or date/)).toBeTruthy()
    expect(within(dialog).getByText(/^Line 1: the driver has no name/)).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    fireEvent.change(cells, { target: { value: '2025-01\t5\n2025-04\t6' } })
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Name of the driver' }), {
      target: { value: 'Price' }
    })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('columnheader', { name: /^Price/ })).toBeTruthy()
    expect(screen.getByText(/^Price: \d+ coming periods have no value/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Days off (0)' }))
    const days = await screen.findByRole('dialog', { name: 'Days off' })
    fireEvent.change(within(days).getByRole('textbox', { name: 'Days off' }), {
      target: { value: '25/12/2026\n01/01/2027' }
    })
    fireEvent.click(within(days).getByRole('button', { name: 'Save 2 days' }))
    expect(await screen.findByRole('button', { name: 'Days off (2)' })).toBeTruthy()
  })

  it('takes totals of the cut in view, in Spanish too, and forecasts from them', async () => {
    setLanguage('es', 'es-ES')
    keepForecastView({ choices: { cut: { kind: 'company' }, source: 'totals', grain: 'month', reach: 'year' } })
    draw(<ForecastsScreen />)
    expect(await screen.findByText(/Ningún total tecleado cubre un periodo entero/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Pegar totales' }))
    const dialog = await screen.findByRole('dialog', { name: 'Pegar totales' })
    const text = [
      'Mes\tVentas\tQuién',
      ...Array.from({ length: 18 }, (_, index) => {
        const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
        return `${month}\t1.${100 + index},50`
      }),
      '2025-01\t7\tSouth'
    ].join('\n')
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Totales' }), { target: { value: text } })
    expect(within(dialog).getByText('19 líneas leídas: del 1 ene 2025 al 30 jun 2026.')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Guardar' }))
    expect(await screen.findByText('18 totales, del 1 ene 2025 al 30 jun 2026.')).toBeTruthy()
    expect(await screen.findByText(/^Entre /)).toBeTruthy()
    const south = await workspace.call('forecasts.seriesDetail', {
      scenarioId: at.scenarioId,
      source: 'totals',
      cut: { kind: 'team', teamId: at.teams.south }
    })
    expect(south.totals.map((total) => total.amountMinor)).toEqual([700])
  })

  it('offers every part of the company in groups', async () => {
    draw(<ForecastsScreen />)
    fireEvent.click(
      await screen
        .findByRole('combobox', { name: 'Sales of' })
        .catch(() => screen.getByRole('textbox', { name: 'Sales of' }))
    )
    for (const label of ['Ana Ruiz (South)', 'All / West', 'Without a segment', 'New business', 'Boats'])
      expect(await screen.findByRole('option', { name: label, hidden: true })).toBeTruthy()
    fireEvent.click(screen.getByRole('option', { name: 'All / West', hidden: true }))
    expect(await screen.findByText(/^Teams and territories are those of/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })
})
