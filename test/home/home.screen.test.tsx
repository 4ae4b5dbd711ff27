// @vitest-environment happy-dom
// Home on a real engine: a new workspace shows the steps of the job; the sample company shows where it stands.
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { forgetAnswers } from '#renderer/engine-client.ts'
import { HomeScreen } from '#renderer/home/screen.tsx'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace
afterEach(async () => {
  cleanup()
  setLanguage('en')
  await workspace.close()
})

async function open(isSample: boolean) {
  workspace = await openTestWorkspace()
  if (isSample)
    await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
  attachEngine(engine, workspace)
  forgetAnswers()
  useSessionStore.setState({ period: undefined, screen: 'home', params: {} })
  await refreshSession()
}

const draw = () =>
  render(<HomeScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })

test('without a plan it says to make one', async () => {
  await open(false)
  draw()
  fireEvent.click(await screen.findByRole('button', { name: 'Make a plan' }))
  expect(useSessionStore.getState().screen).toBe('plans')
})

test('a new workspace lists the steps of the job, the first one first, each a way to its screen', async () => {
  await open(false)
  await workspace.call('plans.createPlan', { fiscalYear: 2027, scenarioName: 'Baseline' })
  await refreshSession()
  const { container } = draw()
  const steps = within(await screen.findByRole('list')).getAllByRole('button')
  expect(steps).toHaveLength(7)
  expect(steps[0]?.textContent).toContain('Import the CRM export')
  expect(await findBarriers(container)).toEqual([])
  fireEvent.click(steps[0] ?? container)
  expect(useSessionStore.getState()).toMatchObject({ screen: 'data', params: { start: 'import' } })
  fireEvent.click(steps[4] ?? container)
  expect(useSessionStore.getState().screen).toBe('quotas')
})

test('the sample company: the title is the finding, the numbers are the board’s, a seller leads to the deals', async () => {
  await open(true)
  const { scenario, period, asOf } = useSessionStore.getState()
  if (!scenario || !period || !asOf) throw new Error('the sample has nothing in view')
  const home = await workspace.call('performance.getHome', { scenarioId: scenario.id, periodKey: period.key, asOf })
  const { container } = draw()
  const share = Math.round((home.board.total.kpis.attainment.value ?? 0) * 100)
  expect(
    await screen.findByRole('heading', {
      level: 1,
      name: new RegExp(`stands at ${share}% where \\d+% was due`)
    })
  ).toBeTruthy()
  const euros = Math.round(home.board.total.facts.wonMinor / 100).toLocaleString('en-GB')
  expect((await screen.findByRole('region', { name: /^Bookings against quota, Q4/ })).textContent).toContain(
    `€${euros}`
  )
  expect(await findBarriers(container)).toEqual([])
  const line = home.board.sellers[0]
  fireEvent.click(await screen.findByText(line?.name ?? ''))
  fireEvent.click(await screen.findByRole('button', { name: 'See the deals' }))
  expect(useSessionStore.getState()).toMatchObject({
    screen: 'performance',
    params: { seller: String(line?.sellerId) }
  })
})

test('speaks Spanish', async () => {
  await open(true)
  setLanguage('es')
  draw()
  expect(await screen.findByText(/van? por detrás del ritmo|Nadie va por detrás/)).toBeTruthy()
})
