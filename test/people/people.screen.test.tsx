// @vitest-environment happy-dom
// The people screen on a real engine: what it says about the sample company, editing, the person page, pasting, teams.
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { PeopleScreen } from '#renderer/people/screen.tsx'
import { refreshSession } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await openTestWorkspace()
  await workspace.call('workspace.createSample', { path: workspace.path, size: 'small', seed: 1, language: 'en' })
  attachEngine(engine, workspace)
  await refreshSession()
})
afterEach(cleanup)
afterAll(() => workspace.close())

function draw() {
  return render(<PeopleScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })
}

const row = async (name: string) => {
  const cell = (await screen.findAllByText(name)).find((each) => each.closest('tr'))
  const found = cell?.closest('tr')
  if (!found) throw new Error(`no row ${name}`)
  return found
}

test('says who sells, shows them with team, lead and pay, and nothing stands in the way of a screen reader', async () => {
  const { container } = draw()
  expect(await screen.findByText('12 people sell on 12 Nov 2026; 4 lead; 2 are to start; 2 have left.')).toBeTruthy()
  expect((await row('Mariana Silva')).textContent).toContain('Centre and South')
  expect((await row('Mariana Silva')).textContent).toContain('44,000')
  expect(await findBarriers(container)).toEqual([])
})

test('a name typed over in the table is saved and can be undone', async () => {
  draw()
  const before = await workspace.call('people.findByName', { name: 'Mariana Silva' })
  const cell = within(await row('Mariana Silva'))
    .getByText('Mariana Silva')
    .closest('td')
  if (!cell) throw new Error('no cell')
  fireEvent.click(cell)
  fireEvent.doubleClick(cell)
  const editor = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('td input')
    if (!found) throw new Error('no editor')
    return found
  })
  fireEvent.change(editor, { target: { value: 'Mariana da Silva' } })
  fireEvent.keyDown(editor, { key: 'Enter' })
  await row('Mariana da Silva')
  expect(before).toHaveLength(1)
  await workspace.call('workspace.undo', {})
  expect(await workspace.call('people.findByName', { name: 'Mariana Silva' })).toEqual(before)
  await row('Mariana Silva')
})

test('the person page says pay, names, teams over time and what was sold', async () => {
  draw()
  fireEvent.click(within(await row('Pablo Etxeberria Serrano')).getByText('Pablo Etxeberria Serrano'))
  const pane = await screen.findByRole('complementary', { name: 'Pablo Etxeberria Serrano' })
  await within(pane).findByText('63% fixed, 37% variable')
  expect(within(pane).getByText('Led by').parentElement?.textContent).toContain('Alba Calvo Santana')
  expect(within(pane).getByText('Pablo Etxeberria')).toBeTruthy()
  expect(within(pane).getByText('Sales / Centre and South')).toBeTruthy()
  expect(within(pane).getByText('since 1 Apr 2026')).toBeTruthy()
  expect(within(pane).getByText('until 31 Mar 2026')).toBeTruthy()
  const won = await within(pane).findByText('Won')
  expect(won.parentElement?.textContent).toMatch(/€[\d,]+ · \d+ deals/)
})

test('removing somebody with quotas says what is in the way and offers the last day instead', async () => {
  draw()
  fireEvent.click(within(await row('Mariana Silva')).getByText('Mariana Silva'))
  fireEvent.click(await screen.findByText('Remove person'))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/^Quotas: \d+/)).toBeTruthy()
  expect(within(dialog).getByText(/^Deals: \d+/)).toBeTruthy()
  fireEvent.click(within(dialog).getByText('Set last day'))
  await waitFor(async () => {
    const [found] = await workspace.call('people.findByName', { name: 'Mariana Silva' })
    const detail = await workspace.call('people.getSeller', { sellerId: found?.sellerId ?? 0 })
    expect(detail.leftOn).toBe('2026-11-12')
  })
  await workspace.call('workspace.undo', {})
})

test('a pasted table is shown before it is taken over, problems in words', async () => {
  draw()
  await row('Mariana Silva')
  fireEvent.click(screen.getByText('Paste a table'))
  const dialog = await screen.findByRole('dialog')
  const area = within(dialog).getByLabelText('Pasted rows')
  fireEvent.change(area, {
    target: { value: 'Nombre\tEquipo\tFijo\nLea Sol\tNorth\tmucho\nMariana Silva\tNorth\t45.000' }
  })
  expect(await within(dialog).findByText('"mucho" is no Fixed pay')).toBeTruthy()
  const take = within(dialog).getByText('Take over').closest('button')
  expect(take?.disabled).toBe(true)
  fireEvent.change(area, {
    target: { value: 'Nombre\tEquipo\tFijo\nLea Sol\tNorth\t41.000,00\nMariana Silva\tNorth\t45.000' }
  })
  expect(await within(dialog).findByText('1 to add, 1 to change, 0 as they are')).toBeTruthy()
  expect(within(dialog).getByText('is changed, to North')).toBeTruthy()
  if (take) fireEvent.click(take)
  await waitFor(async () => {
    expect(await workspace.call('people.findByName', { name: 'Lea Sol' })).toHaveLength(1)
  })
  const people = await workspace.call('people.listSellers', {})
  expect(people.find((each) => each.name === 'Lea Sol')).toMatchObject({ teamName: 'North', basePayMinor: 4_100_000 })
  expect(people.find((each) => each.name === 'Mariana Silva')).toMatchObject({
    teamName: 'North',
    basePayMinor: 4_500_000
  })
  await workspace.call('workspace.undo', {})
  expect(await workspace.call('people.findByName', { name: 'Lea Sol' })).toEqual([])
})

test('teams stand as a tree; a new one is added below the chosen one', async () => {
  draw()
  await row('Mariana Silva')
  fireEvent.click(screen.getByText('Teams'))
  expect(await screen.findByText('4 teams.')).toBeTruthy()
  fireEvent.click(within(await row('North')).getByText('North'))
  const pane = await screen.findByRole('complementary', { name: 'North' })
  expect(within(pane).getByText('Mateo Lorenzo Aguirre')).toBeTruthy()
  fireEvent.change(within(pane).getByLabelText('Add a team below'), { target: { value: 'Galicia' } })
  fireEvent.click(within(pane).getByRole('button', { name: 'Add' }))
  expect((await row('Galicia')).textContent).toContain('North')
  await workspace.call('workspace.undo', {})
})
