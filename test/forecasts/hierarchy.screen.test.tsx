// @vitest-environment happy-dom
// Parts and whole on a real engine: forecast, shown as a tree that adds up, explained, added up another way, kept and removed.
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { forgetPartsView, keepPartsView } from '#renderer/forecasts/hierarchy/view-state.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { forgetForecastView, keepForecastView } from '#renderer/forecasts/view-state.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { type Layout, layOut, small } from '../territories/company.ts'
import { draw, findBarriers } from '../ui/draw.tsx'

const quarters = Array.from(
  { length: 12 },
  (_, t) => `${2023 + Math.floor(t / 4)}-${String((t % 4) * 3 + 2).padStart(2, '0')}-10`
)
const company = {
  ...small,
  deals: [
    ...quarters.flatMap((on, t) => [
      ['Alder', 'Ana', 'Won', String(50_000 + 3_700 * t + 12_000 * (t % 4)), on],
      ['Cedar', 'Cy', 'Won', String(30_000 + 1_100 * ((t * 7) % 5)), on]
    ]),
    ['Dogwood', 'Cy', 'Lost', '10', '2025-12-31']
  ]
}

let workspace: TestWorkspace
let at: Layout

// The engine answers from a file, a worker has to start, and the machine may be busy.
configure({ asyncUtilTimeout: 15_000 })

beforeAll(async () => {
  workspace = await openTestWorkspace({}, '2026-01-12T09:00:00.000Z')
  at = await layOut(workspace, company)
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  forgetForecastView()
  forgetPartsView()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const drawParts = () => {
  keepForecastView({ tab: 'parts' })
  keepPartsView({ grain: 'quarter' })
  draw(<ForecastsScreen />)
}
const findTable = () => screen.findByRole('grid', { name: 'Parts and whole' })

describe('parts and whole', () => {
  it('says that nothing is forecast yet, and forecasts when asked', async () => {
    drawParts()
    expect(await screen.findByText(/^The \d+ parts aren’t forecast yet/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Forecast the parts' }))
    const table = await findTable()
    expect(
      await screen.findByText(/^FY2027: the parts came to .* than the company by itself\. Adding up moved/)
    ).toBeTruthy()
    const { forecast } = await workspace.call('forecasts.parts', { scenarioId: at.scenarioId, grain: 'quarter' })
    const whole = forecast?.parts[0]?.year?.middleMinor ?? 0
    // The company's row and the total of all rows say the same.
    const amount = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(whole / 100)
    await waitFor(() => expect(within(table).getAllByText(amount).length).toBeGreaterThanOrEqual(2))
    // Bo, in a team, and Fay, in none, have sold nothing; Fay's team of none has nobody else.
    expect(within(table).getAllByText('no history').length).toBeGreaterThanOrEqual(2)
  })

  it('answers why a part is what it is', async () => {
    drawParts()
    const table = await findTable()
    fireEvent.click(await within(table).findByText('Ana'))
    const pane = await screen.findByRole('complementary', { name: 'Ana' })
    const { forecast } = await workspace.call('forecasts.parts', { scenarioId: at.scenarioId, grain: 'quarter' })
    const ana = forecast?.parts.find((part) => part.name === 'Ana')
    const money = new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 0
    })
    expect(within(pane).getByText('By itself', { selector: 'dt' }).parentElement?.textContent).toContain(
      money.format((ana?.total.baseMinor ?? 0) / 100)
    )
    expect(within(pane).getByText('As it adds up', { selector: 'dt' }).parentElement?.textContent).toContain(
      money.format((ana?.total.middleMinor ?? 0) / 100)
    )
    expect(within(pane).getAllByText(/than its parts$/).length).toBeGreaterThan(0)
    expect(within(pane).getByText(/^Correlations of past errors were drawn to zero by \d+%/)).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('adds up another way at once, without forecasting anew', async () => {
    drawParts()
    await findTable()
    fireEvent.click(screen.getByRole('combobox', { name: 'Add up by' }))
    fireEvent.click(await screen.findByRole('option', { name: 'From the bottom up' }))
    // The smallest parts stay as they are, but for rounding.
    expect(await screen.findByText(/Adding up moved the 2 smallest parts by €0 in all/)).toBeTruthy()
  })

  it('keeps the forecasts, shows what is kept, and removes it', async () => {
    drawParts()
    await findTable()
    fireEvent.click(await screen.findByRole('button', { name: 'Keep these forecasts' }))
    expect(await screen.findByText(/^Kept on 12 Jan 2026, 09:00: Teams, Minimum trace, €/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByText(/^Kept on/)).toBeNull())
  })

  it('says when sales have changed since', async () => {
    drawParts()
    await findTable()
    const { writer } = workspace
    writer.run(
      "UPDATE opportunities SET amount_minor = amount_minor + 100 WHERE seller_id = :id AND close_on = '2025-11-10'",
      {
        id: at.seller('Cy')
      }
    )
    await workspace.call('people.createTeam', { name: 'Later', parentId: null })
    // Cy, South and the company.
    expect(await screen.findByText('3 parts have other sales now than they were forecast from.')).toBeTruthy()
  })

  it('a tree without parts says so; in a locked scenario nothing is kept; in Spanish the words are Spanish', async () => {
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: true })
    await waitFor(() => expect(useSessionStore.getState().scenario?.lockedAt).not.toBeNull())
    setLanguage('es', 'es-ES')
    drawParts()
    expect(await screen.findByRole('button', { name: 'Guardar estas previsiones' })).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByText('Segmentos'))
    expect(await screen.findByText(/^La empresa aún no tiene esas partes/)).toBeTruthy()
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: false })
  })
})
