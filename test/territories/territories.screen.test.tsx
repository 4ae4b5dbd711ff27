// @vitest-environment happy-dom
// The territory screen on a real engine: proposing, why an account lies where it does, moving by hand, coverage, evenness, both languages.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { TerritoriesScreen } from '#renderer/territories/screen.tsx'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { draw, findBarriers, type Saved } from '../ui/draw.tsx'
import { type Layout, layOut, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout

// The engine answers from a file, and the machine may be busy.
configure({ asyncUtilTimeout: 5000 })

beforeAll(async () => {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, small)
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const territoryTable = () => screen.findByRole('grid', { name: 'Territories' })
const accountTable = () => screen.findByRole('grid', { name: 'Accounts' })

async function rowOf(table: HTMLElement, name: string): Promise<HTMLElement> {
  const cell = await within(table).findByText(name)
  const row = cell.closest('tr')
  if (!row) throw new Error(`no row ${name}`)
  return row
}

describe('the territory screen', () => {
  it('begins with a proposal: what goes where, and why the rest stays', async () => {
    draw(<TerritoriesScreen />)
    fireEvent.click(await screen.findByText('Propose territories'))
    const dialog = await screen.findByRole('dialog', { name: 'Propose territories' })
    expect(await within(dialog).findByText('3 accounts are placed.')).toBeTruthy()
    expect(within(dialog).getByText('Birch: even between North and South')).toBeTruthy()
    expect(within(dialog).getByText('Dogwood: nothing sold to it')).toBeTruthy()
    expect(within(dialog).getByText('Elm: sold mostly by people in no team')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Place 3 accounts' }))
    const north = await rowOf(await territoryTable(), 'North')
    expect(north.textContent).toContain('1,200')
    expect(
      await screen.findByText('North holds 1.2 times the mean of revenue. 3 accounts have a territory; 3 have none.')
    ).toBeTruthy()
  })

  it('answers why: the index, an account by a rule, an index of evenness with its formula', async () => {
    draw(<TerritoriesScreen />)
    const north = await rowOf(await territoryTable(), 'North')
    // 1,200 and 780: the mean is 990, the North stands at 121.
    fireEvent.click(within(north).getByRole('button', { name: /^121/ }))
    const why = await screen.findByRole('dialog', { name: 'Why North stands at 121' })
    expect(within(why).getByText('€990')).toBeTruthy()
    fireEvent.click(within(north).getByText('North'))
    const alder = await rowOf(await accountTable(), 'Alder')
    fireEvent.click(within(alder).getByRole('button', { name: /^North 75%/ }))
    const answer = await screen.findByRole('dialog', { name: 'Why Alder is in North' })
    expect(answer.textContent).toContain('Next: South')
    expect(answer.textContent).toContain('€300')
    cleanup()
    draw(<TerritoriesScreen />)
    fireEvent.click(await screen.findByRole('button', { name: /^89.4/ }))
    const balance = await screen.findByRole('dialog', { name: 'Balance index' })
    expect(within(balance).getByText('100 × (1 − ½ × mean deviation)')).toBeTruthy()
  })

  it('unassigned accounts say where their sales point, and are moved by hand with a reason', async () => {
    draw(<TerritoriesScreen />)
    const birch = await rowOf(await accountTable(), 'Birch')
    expect(birch.textContent).toContain('even between North and South')
    fireEvent.click(within(birch).getByRole('checkbox'))
    fireEvent.click(await screen.findByText('Move to …'))
    const dialog = await screen.findByRole('dialog', { name: 'Move one account' })
    fireEvent.click(within(dialog).getByRole('combobox', { name: 'To' }))
    fireEvent.click(await screen.findByRole('option', { name: 'South' }))
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'their buyer sits there' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move' }))
    await waitFor(() => expect(screen.queryByText('Birch')).toBeNull())
    fireEvent.click(within(await rowOf(await territoryTable(), 'South')).getByText('South'))
    const moved = await rowOf(await accountTable(), 'Birch')
    fireEvent.click(within(moved).getByRole('button', { name: /^by hand/ }))
    expect(await screen.findByText(/their buyer sits there/)).toBeTruthy()
    await act(() => workspace.call('workspace.undo', {}))
    await waitFor(() => expect(within(screen.getByRole('grid', { name: 'Accounts' })).queryByText('Birch')).toBeNull())
  })

  it('the pane of a territory says who covers it and takes somebody off', async () => {
    draw(<TerritoriesScreen />)
    fireEvent.click(within(await rowOf(await territoryTable(), 'North')).getByText('North'))
    const pane = await screen.findByRole('complementary', { name: 'North' })
    fireEvent.click(within(pane).getByRole('button', { name: 'Take Ana off' }))
    await waitFor(() => expect(within(pane).queryByRole('button', { name: 'Take Ana off' })).toBeNull())
    fireEvent.click(within(pane).getByRole('combobox', { name: 'Add a seller' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Cy' }))
    fireEvent.click(within(pane).getByRole('button', { name: 'Add' }))
    expect(await within(pane).findByRole('button', { name: 'Take Cy off' })).toBeTruthy()
    await act(async () => {
      await workspace.call('workspace.undo', {})
      await workspace.call('workspace.undo', {})
    })
  })

  it('makes a territory under another and says when the name is taken', async () => {
    draw(<TerritoriesScreen />)
    fireEvent.click(await screen.findByText('New territory'))
    const dialog = await screen.findByRole('dialog', { name: 'New territory' })
    const name = within(dialog).getByLabelText('Name')
    fireEvent.change(name, { target: { value: 'north' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Make territory' }))
    expect(await within(dialog).findByText(/already has a territory called north/)).toBeTruthy()
    fireEvent.change(name, { target: { value: 'North coast' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Make territory' }))
    const row = await rowOf(await territoryTable(), 'North coast')
    expect(row.textContent).toContain('empty')
    expect(row.textContent).toContain('no seller')
    expect(await screen.findByRole('complementary', { name: 'North coast' })).toBeTruthy()
    await act(() => workspace.call('workspace.undo', {}))
  })

  it('a locked scenario can be read and not changed', async () => {
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: true })
    await waitFor(() => expect(useSessionStore.getState().scenario?.lockedAt).not.toBeNull())
    draw(<TerritoriesScreen />)
    fireEvent.click(within(await rowOf(await territoryTable(), 'North')).getByText('North'))
    expect(screen.getByRole('button', { name: 'Propose territories' })).toHaveProperty('disabled', true)
    expect(screen.getByRole('button', { name: 'Remove territory' })).toHaveProperty('disabled', true)
    expect(screen.queryByText('Add')).toBeNull()
    expect(within(await accountTable()).queryByRole('checkbox')).toBeNull()
    await workspace.call('plans.lockScenario', { scenarioId: at.scenarioId, isLocked: false })
    await waitFor(() => expect(useSessionStore.getState().scenario?.lockedAt).toBeNull())
  })

  it('exports what is seen, speaks Spanish, and nothing stands in the way of a screen reader', async () => {
    const saved: Saved[] = []
    setLanguage('es', 'es-ES')
    draw(<TerritoriesScreen />, saved)
    const table = await screen.findByRole('grid', { name: 'Territorios' })
    await rowOf(table, 'North')
    expect(await screen.findByText('Índice de equilibrio')).toBeTruthy()
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(screen.getAllByRole('button', { name: 'Exportar lo que se ve' })[0] as HTMLElement)
    fireEvent.click(await screen.findByText('Tabla de texto (csv)'))
    expect(saved[0]?.name).toBe('territories.csv')
    expect(saved[0]?.text).toContain('North')
  })
})
