// @vitest-environment happy-dom
// The import wizard on a real engine: from nothing to deals and their source, and back with undo; what a file is, what a column is and
// what only the user knows said by hand; a second export with changes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { setLanguage } from '#renderer/i18n/index.ts'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'
import { hasSharedFiles, sharedFolder } from './shared-files.ts'
import { drawData } from './wizard-desk.tsx'

let workspace: TestWorkspace
let chosen: GrantedFile[] = []

const deals = `Deal ID,Deal name,Stage,Amount,Close date,Deal owner,Account,Product,Memo
1,First,Won,100.5,2026-01-31,Ana Ruiz,Acme,GTXPro,x
2,Second,Open,,,Ana Ruiz,,GTX Pro,y
3,Third,Lost,50,2026-02-28,Luis Gil,Beta,,z`
const accounts = 'account,sector,revenue\nAcme,tech,1100.04\nBeta,retail,20.5'

async function choose(files: Record<string, string>): Promise<void> {
  chosen = []
  for (const [name, content] of Object.entries(files)) {
    const path = join(workspace.folder, name)
    writeFileSync(path, content)
    await grantPath(path, name, content.length)
  }
}

async function grantPath(path: string, name: string, bytes: number): Promise<void> {
  await workspace.call('workspace.grantFile', { token: path, path })
  chosen.push({ token: path, name, bytes })
}

beforeEach(async () => {
  setLanguage('en', 'en-GB')
  chosen = []
  workspace = await openTestWorkspace()
  attachEngine(engine, workspace)
  // The bridge to main: its dialog is answered with what the test chose.
  const bridge = {
    ask: async (verb: string) => (verb === 'chooseImportFiles' ? chosen : undefined),
    grantDropped: async () => [],
    listen: () => undefined
  }
  Object.assign(globalThis, { comarca: bridge })
  useSessionStore.setState({ screen: 'data', params: {} })
  await refreshSession()
})
afterEach(async () => {
  cleanup()
  setLanguage('en', 'en-GB')
  await workspace.close()
})

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const importButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Import( |$)/ })
const openPart = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }))

