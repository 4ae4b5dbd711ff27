// @vitest-environment happy-dom
// The tabs of the territory page on a real engine: rules made, ordered and run; coverage over the year; size; two states compared; approval.
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, startSession, useSessionStore } from '#renderer/session.ts'
import { ScenarioSwitch } from '#renderer/shell/scenario-switch.tsx'
import { TerritoriesScreen } from '#renderer/territories/screen.tsx'
import { forgetView } from '#renderer/territories/view-state.ts'
import type { TerritoryId } from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { draw, findBarriers, type Saved } from '../ui/draw.tsx'
import { type Layout, layOut, small } from './company.ts'

let workspace: TestWorkspace
let at: Layout
let territory: Record<string, TerritoryId> = {}

configure({ asyncUtilTimeout: 8000 })

beforeAll(async () => {
  workspace = await openTestWorkspace()
  at = await layOut(workspace, small)
  const { scenarioId } = at
  await workspace.call('territories.applyProposal', { scenarioId, request: { method: 'byTeamSales' } })
  const { territories } = await workspace.call('territories.overview', { scenarioId })
  territory = Object.fromEntries(territories.map((each) => [each.name, each.id]))
  attachEngine(engine, workspace)
  startSession()
  await refreshSession()
})
afterEach(() => {
  cleanup()
  forgetView()
  setLanguage('en', 'en-GB')
})
afterAll(() => workspace.close())

const idOf = (name: string): TerritoryId => {
  const id = territory[name]
  if (id === undefined) throw new Error(`no territory ${name}`)
  return id
}
const on = (text: string) => text as IsoDate
const where = async () =>
  Object.fromEntries(
    (await workspace.call('territories.listAccounts', { scenarioId: at.scenarioId })).map((row) => [
      row.accountName,
      row.territoryName
    ])
  )

async function openTab(name: string): Promise<void> {
  draw(<TerritoriesScreen />)
  fireEvent.click(await screen.findByRole('tab', { name }))
}

async function choose(field: HTMLElement, option: RegExp): Promise<void> {
  fireEvent.click(field)
  fireEvent.click(await screen.findByRole('option', { name: option }))
}

