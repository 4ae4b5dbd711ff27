// @vitest-environment happy-dom
// The performance screen on a real engine with the sample company: sellers, one in detail with deals, teams, the year.
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { PerformanceScreen } from '#renderer/performance/screen.tsx'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import type { Board } from '#shared/performance/types.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace
let board: Board

beforeAll(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
  attachEngine(engine, workspace)
  await refreshSession()
  const { scenario, period, asOf } = useSessionStore.getState()
  if (!scenario || !period || !asOf) throw new Error('the sample has nothing in view')
  board = await workspace.call('performance.getBoard', { scenarioId: scenario.id, periodKey: period.key, asOf })
})
afterEach(() => {
  cleanup()
  setLanguage('en')
})
afterAll(() => workspace.close())

const draw = () =>
  render(<PerformanceScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })

test('says where the period stands and who is behind, and bars no screen reader', async () => {
  const { container } = draw()
  const behind = board.sellers.filter((line) => line.pace.state === 'behind').length
  const share = Math.round((board.total.kpis.attainment.value ?? 0) * 100)
  expect(
    await screen.findByText(new RegExp(`stands at ${share}% of its quota.*${behind} of \\d+ sellers are behind pace`))
  ).toBeTruthy()
  expect(await findBarriers(container)).toEqual([])
})

test('a seller opens with quota, why, how sure the win rate is, and the deals that add up to the bookings', async () => {
  draw()
  const best = board.sellers[0]
  fireEvent.click(await screen.findByText(best?.name ?? ''))
  const pane = await screen.findByRole('complementary', { name: best?.name ?? '' })
  expect(await within(pane).findByText(/The true rate lies between/)).toBeTruthy()
  expect(await within(pane).findByText(new RegExp(`^The (${best?.facts.wonDeals} )?deals? behind it$`))).toBeTruthy()
  const listed = within(pane).getAllByRole('row')
  expect(listed).toHaveLength(best?.facts.wonDeals ?? 0)
})

test('teams and the year are one click away', async () => {
  draw()
  fireEvent.click(await screen.findByText('Teams'))
  expect(await screen.findByText(board.teams[0]?.name ?? '')).toBeTruthy()
  fireEvent.click(screen.getByText('Year'))
  expect(await screen.findByText(/The best quarter of FY2026 was Q\d/)).toBeTruthy()
  expect(await screen.findByText('Quotas of Baseline.')).toBeTruthy()
})

test('speaks Spanish', async () => {
  setLanguage('es')
  draw()
  expect(await screen.findByText(/van por detrás del ritmo/)).toBeTruthy()
})
