// @vitest-environment happy-dom
// Where the quality of the data stands on the screens, over the sample company: each figure with the rows it counts. The scores are the
// test's own, so that every kind of rows has a share that no other has.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CompensationScreen } from '#renderer/compensation/screen.tsx'
import { engine } from '#renderer/engine.ts'
import { forgetAnswers } from '#renderer/engine-client.ts'
import { ForecastsScreen } from '#renderer/forecasts/screen.tsx'
import { HandbookScreen } from '#renderer/handbook/screen.tsx'
import { HomeScreen } from '#renderer/home/screen.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import { PerformanceScreen } from '#renderer/performance/screen.tsx'
import { QuotasScreen } from '#renderer/quotas/screen.tsx'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { TerritoriesScreen } from '#renderer/territories/screen.tsx'
import type { QualityScore } from '#shared/import/types.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { draw, findBarriers } from '../ui/draw.tsx'

const rules = [{ rule: 'noSeller', count: 60 }]
const scores: QualityScore[] = [
  { measure: 'bookings', ratio: 0.96, sound: 1920, of: 2000, rules },
  { measure: 'pipeline', ratio: 0.8, sound: 400, of: 500, rules },
  { measure: 'credit', ratio: 0.93, sound: 2325, of: 2500, rules },
  { measure: 'people', ratio: 0.91, sound: 91, of: 100, rules }
]
const bookings = /^Bookings: 96% sound \(1,920 of 2,000 won deals\)/
const credit = /^Credit: 93% sound \(2,325 of 2,500 won or open deals\)/
const people = /^People: 91% sound \(91 of 100 people\)/
const pipeline = /^Pipeline: 80% sound \(400 of 500 open deals\)/

let workspace: TestWorkspace
/** What the engine of the test answers: the scores above, or none. */
let given = scores

configure({ asyncUtilTimeout: 8000 })
const warn = console.warn
// Nothing has a size in a drawn document, so the kit's focus trap finds nothing to focus and says so at length.
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('use-focus-trap')) warn(...words)
}

beforeAll(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
  const reply = workspace.reply
  workspace.reply = ((method, args, caller) =>
    method === 'import.listQualityScores'
      ? Promise.resolve({ ok: true, value: given })
      : reply(method, args, caller)) as typeof reply
  attachEngine(engine, workspace)
  startSession()
  const open = (await workspace.call('plans.listPlans', {}))
    .flatMap((plan) => plan.scenarios)
    .find((each) => each.lockedAt === null)
  if (open === undefined) throw new Error('the sample has no open scenario')
  await workspace.call('plans.selectScenario', { scenarioId: open.id })
  await refreshSession()
}, 60_000)
afterEach(() => {
  cleanup()
  given = scores
  setLanguage('en', 'en-GB')
  act(() => {
    useSessionStore.getState().go('home')
    forgetAnswers()
  })
})
afterAll(() => workspace.close())

function open(Screen: ComponentType): HTMLElement {
  return draw(<Screen />).container
}
const markIn = (part: HTMLElement, name: RegExp) => within(part).findByRole('button', { name })

test('Home: each key number with its own rows, the table of sellers with who sold what', async () => {
  const container = open(HomeScreen)
  for (const card of await screen.findAllByRole('region', { name: /^(Bookings against quota|FY)/ }))
    expect(await markIn(card, /^96% sound \(1,920 of 2,000 won deals\)/)).toBeTruthy()
  expect(await markIn(await screen.findByRole('region', { name: /^Open .*close in/ }), /^80% sound/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: credit })).toBeTruthy()
  expect(await findBarriers(container)).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: credit }))
  fireEvent.click(await screen.findByRole('button', { name: 'See what is wrong' }))
  expect(useSessionStore.getState()).toMatchObject({ screen: 'data', params: { tab: 'quality' } })
})

test('no mark stands on Home while all the data is sound', async () => {
  given = scores.map((score) => ({ ...score, ratio: 1, sound: score.of, rules: [] }))
  act(() => forgetAnswers())
  open(HomeScreen)
  await screen.findAllByRole('region', { name: /^Bookings against quota/ })
  await screen.findByRole('grid')
  expect(screen.queryByText(/sound/)).toBeNull()
})

test('Performance: sellers, one of them, teams and the year', async () => {
  open(PerformanceScreen)
  expect(await screen.findByRole('button', { name: credit })).toBeTruthy()
  const first = (await screen.findAllByRole('row'))[2]
  const cell = first?.querySelector('td, th')
  if (!cell) throw new Error('the table has no sellers')
  fireEvent.click(cell)
  expect(await screen.findByRole('button', { name: /^93% sound \(2,325 of 2,500 won or open deals\)/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: 'Teams' }))
  expect(await screen.findByRole('button', { name: people })).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: /^Year/ }))
  expect(await screen.findByRole('button', { name: credit })).toBeTruthy()
})

test('Forecast: the history of the company is won deals', async () => {
  open(ForecastsScreen)
  expect((await screen.findAllByRole('button', { name: bookings })).length).toBe(2)
})

test('Quotas: sharing out by history shows what the history is worth', async () => {
  act(() => useSessionStore.getState().go('quotas', { allocate: 'yes' }))
  open(QuotasScreen)
  // Beside the page's own figures, and again where last year's results become shares.
  await waitFor(() => expect(screen.getAllByRole('button', { name: credit })).toHaveLength(2))
})

test('Territories: the weakest beside the table; in the pane revenue by won deals, open pipeline by open ones', async () => {
  open(TerritoriesScreen)
  expect(await screen.findByRole('button', { name: pipeline })).toBeTruthy()
  const table = await screen.findByRole('grid', { name: 'Territories' })
  fireEvent.click((await within(table).findAllByRole('row'))[2]?.querySelector('td, th') ?? table)
  const coverage = await screen.findByRole('region', { name: 'Who covers it' })
  const pane = coverage.parentElement ?? coverage
  expect(await markIn(pane, /^93% sound/)).toBeTruthy()
  expect(await markIn(pane, /^80% sound/)).toBeTruthy()
})

test('Compensation: pay, bookings and cost of sales', async () => {
  open(CompensationScreen)
  const marks = await screen.findAllByRole('button', { name: /^93% sound/ })
  expect(marks).toHaveLength(3)
})

test('Handbook: the results it prints', async () => {
  open(HandbookScreen)
  expect(await screen.findByRole('button', { name: credit })).toBeTruthy()
})

test('in Spanish', async () => {
  setLanguage('es', 'es-ES')
  open(HomeScreen)
  expect(await screen.findByRole('button', { name: /^Atribución: 93\s?% fiable/ })).toBeTruthy()
})
