// @vitest-environment happy-dom
// What imports leave behind on the Data page, drawn over a real engine: rows not taken that are mended and taken, findings and their
// correction, what an import changed, and its undo.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { SimilarAccounts } from '#renderer/import/parts/similar-accounts.tsx'
import { fitTabs, type TabEntry } from '#renderer/import/parts/tab-row.tsx'
import { DataScreen } from '#renderer/import/screen.tsx'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { drawPart, openCompany } from '../crm/place.tsx'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

let workspace: TestWorkspace
const warn = console.warn
// Nothing has a size in a drawn document, so the kit's focus trap finds nothing to focus and says so at length.
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('use-focus-trap')) warn(...words)
}

const header = 'Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account'
const first = `${header}
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme
2,Second,Proposal,200,2026-12-31,Luis Gil,Beta
3,Third,Won,50,soon,Luis Gil,Beta
4,Fourth,Won,300,,Ana Ruiz,Acme
5,Fifth,Won,-20,2026-03-15,Ana Ruiz,Gamma
`
/** Second slips and grows, First is as it was, the others are gone. */
const second = `${header}
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme
2,Second,Proposal,260,2027-01-30,Luis Gil,Beta
`

async function bring(name: string, content: string): Promise<void> {
  const path = join(workspace.folder, name)
  writeFileSync(path, content)
  await workspace.call('workspace.grantFile', { token: path, path })
  await workspace.call('import.run', { files: [path] })
}

const openTab = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('tab', { name }))
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const cellOf = (text: string): HTMLElement => {
  const cell = screen.getAllByText(text).flatMap((each) => each.closest<HTMLElement>('td[data-row]') ?? [])[0]
  if (cell === undefined) throw new Error(`"${text}" stands in no cell`)
  return cell
}

/** Types into a cell as a hand does: go there, F2, the new text, Enter. */
function write(cell: HTMLElement, value: string): void {
  fireEvent.mouseDown(cell)
  fireEvent.keyDown(cell, { key: 'F2' })
  const editor = within(cell).getByRole('textbox')
  fireEvent.change(editor, { target: { value } })
  fireEvent.keyDown(editor, { key: 'Enter' })
}