describe('rules', () => {
  it('are made of conditions chosen from what there is, and say how far they reach', async () => {
    await openTab('Rules')
    expect(await screen.findByText(/No rule yet: accounts lie where they were placed/)).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: 'New rule' })[0] as HTMLElement)
    await choose(await screen.findByRole('combobox', { name: 'Field' }), /^Industry$/)
    await choose(screen.getByRole('combobox', { name: 'Values of Industry' }), /^Retail/)
    // Alder, Birch and Cedar, however it is spelt.
    expect(await screen.findByText('Holds for 3 accounts.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save rule' })).toHaveProperty('disabled', true)
    await choose(screen.getByRole('combobox', { name: 'Then the account belongs to' }), /^South$/)
    fireEvent.click(screen.getByRole('button', { name: 'Save rule' }))
    const row = (await screen.findByRole('button', { name: /^Industry is Retail/ })).closest('tr')
    expect([...(row?.querySelectorAll('.rule-number') ?? [])].map((cell) => cell.textContent)).toEqual(['3', '0', '0'])
  })

  it('go by precedence: moved by keyboard, the order is kept', async () => {
    await workspace.call('territories.saveRule', {
      territoryId: idOf('North'),
      conditions: [{ kind: 'text', field: 'region', isNot: false, values: ['West'] }]
    })
    await openTab('Rules')
    const west = await screen.findByRole('button', { name: /^Region is West/ })
    fireEvent.keyDown(west, { key: 'ArrowUp', altKey: true })
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Now rule 1 of 2'))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Region is West/ }))
    await waitFor(async () => {
      const { rules } = await workspace.call('territories.listRules', { scenarioId: at.scenarioId })
      expect(rules.map((rule) => rule.territoryName)).toEqual(['North', 'South'])
    })
    // Cedar is in the West and in retail: the first of the two wins it now.
    const retail = (await screen.findByRole('button', { name: /^Industry is Retail/ })).closest('tr')
    await waitFor(() =>
      expect([...(retail?.querySelectorAll('.rule-number') ?? [])].map((cell) => cell.textContent)).toEqual([
        '2',
        '1',
        '0'
      ])
    )
    await act(() => workspace.call('workspace.undo', {}))
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /→ (North|South)/ })[0]?.textContent).toContain('Industry is Retail')
    )
  })

  it('are previewed, run, explained for an account, and undone', async () => {
    const before = await where()
    await openTab('Rules')
    fireEvent.click(await screen.findByRole('button', { name: 'Run rules' }))
    const dialog = await screen.findByRole('dialog', { name: 'Run rules' })
    // Alder and Birch go to the South, Elm and Fir to the North; nothing holds for Dogwood.
    expect(await within(dialog).findByText(/No rule holds for one\./)).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Run rules' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Run rules' })).toBeNull())
    expect(await where()).toEqual({
      Alder: 'South',
      Birch: 'South',
      Cedar: 'South',
      Dogwood: null,
      Elm: 'North',
      Fir: 'North'
    })
    fireEvent.click(screen.getByRole('tab', { name: 'Overview' }))
    fireEvent.click(await screen.findByText('All'))
    const table = await screen.findByRole('grid', { name: 'Accounts' })
    const cedar = (await within(table).findByText('Cedar')).closest('tr') as HTMLElement
    fireEvent.click(within(cedar).getByRole('button', { name: /^Industry is Retail/ }))
    const why = await screen.findByRole('dialog', { name: 'Why Cedar is in South' })
    expect(await within(why).findByText('Wins:')).toBeTruthy()
    expect(why.textContent).toContain('Loses to an earlier rule: Region is West → North')
    await act(() => workspace.call('workspace.undo', {}))
    expect(await where()).toEqual(before)
  })
})