/** Chooses a field in the list of a column. */
async function become(header: string, field: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^Becomes: ${header}:`) }))
  fireEvent.click(await within(await screen.findByRole('listbox')).findByRole('option', { name: field }))
}

async function importNow(): Promise<void> {
  await waitFor(() => expect(importButton().disabled).toBe(false), { timeout: 5000 })
  fireEvent.click(importButton())
  await screen.findByText('What to do next')
}

describe('the import wizard', () => {
  test('leads from nothing to the deals and their source, and back', async () => {
    await choose({ 'deals.csv': deals, 'accounts.csv': accounts })
    const { container } = drawData()
    await screen.findByText(/Import the CRM export/)
    await press('Choose files')
    await screen.findByText(/1 won deal, €100.50, closed from 31 Jan 2026 to 31 Jan 2026/)
    expect(await findBarriers(container)).toEqual([])
    openPart(/Names and stages/)
    expect(await findBarriers(container)).toEqual([])
    openPart(/What will happen/)
    const rows = await screen.findByRole('rowheader', { name: 'Deals' })
    expect(rows.closest('tr')?.textContent).toMatch(/^Deals3/)
    openPart(/Findings/)
    expect(await findBarriers(container)).toEqual([])
    await waitFor(() => expect(importButton().textContent).toBe('Import 3 deals'))
    await importNow()
    expect(await findBarriers(container)).toEqual([])
    await press('Done')
    const cell = await screen.findByText('First')
    await screen.findByText(/3 deals, 2 accounts, 1 product;/)
    fireEvent.click(cell)
    const pane = await screen.findByRole('complementary', { name: 'First' })
    await within(pane).findByText(/deals.csv, row 2/)
    expect(within(pane).getByText('100.5')).toBeTruthy()
    expect(within(pane).getByText('Memo', { selector: 'th' })).toBeTruthy()
    fireEvent.keyDown(window, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'First' })).toBeNull())
    await workspace.call('workspace.undo', {})
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 0 })
  })

  test('takes what the user says of columns and of what the numbers count', async () => {
    await choose({ 'deals.csv': deals, 'accounts.csv': accounts })
    drawData()
    await press('Choose files')
    fireEvent.click(await screen.findByLabelText('millions'))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('millions').checked).toBe(true))
    await press(/^deals\.csv Deals/)
    await become('Memo', 'Lead source')
    await become('Deal name', 'Leave out')
    await waitFor(() => expect(screen.getAllByText('chosen')).toHaveLength(2))
    await importNow()
    expect(workspace.db.all('SELECT name, lead_source AS source FROM opportunities ORDER BY id')).toEqual([
      { name: null, source: 'x' },
      { name: null, source: 'y' },
      { name: null, source: 'z' }
    ])
    expect(workspace.db.get(`SELECT revenue_minor AS revenue FROM accounts WHERE name = 'Acme'`)).toEqual({
      revenue: 110_004_000_000
    })
  })

  test('holds the import until a question is answered that nothing else can answer', async () => {
    await choose({ 'deals.csv': 'Deal ID,Stage,Amount,Close date\n1,Won,5,03/04/2026' })
    drawData()
    await press('Choose files')
    await screen.findByText(/How are the dates in "Close date" written/)
    expect(importButton().disabled).toBe(true)
    fireEvent.click(screen.getByLabelText('day, month, year'))
    await importNow()
    expect(workspace.db.get('SELECT close_on AS close FROM opportunities')).toEqual({ close: '2026-04-03' })
  })

  test('says what is wrong with a file that is no table, beside it', async () => {
    await choose({ 'letter.csv': '%PDF-1.7 ...' })
    drawData()
    await press('Choose files')
    await screen.findByText(/"letter.csv" is neither a table of text/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true)
    await press('Take it out')
    await screen.findByText(/Import the CRM export/)
  })

  test('takes another header, another delimiter, and a stage as the user means it', async () => {
    await choose({
      'deals.csv': 'Sales report\nDeal ID,Deal name,Stage,Amount\n1,First,Signed,10\n2,Second,Talking,20'
    })
    drawData()
    await press('Choose files')
    await press('Row 2 is the header')
    await screen.findByText(/Header in row 2/)
    openPart(/Names and stages/)
    fireEvent.change(await screen.findByLabelText('What Signed means'), { target: { value: 'new:won' } })
    await importNow()
    expect(
      workspace.db.all(
        'SELECT s.name, s.status FROM opportunities o JOIN stages s ON s.id = o.stage_id ORDER BY o.external_id'
      )
    ).toEqual([
      { name: 'Signed', status: 'won' },
      { name: 'Talking', status: 'open' }
    ])
  })

  test('says of the same file again that there is nothing to do', async () => {
    await choose({ 'deals.csv': deals })
    drawData()
    await press('Choose files')
    await importNow()
    await press('Done')
    await press('Import')
    await screen.findByText(/^These files were imported on 12 Nov 2026.* nothing has changed since\.$/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true)
    await press('Show the imports')
    await screen.findByText('deals.csv')
  })

  test('takes cells from the clipboard as a file', async () => {
    drawData()
    await screen.findByText(/Import the CRM export/)
    fireEvent.paste(document.body, { clipboardData: { getData: () => deals.replaceAll(',', '\t') } })
    await screen.findByText(/1 won deal, €100.50/)
    await importNow()
    expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 3 })
  })

  test('shows what a later export changes, and the deals that are gone', async () => {
    // Deals outside the days that the second export covers are not expected in it.
    const first = deals.replace('50,2026-02-28', '50,2026-01-31')
    await choose({ 'first.csv': first })
    drawData()
    await press('Choose files')
    await screen.findByText(/1 won deal/)
    await importNow()
    await press('Done')
    await choose({
      'second.csv': first.replace('2,Second,Open,,,', '2,Second,Won,75,2026-02-01,').replace(/\n3,.*$/, '')
    })
    await press('Import')
    await screen.findByText(/2 won deals/)
    openPart(/What will happen/)
    await screen.findByRole('button', { name: 'Vanished' })
    expect(screen.getByRole('button', { name: 'Won' }).closest('tr')?.textContent).toContain('1')
    fireEvent.click(screen.getByLabelText(/^Remove: they were deleted in the CRM/))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Remove/).checked).toBe(true))
    await importNow()
    expect(workspace.db.all('SELECT external_id AS id, amount_minor AS amount FROM opportunities ORDER BY id')).toEqual(
      [
        { id: '1', amount: 100_50 },
        { id: '2', amount: 75_00 }
      ]
    )
    await press('Undo the import')
    await waitFor(() => expect(workspace.db.get('SELECT count(*) AS n FROM opportunities')).toEqual({ n: 3 }))
  })
})

describe.skipIf(!hasSharedFiles)(`the Spanish Salesforce report (needs ${sharedFolder})`, () => {
  test('is imported by keyboard alone, in Spanish', async () => {
    setLanguage('es', 'es-ES')
    const name = 'salesforce_es_informe.csv'
    await grantPath(join(sharedFolder, 'derived', name), name, 1)
    const { container } = drawData('es-ES')
    const first = await screen.findByRole('button', { name: 'Elegir archivos' })
    first.focus()
    fireEvent.click(first)
    await screen.findByText(/4\.238 oportunidades ganadas, 10\.005\.534 €/, {}, { timeout: 10_000 })
    expect(await findBarriers(container)).toEqual([])
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Importar 8.800 oportunidades' })
    await waitFor(() => expect(button.disabled).toBe(false))
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' })
    await screen.findByText('Qué hacer ahora', {}, { timeout: 15_000 })
    expect(
      workspace.db.get(
        `SELECT count(*) AS deals, sum(amount_minor) AS minor FROM opportunities o
         JOIN stages s ON s.id = o.stage_id WHERE s.status = 'won'`
      )
    ).toEqual({ deals: 4238, minor: 1_000_553_400 })
  }, 60_000)
})