describe('the Data page', () => {
  beforeEach(async () => {
    workspace = await openTestWorkspace()
    attachEngine(engine, workspace)
    Object.assign(globalThis, {
      comarca: { ask: async () => [], grantDropped: async () => [], listen: () => undefined }
    })
    useSessionStore.setState({ screen: 'data', params: {} })
    await refreshSession()
    await bring('deals.csv', first)
  })
  afterEach(async () => {
    cleanup()
    setLanguage('en', 'en-GB')
    await workspace.close()
  })

  test('has a row that was not taken mended in its cell and taken by itself', async () => {
    const { container } = drawPart(<DataScreen />)
    await openTab('Not taken (1)')
    await screen.findByRole('img', { name: /Close date is "soon"/ })
    expect(await findBarriers(container)).toEqual([])
    const take = screen.getByRole<HTMLButtonElement>('button', { name: 'Take them again' })
    expect(take.disabled).toBe(true)
    write(cellOf('soon'), '2026-02-28')
    await screen.findByRole('img', { name: 'The file says soon' })
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 4 })
    await press('Take them again (1)')
    await screen.findByText('1 row taken.')
    expect(
      workspace.db.get(
        `SELECT name, amount_minor AS amount, close_on AS day FROM opportunities WHERE external_id = '3'`
      )
    ).toEqual({ name: 'Third', amount: 5000, day: '2026-02-28' })
    await screen.findByText(/No row waits here/)
    await screen.findByRole('tab', { name: 'Not taken' })
    // The retry is an import like any other and stands in their list.
    await openTab('Imports')
    expect(await screen.findByText('rows mended and taken')).toBeTruthy()
  })

  test('keeps a row that is still wrong with its reason, and leaves it out when told', async () => {
    drawPart(<DataScreen />)
    await openTab('Not taken (1)')
    await screen.findByText('soon')
    write(cellOf('soon'), 'later')
    await screen.findByText('later')
    await press('Take them again (1)')
    await screen.findByText(/1 row still can’t be taken/)
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 4 })
    fireEvent.click(screen.getByLabelText('Tick row'))
    await press('Leave them out')
    await screen.findByText(/No row waits here/)
    fireEvent.click(screen.getByLabelText('Show rows dealt with'))
    await screen.findByText('left out')
    fireEvent.click(screen.getByLabelText('Tick row'))
    await press('Put them back')
    await waitFor(() => expect(screen.queryByText('left out')).toBeNull())
    await screen.findByRole('tab', { name: 'Not taken (1)' })
  })

  test('takes a block pasted from a spreadsheet over several rows as one step', async () => {
    await bring(
      'more.csv',
      `${header}\n6,Sixth,Won,10,sometime,Ana Ruiz,Acme\n7,Seventh,Won,20,later,Ana Ruiz,Acme\n8,Eighth,Won,30,2026-05-05,Ana Ruiz,Acme\n`
    )
    drawPart(<DataScreen />)
    await openTab('Not taken (3)')
    // The newest file stands first; the other one is chosen beside it.
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'File' })).value).toContain('more.csv')
    await screen.findByText('sometime')
    const corner = cellOf('sometime')
    fireEvent.mouseDown(corner)
    fireEvent.paste(corner, { clipboardData: { getData: () => '2026-05-01\n2026-05-02' } })
    await screen.findByText('2026-05-02')
    expect(workspace.db.get(`SELECT count(*) AS n FROM quarantine_rows WHERE edits_json <> '{}'`)).toEqual({ n: 2 })
    await workspace.call('workspace.undo', {})
    await waitFor(() => expect(screen.queryByText('2026-05-02')).toBeNull())
    await workspace.call('workspace.redo', {})
    await press('Take them again (2)')
    await screen.findByText('2 rows taken.')
    expect(
      workspace.db.get(`SELECT sum(amount_minor) AS sum FROM opportunities WHERE external_id IN ('6', '7')`)
    ).toEqual({
      sum: 3000
    })
    // The row of the other file still waits.
    await screen.findByText('soon')
  })

  test('takes a duplicate out of the workspace, and back with Undo', async () => {
    await bring('again.csv', `${header}\n9,First,Won,100.5,2026-01-31,Ana Ruiz,Acme\n`)
    drawPart(<DataScreen />)
    await openTab('Quality')
    const rules = await workspace.call('import.listQuality', {})
    expect(rules.find((each) => each.rule === 'probableDuplicate')?.count).toBeGreaterThan(0)
    useSessionStore.setState({ params: { tab: 'quality', rule: 'probableDuplicate' } })
    const twins = await screen.findAllByText('First')
    expect(twins.length).toBeGreaterThan(0)
    const [tick] = screen.getAllByLabelText('Tick row')
    if (tick) fireEvent.click(tick)
    await press('Take out of the workspace')
    await screen.findByText('This rule holds for every row now.')
    expect(workspace.db.get(`SELECT count(*) AS n FROM opportunities WHERE name = 'First'`)).toEqual({ n: 1 })
    await workspace.call('workspace.undo', {})
    await waitFor(() => expect(screen.queryByText('This rule holds for every row now.')).toBeNull())
    expect(workspace.db.get(`SELECT count(*) AS n FROM opportunities WHERE name = 'First'`)).toEqual({ n: 2 })
  })

  test('shows in the pane of a deal what it was in earlier exports', async () => {
    await bring('deals later.csv', second)
    drawPart(<DataScreen />)
    fireEvent.click(await screen.findByText('Second'))
    const history = await screen.findByRole('region', { name: 'In earlier exports' })
    expect(history.textContent).toContain('31 Dec 2026 → 30 Jan 2027')
    expect(history.textContent).toContain('€200 → €260')
    expect(history.textContent).toContain('Slipped')
  })

  test('leads from a finding to its rows and has them corrected with a reason', async () => {
    const { container } = drawPart(<DataScreen />)
    await openTab('Quality')
    await screen.findByRole('region', { name: 'Bookings' })
    fireEvent.click(await screen.findByText('Won without a close date', { selector: 'td *' }))
    const list = await screen.findByRole('region', { name: 'Won without a close date' })
    await within(list).findByText('Fourth')
    expect(within(list).queryByText('First')).toBeNull()
    expect(await findBarriers(container)).toEqual([])
    fireEvent.click(within(list).getByLabelText('Tick row'))
    fireEvent.click(within(list).getByRole('button', { name: 'Correct' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('Close date'), { target: { value: '2026-04-30' } })
    fireEvent.change(within(dialog).getByLabelText('Reason', { selector: 'input' }), {
      target: { value: 'the contract' }
    })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Correct' }))
    await screen.findByText('This rule holds for every row now.')
    expect(workspace.db.get(`SELECT close_on AS day FROM opportunities WHERE external_id = '4'`)).toEqual({
      day: '2026-04-30'
    })
    await workspace.call('workspace.undo', {})
    await within(list).findByText('Fourth')
    fireEvent.keyDown(window, { key: 'Escape' })
    await screen.findByRole('region', { name: 'Bookings' })
  })

  test('corrects a cell of a finding in place, asking for the reason alone, and opens the deal beside it', async () => {
    drawPart(<DataScreen />)
    await openTab('Quality')
    fireEvent.click(await screen.findByText('Negative amounts', { selector: 'td *' }))
    const list = await screen.findByRole('region', { name: 'Negative amounts' })
    await within(list).findByText('Fifth')
    write(cellOf('−20'), '20')
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).queryByLabelText('What to correct')).toBeNull()
    fireEvent.change(within(dialog).getByLabelText('Reason', { selector: 'input' }), { target: { value: 'a slip' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Correct' }))
    await screen.findByText('This rule holds for every row now.')
    expect(workspace.db.get(`SELECT amount_minor AS amount FROM opportunities WHERE external_id = '5'`)).toEqual({
      amount: 2000
    })
    // The arrow above the list and the button below the sentence lead to the same place.
    const [back] = screen.getAllByRole('button', { name: 'All findings' })
    if (back) fireEvent.click(back)
    fireEvent.click(await screen.findByText('Won without a close date', { selector: 'td *' }))
    fireEvent.click(await screen.findByText('Fourth'))
    const pane = await screen.findByRole('complementary', { name: 'Fourth' })
    await within(pane).findByText(/deals.csv, row 5/)
    fireEvent.keyDown(window, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    // Esc closed the pane, not the list behind it.
    expect(screen.getByRole('region', { name: 'Won without a close date' })).toBeTruthy()
  })

  test('says what a newer export changed, deal by deal, and what undoing an import would do', async () => {
    await bring('deals later.csv', second)
    const { container } = drawPart(<DataScreen />)
    await openTab('Imports')
    fireEvent.click(await screen.findByText('deals later.csv'))
    const pane = await screen.findByRole('complementary', { name: 'deals later.csv' })
    const slipped = (await within(pane).findByText('Slipped')).closest('li')
    // One deal of 260.00, up by 60.00, from 31 December to 30 January: 30 days.
    expect(slipped?.textContent).toContain('€260')
    expect(slipped?.textContent).toContain('+€60')
    expect(slipped?.textContent).toContain('30 days')
    expect(await findBarriers(container)).toEqual([])
    await press('Show the deals')
    const changes = await screen.findByRole('region', { name: 'What it changed' })
    const line = (await within(changes).findByText('Second')).closest('tr')
    expect(line?.textContent).toContain('31 Dec 2026 → 30 Jan 2027')
    expect(await findBarriers(container)).toEqual([])
    await press('All imports')

    fireEvent.click(await screen.findByText('deals later.csv'))
    await press('Undo this import')
    const dialog = await screen.findByRole('dialog')
    const back = await within(dialog).findByRole('region', { name: 'Comes back as it was before' })
    expect(back.textContent).toContain('1 deal')
    // Esc leaves the dialog; the pane behind it stays.
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('complementary', { name: 'deals later.csv' })).toBeTruthy()
    await press('Undo this import')
    await within(await screen.findByRole('dialog')).findByText('Comes back as it was before')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Undo this import' }))
    await screen.findByText(/^undone /)
    expect(
      workspace.db.get(`SELECT amount_minor AS amount, close_on AS day FROM opportunities WHERE external_id = '2'`)
    ).toEqual({ amount: 20_000, day: '2026-12-31' })
    await workspace.call('workspace.undo', {})
    await waitFor(() => expect(screen.queryByText(/^undone /)).toBeNull())
    expect(workspace.db.get(`SELECT amount_minor AS amount FROM opportunities WHERE external_id = '2'`)).toEqual({
      amount: 26_000
    })
  })

  test('shows stages, merges and rates from their tabs, the rare ones from the menu', async () => {
    drawPart(<DataScreen />)
    await openTab('Stages')
    await press('Add a stage')
    expect((await screen.findByText('New stage')).closest('tr')?.textContent).toContain('Open')
    expect(screen.queryByRole('tab', { name: 'Exchange rates' })).toBeNull()
    await press('More')
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Exchange rates' }))
    await screen.findByText(/No rates yet/)
    expect(screen.getByRole('tab', { name: 'Exchange rates' }).getAttribute('aria-selected')).toBe('true')
    await press('More')
    expect(screen.queryByRole('menuitem', { name: 'Leads' })).toBeNull()
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Merged' }))
    await screen.findByText(/Nothing has been merged/)
  })

  test('lists how files are read, and lets a profile be renamed and removed', async () => {
    drawPart(<DataScreen />)
    await openTab('Imports')
    await press('How files are read')
    const dialog = await screen.findByRole('dialog')
    const row = (await within(dialog).findByText('Deals')).closest('tr')
    const name = row?.querySelector('td')
    if (!name?.textContent) throw new Error('the profile has no name')
    write(name, 'Weekly export')
    await within(dialog).findByText('Weekly export')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove: Weekly export' }))
    await waitFor(() => expect(within(dialog).queryByText('Weekly export')).toBeNull())
  })

  test('speaks Spanish in all of it', async () => {
    setLanguage('es', 'es-ES')
    const { container } = drawPart(<DataScreen />)
    await openTab('No importadas (1)')
    await screen.findByText('soon')
    await openTab('Calidad')
    await screen.findByRole('region', { name: 'Ventas' })
    await openTab('Importaciones')
    fireEvent.click(await screen.findByText('deals.csv'))
    await press('Deshacer esta importación')
    const dialog = await screen.findByRole('dialog')
    await within(dialog).findByText('4 oportunidades')
    expect(container.textContent).not.toMatch(/\b(import|crm)\.[a-z]+/)
    expect(dialog.textContent).not.toMatch(/\b(import|crm)\.[a-z]+/)
  })
})

describe('accounts that are probably one', () => {
  beforeEach(async () => {
    workspace = await openCompany()
  })
  afterEach(async () => {
    cleanup()
    await workspace.close()
  })

  test('are merged into the one that is kept, or said to be different for good', async () => {
    workspace.writer.insert('accounts', { name: 'Beta S.A.', name_key: 'beta s a' })
    const { container } = drawPart(<SimilarAccounts onAccount={() => undefined} />)
    await screen.findByText('Acme Iberica S.L.')
    expect(await findBarriers(container)).toEqual([])
    await press('Keep Acme Ibérica, merge Acme Iberica S.L. into it')
    await waitFor(() => expect(screen.queryByText('Acme Iberica S.L.')).toBeNull())
    expect(workspace.db.all('SELECT id FROM opportunities WHERE account_id = 1 ORDER BY id')).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 4 }
    ])
    await press('Beta and Beta S.A. are different companies')
    await screen.findByText('No two accounts look like one company.')
    expect(workspace.db.get(`SELECT count(*) AS n FROM accounts WHERE name LIKE 'Beta%'`)).toEqual({ n: 2 })
  })
})

describe('the row of tabs', () => {
  const entries: TabEntry[] = [
    { tab: 'deals', label: 'Deals' },
    { tab: 'accounts', label: 'Accounts' },
    { tab: 'imports', label: 'Imports' },
    { tab: 'quality', label: 'Quality' },
    { tab: 'rates', label: 'Exchange rates', isRare: true }
  ]
  const names = (current: TabEntry['tab'], width: number) => fitTabs(entries, current, width).map((each) => each.tab)

  test('shows what fits, always the one in view, and rare ones only in view', () => {
    expect(names('deals', 1000)).toEqual(['deals', 'accounts', 'imports', 'quality'])
    // Not measured yet: all of the usual ones.
    expect(names('deals', 0)).toEqual(['deals', 'accounts', 'imports', 'quality'])
    expect(names('rates', 1000)).toEqual(['deals', 'accounts', 'imports', 'quality', 'rates'])
    expect(names('quality', 260)).toEqual(['deals', 'quality'])
    expect(names('deals', 10)).toEqual(['deals'])
  })
})