describe('coverage', () => {
  it('shows the year: bars, days nobody covers in words, and a table of the same', async () => {
    const { territories } = await workspace.call('territories.overview', { scenarioId: at.scenarioId })
    const south = territories.find((each) => each.name === 'South')
    if (!south) throw new Error('no South')
    for (const each of south.coverage)
      if (each.sellerName !== 'Cy') await workspace.call('territories.uncover', { coverageId: each.id })
    const cy = south.coverage.find((each) => each.sellerName === 'Cy')
    if (!cy) throw new Error('Cy covers nothing')
    await workspace.call('territories.changeCoverage', { coverageId: cy.id, fromOn: null, toOn: on('2027-09-30') })
    await openTab('Coverage')
    expect(await screen.findByText('One territory has days without a seller, 92 in all.')).toBeTruthy()
    const year = await screen.findByRole('list', { name: 'Coverage over the year' })
    expect(within(year).getByRole('button', { name: 'South: Cy, until 30 Sept 2027' })).toBeTruthy()
    fireEvent.click(within(year).getByRole('button', { name: 'South: nobody 1 Oct 2027 to 31 Dec 2027' }))
    const dialog = await screen.findByRole('dialog', { name: 'Put a seller on South' })
    await choose(within(dialog).getByRole('combobox', { name: 'Seller' }), /^Di$/)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Put on' }))
    expect(await screen.findByText('Every territory has a seller on every day of the year.')).toBeTruthy()
    fireEvent.click(screen.getByText('Table'))
    const table = await screen.findByRole('grid', { name: 'Coverage over the year' })
    const row = (await within(table).findByText('Di')).closest('tr')
    expect(row?.textContent).toContain('1 Oct 2027')
    expect(await findBarriers(document.body)).toEqual([])
  })

  it('hands a territory over from a day on', async () => {
    await openTab('Coverage')
    fireEvent.click(await screen.findByRole('button', { name: 'South' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Hand over from Cy' }))
    const dialog = await screen.findByRole('dialog', { name: 'South: hand over from Cy' })
    fireEvent.change(within(dialog).getByLabelText('From'), { target: { value: '2027-07-01' } })
    await choose(within(dialog).getByRole('combobox', { name: 'Who takes it over' }), /^Ana$/)
    expect(within(dialog).getByText('Ana covers it from 1 Jul 2027; Cy until 30 Jun 2027.')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Hand over' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'South: hand over from Cy' })).toBeNull())
    const { territories } = await workspace.call('territories.overview', { scenarioId: at.scenarioId })
    const coverage = territories.find((each) => each.name === 'South')?.coverage ?? []
    expect(coverage.map(({ sellerName, fromOn, toOn }) => [sellerName, fromOn, toOn]).toSorted()).toEqual([
      ['Ana', '2027-07-01', '2027-09-30'],
      ['Cy', null, '2027-06-30'],
      ['Di', '2027-10-01', '2027-12-31']
    ])
  })
})

describe('size', () => {
  it('sellers come from calls and selling hours, and from a target', async () => {
    const settings = await workspace.call('territories.getSettings', { scenarioId: at.scenarioId })
    await workspace.call('territories.saveSettings', {
      scenarioId: at.scenarioId,
      settings: {
        ...settings,
        classField: 'industry',
        callNorms: [{ value: 'Retail', callsPerYear: 12, minutesPerCall: 60 }],
        otherCalls: { callsPerYear: 4, minutesPerCall: 30 },
        hoursPerDay: 1,
        daysPerYear: 10
      }
    })
    await openTab('Size')
    // 3 x 12 x 1 h + 3 x 4 x 0.5 h = 42 h over 10 h.
    const needed = await screen.findByRole('region', { name: 'Sellers needed for calls alone' })
    fireEvent.click(await within(needed).findByRole('button', { name: /^4\.2/ }))
    const why = await screen.findByRole('dialog', { name: 'Sellers needed for calls alone' })
    expect(why.textContent).toContain('3 accounts × 12 calls × 60 min')
    expect(why.textContent).toContain('42 h')
    fireEvent.change(screen.getByLabelText('Target'), { target: { value: '50,000,000' } })
    fireEvent.change(screen.getByLabelText('Quota of one seller'), { target: { value: '1,000,000' } })
    fireEvent.change(screen.getByLabelText('Attainment'), { target: { value: '85' } })
    expect(await screen.findByRole('button', { name: /^58\.8/ })).toBeTruthy()
  })

  it('keeps what is assumed when a field is left, and refuses what makes no sense', async () => {
    await openTab('Size')
    const circuity = await screen.findByLabelText('Circuity')
    fireEvent.change(circuity, { target: { value: '0.5' } })
    fireEvent.blur(circuity)
    expect(await screen.findByText('From 1 to 5')).toBeTruthy()
    fireEvent.change(circuity, { target: { value: '1.46' } })
    fireEvent.keyDown(circuity, { key: 'Enter' })
    await waitFor(async () =>
      expect((await workspace.call('territories.getSettings', { scenarioId: at.scenarioId })).circuity).toBe(1.46)
    )
    fireEvent.change(screen.getByLabelText('Workload'), { target: { value: '90' } })
    expect((await screen.findByText(/they must come to 100 %/)).textContent).toMatch(/come to 1\d\d%/)
    expect(screen.getByRole('button', { name: 'Save weights' })).toHaveProperty('disabled', true)
  })
})

describe('compare', () => {
  it('says who gets what, and writes a letter to each seller; the list can be exported', async () => {
    const { scenarioId } = at
    const copy = await workspace.call('plans.copyScenario', { scenarioId, name: 'Before' })
    await workspace.call('territories.assign', {
      scenarioId,
      territoryId: idOf('South'),
      accountIds: [at.account('Alder')],
      reason: 'nearer'
    })
    await waitFor(() => expect(useSessionStore.getState().plan?.scenarios).toHaveLength(2))
    const saved: Saved[] = []
    draw(<TerritoriesScreen />, saved)
    fireEvent.click(await screen.findByRole('tab', { name: 'Compare' }))
    // Alder is one of the three accounts with a territory, with 1,200 of their 1,980.
    expect(
      await screen.findByText('One account gets another seller: 33.3% of accounts, 60.6% of revenue.')
    ).toBeTruthy()
    const table = await screen.findByRole('grid', { name: 'Accounts' })
    const row = (await within(table).findByText('Alder')).closest('tr')
    expect(row?.textContent).toContain('NorthSouth')
    fireEvent.click(screen.getByRole('button', { name: 'Export what is seen' }))
    fireEvent.click(await screen.findByText('Excel workbook (xlsx)'))
    expect(saved[0]?.text).toContain('Alder')
    fireEvent.click(screen.getByText('Letters'))
    const letter = await screen.findByRole('article', { name: 'Bo' })
    expect(letter.textContent).toContain('You hand over one account to Cy.')
    expect(await findBarriers(document.body)).toEqual([])
    fireEvent.click(screen.getByText('Evenness'))
    expect(await screen.findByRole('grid', { name: 'Evenness' })).toBeTruthy()
    await workspace.call('plans.removeScenario', { scenarioId: copy.id })
  })
})

describe('approval', () => {
  it('is refused with what stands in its way, leads there, and is given with a reason', async () => {
    draw(
      <>
        <ScenarioSwitch />
        <TerritoriesScreen />
      </>
    )
    fireEvent.click(await screen.findByRole('button', { name: /Baseline/ }))
    fireEvent.click(await screen.findByText('Approve'))
    const dialog = await screen.findByRole('dialog', { name: 'Baseline can’t be approved as it is' })
    const missing = within(dialog).getByText(/accounts have no territory/)
    expect(missing).toBeTruthy()
    expect(within(dialog).getByRole('button', { name: 'Approve with this reason' })).toHaveProperty('disabled', true)
    fireEvent.change(within(dialog).getByLabelText('Reason'), { target: { value: 'the rest is shared out in spring' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Approve with this reason' }))
    await waitFor(() => expect(useSessionStore.getState().scenario?.approvedAt).not.toBeNull())
    expect(useSessionStore.getState().scenario?.notes).toContain('the rest is shared out in spring')
    await act(() => workspace.call('workspace.undo', {}))
    await waitFor(() => expect(useSessionStore.getState().scenario?.approvedAt).toBeNull())
    fireEvent.click(await screen.findByRole('button', { name: /Baseline/ }))
    fireEvent.click(await screen.findByText('Approve'))
    const again = await screen.findByRole('dialog', { name: 'Baseline can’t be approved as it is' })
    fireEvent.click(within(again).getByRole('button', { name: /^Show: .* have no territory/ }))
    await waitFor(() => expect(useSessionStore.getState().screen).toBe('territories'))
    expect(await within(await screen.findByRole('grid', { name: 'Accounts' })).findByText('Dogwood')).toBeTruthy()
  })
})

describe('in Spanish', () => {
  it('every tab speaks it, and nothing stands in the way of a screen reader', async () => {
    setLanguage('es', 'es-ES')
    draw(<TerritoriesScreen />)
    for (const [tab, text] of [
      ['Reglas', /Las reglas colocan/],
      ['Dimensión', /Visitas por clase de cuenta/],
      ['Comparar', /Cuentas movidas/]
    ] as const) {
      fireEvent.click(await screen.findByRole('tab', { name: tab }))
      expect((await screen.findAllByText(text)).length).toBeGreaterThan(0)
      expect(await findBarriers(document.body)).toEqual([])
    }
  })
})
