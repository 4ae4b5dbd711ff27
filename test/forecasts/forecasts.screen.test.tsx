// @vitest-environment happy-dom
// The forecast screen on a real engine: the range before the middle, notes, methods with their back-test, keeping and opening a run.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { forgetForecastView } from '#renderer/forecasts/view-state.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type Layout, layOut, small } from '../territories/company.ts'
import { draw, findBarriers } from '../ui/draw.tsx'

const months = [
  '2024-01',
  '2024-05',
  '2024-08',
  '2024-11',
  '2025-02',
  '2025-05',
  '2025-08',
  '2025-11',
  '2026-02',
  '2026-12'
]
const amounts = ['10000', '20000', '30000', '40000', '11000', '22000', '33000', '44000', '12000', '60000']
const company = {
  ...small,
  deals: months.map((month, index) => [
    'Alder',
    index % 2 === 0 ? 'Ana' : 'Cy',
    'Won',
    amounts[index] ?? null,
    `${month}-10`
  ])
}

let workspace: TestWorkspace
let at: Layout

// The engine answers from a file, and the machine may be busy.
configure({ asyncUtilTimeout: 5000 })

beforeAll(async () => {
  workspace = await openTestWorkspace({}, '2026-12-12T09:00:00.000Z')
  at = await layOut(workspace, company)
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  forgetForecastView()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const methodNames = new Set(['Automatic', 'Same as last year'])
const isMethod = (radio: HTMLElement) =>
  methodNames.has(radio.closest('.method-row')?.querySelector('label')?.textContent ?? '')

describe('the forecast screen', () => {
  it('says the range before the middle, and what one must know', async () => {
    draw(<ForecastsScreen />)
    // Eleven quarters to the third of 2026, the second and third empty; to the end of 2027 are five more.
    expect(
      await screen.findByText(
        /^Between €[\d,]+ and €[\d,]+ in Q4 FY2026 to Q4 FY2027 \(80 of 100 cases\), middle €100,000/
      )
    ).toBeTruthy()
    expect(
      screen.getByText('Q4 FY2026 is still running on 10 Dec 2026. It is shown and not forecast from.')
    ).toBeTruthy()
    expect(screen.getByText('In 2 complete periods nothing was won; they count as zero.')).toBeTruthy()
    expect(screen.getByText(/^In Q4 FY2026 €60,000 is sold already/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('answers why a period is what it is', async () => {
    draw(<ForecastsScreen />)
    const table = await screen.findByRole('grid', { name: 'History and forecast' })
    const [first] = await within(table).findAllByRole('button', { name: /^44,000/ })
    fireEvent.click(first as HTMLElement)
    const why = await screen.findByRole('dialog', { name: /^Why Q4 FY2026 is €44,000/ })
    expect(within(why).getByText('Q4 FY2025, sold')).toBeTruthy()
    expect(within(why).getByText(/^From 7 past errors/)).toBeTruthy()
  })

  it('tries all methods on the past when asked, keeps what it found, and changes with the method', async () => {
    const first = draw(<ForecastsScreen />)
    expect(await screen.findByText(/^Forecasts from 6 earlier points in time/)).toBeTruthy()
    // At first only automatic and the baseline are there.
    expect(screen.getAllByRole('radio', { name: /./ }).filter(isMethod)).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: 'Try all methods' }))
    const radio = await screen.findByRole('radio', { name: 'Same as the last period' })
    await waitFor(() => expect(screen.getAllByText(/^MASE/).length).toBeGreaterThan(8))
    expect(screen.getByRole('radio', { name: 'Holt: level and trend' })).toHaveProperty('disabled', false)
    fireEvent.click(radio)
    // The last complete quarter is empty.
    expect(await screen.findByText(/middle €0/)).toBeTruthy()
    expect(screen.getByText('Before, this method erred more than the baseline.')).toBeTruthy()
    first.unmount()
    draw(<ForecastsScreen />)
    fireEvent.click(await screen.findByRole('button', { name: 'Show all methods' }))
    expect(await screen.findAllByText(/^MASE/)).not.toHaveLength(2)
  })

  it('says why a method, what it would have said before, and what the history is made of', async () => {
    draw(<ForecastsScreen />)
    fireEvent.click(await screen.findByRole('button', { name: /^Why this method/ }))
    const why = await screen.findByRole('dialog', { name: 'Why Same as last year' })
    expect(
      within(why).getByText(/^Error before: MASE [\d.]+, baseline [\d.]+ \(\d+ forecasts compared\)\.$/)
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'What it would have said before' }))
    expect(
      await screen.findByText(/^From what was known after Q3 FY2025: \d of 4 periods lay in the 80 % range/)
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Level and season' }))
    expect(await screen.findByRole('figure', { name: /^The level is €[\d,]+ a quarter/ })).toBeTruthy()
    expect(await screen.findByRole('figure', { name: /^Strongest is / })).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('names what is combined, and the coefficients of a regression', async () => {
    draw(<ForecastsScreen />)
    fireEvent.click(await screen.findByRole('radio', { name: 'Automatic' }))
    fireEvent.click(await screen.findByRole('button', { name: /^Why this method/ }))
    const why = await screen.findByRole('dialog', { name: 'Why Automatic' })
    expect(within(why).getByRole('table', { name: 'What is combined' }).querySelectorAll('tr').length).toBeGreaterThan(
      4
    )
    fireEvent.click(screen.getByRole('button', { name: /^(Show|Try) all methods$/ }))
    fireEvent.click(await screen.findByRole('radio', { name: 'Trend, season and drivers' }))
    // The answer stays open and follows the choice.
    const coefficients = await screen.findByRole('table', { name: 'Coefficients' })
    expect(within(coefficients).getByText('Each period later')).toBeTruthy()
  })

  it('keeps a forecast, opens it as it was made, goes back, removes it', async () => {
    draw(<ForecastsScreen />)
    fireEvent.click(await screen.findByText('Keep this forecast'))
    fireEvent.click(await screen.findByText('12 Dec 2026, 09:00', { exact: false }))
    expect(await screen.findByText(/^The forecast kept on 12 Dec 2026/)).toBeTruthy()
    expect((await screen.findByRole('radio', { name: 'Automatic' })) as HTMLInputElement).toHaveProperty(
      'disabled',
      true
    )
    fireEvent.click(screen.getByText('Back to now'))
    expect(await screen.findByText('Set quotas')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('None kept yet.')).toBeTruthy()
    await act(async () => {
      await workspace.call('workspace.undo', {})
      await workspace.call('workspace.undo', {})
    })
  })

  it('cuts by seller, and says when there is nothing to forecast from', async () => {
    draw(<ForecastsScreen />)
    await screen.findByText('Keep this forecast')
    fireEvent.click(screen.getByRole('combobox', { name: 'Sales of' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Fay' }))
    expect(await screen.findByText('Nothing was won here in the data.')).toBeTruthy()
  })

  it('in a locked scenario nothing is kept; in Spanish the words are Spanish', async () => {
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: true })
    await waitFor(() => expect(useSessionStore.getState().scenario?.lockedAt).not.toBeNull())
    setLanguage('es', 'es-ES')
    draw(<ForecastsScreen />)
    expect(await screen.findByText(/^Entre .* \(80 de cada 100 casos\), centro/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Guardar esta previsión' })).toHaveProperty('disabled', true)
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: false })
  })
})
