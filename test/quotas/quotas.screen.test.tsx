// @vitest-environment happy-dom
// The quota screen on a real engine with the sample company: the sum check, sharing out with a preview, why, editing, undo.
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { QuotasScreen } from '#renderer/quotas/screen.tsx'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace
let scenarioId: ScenarioId

beforeAll(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
  attachEngine(engine, workspace)
  const plan = (await workspace.call('plans.listPlans', {})).find((each) => each.fiscalYear === 2027)
  const open = plan?.scenarios.find((each) => each.lockedAt === null)
  if (open === undefined) throw new Error('the sample has no open scenario')
  scenarioId = open.id
  await workspace.call('plans.selectScenario', { scenarioId })
})
beforeEach(async () => {
  useSessionStore.setState({ params: {} })
  await refreshSession()
})
afterEach(() => {
  cleanup()
  setLanguage('en')
})
afterAll(() => workspace.close())

const draw = () =>
  render(<QuotasScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })
const sheet = () => workspace.call('quotas.getSheet', { scenarioId, grain: 'quarter' })
const strip = () => screen.findByRole('region', { name: 'Does it add up?' })

test('says that it adds up, in the finding and in the strip, and bars no screen reader', async () => {
  const { container } = draw()
  expect(await screen.findByText(/it adds up to the target exactly/)).toBeTruthy()
  expect((await strip()).textContent).toMatch(/difference €0/)
  expect(await findBarriers(container)).toEqual([])
})

test('shares out a typed target with a preview; applying is one step to undo', async () => {
  const before = await sheet()
  draw()
  fireEvent.click(await screen.findByRole('button', { name: 'Share out a target' }))
  const amount = await screen.findByLabelText('Target for FY2027')
  fireEvent.change(amount, { target: { value: '5,000,000' } })
  await waitFor(async () => expect((await strip()).textContent).toContain('€5,000,000 of €5,000,000, difference €0'))
  expect((await sheet()).yearMinor).toBe(before.yearMinor)
  const apply = screen.getByRole('button', { name: 'Apply' })
  await waitFor(() => expect(apply.hasAttribute('disabled')).toBe(false))
  fireEvent.click(apply)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull())
  expect((await sheet()).yearMinor).toBe(500_000_000)
  await workspace.call('workspace.undo', {})
  expect(await sheet()).toEqual(before)
})

test('names the sellers without history beside the choice that decides about them', async () => {
  const setup = await workspace.call('quotas.getAllocationSetup', { scenarioId })
  if (setup.last === null) throw new Error('the sample has no allocation')
  const { madeAt: _madeAt, targetMinor: _target, source: _source, ...request } = setup.last
  const preview = await workspace.call('quotas.previewAllocation', { scenarioId, ...request })
  const names = preview.lines.filter((line) => line.standIn !== null).map((line) => line.name)
  draw()
  fireEvent.click(await screen.findByRole('button', { name: 'Share out a target' }))
  expect(await screen.findByText('Sellers without history get')).toBeTruthy()
  const words = names.length === 0 ? /Everybody has history/ : new RegExp(`no usable history in FY2026: ${names[0]}`)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('a row answers why: target, share, rounding, the quota of the year', async () => {
  draw()
  const [first] = (await sheet()).rows.filter((row) => row.yearMinor !== null)
  fireEvent.click(await screen.findByText(first?.name ?? ''))
  const pane = await screen.findByRole('complementary', { name: first?.name ?? '' })
  for (const words of ['Target of the year', 'Share', 'Rounded to whole minor units', 'Quota of the year']) {
    expect(await within(pane).findByText(words)).toBeTruthy()
  }
})

test('a quota typed into the table is set, and the strip shows what is off', async () => {
  const before = await sheet()
  const row = before.rows.find((each) => each.amountsMinor[0] !== null)
  draw()
  const line = (await screen.findByText(row?.name ?? '')).closest('tr')
  const cell = line?.querySelectorAll('td')[1]
  if (!cell) throw new Error('no cell')
  fireEvent.mouseDown(cell)
  fireEvent.doubleClick(cell)
  const editor = await waitFor(() => {
    const found = cell.querySelector('input') ?? document.querySelector<HTMLInputElement>('td input')
    if (!found) throw new Error('no editor')
    return found
  })
  fireEvent.change(editor, { target: { value: '123' } })
  fireEvent.keyDown(editor, { key: 'Enter' })
  await waitFor(async () => {
    const after = (await sheet()).rows.find((each) => each.sellerId === row?.sellerId)
    expect(after?.amountsMinor[0]).toBe(12_300)
  })
  expect(await screen.findByText(/less than was to be shared out/)).toBeTruthy()
  await workspace.call('workspace.undo', {})
})

test('speaks Spanish', async () => {
  setLanguage('es')
  draw()
  expect(await screen.findByText(/suma exactamente el objetivo/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Repartir un objetivo' })).toBeTruthy()
})

test('a locked scenario offers nothing that would change it', async () => {
  await workspace.call('plans.lockScenario', { scenarioId, isLocked: true })
  await refreshSession()
  draw()
  const share = await screen.findByRole('button', { name: 'Share out a target' })
  expect(share.hasAttribute('disabled')).toBe(true)
  await workspace.call('plans.lockScenario', { scenarioId, isLocked: false })
})
