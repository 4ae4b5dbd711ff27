// @vitest-environment happy-dom
// The Data page on a real engine: from nothing through the wizard to deals, their source, and back with undo; by keyboard where a hand would.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engine } from '#renderer/engine.ts'
import { DataScreen } from '#renderer/import/screen.tsx'
import { refreshSession, useSessionStore } from '#renderer/session.ts'
import { theme } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import type { GrantedFile } from '#shared/contract/messages.ts'
import { attachEngine } from '../helpers/attach-engine.ts'
import { openTestWorkspace, type TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'

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
    await workspace.call('workspace.grantFile', { token: path, path })
    chosen.push({ token: path, name, bytes: content.length })
  }
}

beforeEach(async () => {
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
  await workspace.close()
})

const draw = () =>
  render(<DataScreen />, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} env="test">
        <FormatProvider numberLocale="en-GB">{children}</FormatProvider>
      </MantineProvider>
    )
  })

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

describe('the Data page', () => {
  test('says with nothing in it what to do, and leads through the wizard to the deals and their source', async () => {
    await choose({ 'deals.csv': deals, 'accounts.csv': accounts })
    const { container } = draw()
    await screen.findByText(/Import the CRM export/)
    await press('Choose files')
    await screen.findByText(/1 won deal, €100.50, closed from 31 Jan 2026 to 31 Jan 2026/)
    expect(await findBarriers(container)).toEqual([])
    expect(screen.getByText('Products spelt with other spaces: joined')).toBeTruthy()
    await press('Import')
    await screen.findByText('What to do next')
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
    await screen.findByText(/Import the CRM export/)
  })

  test('lets the user say what a column is, what a file holds and what only they know', async () => {
    await choose({ 'deals.csv': deals, 'accounts.csv': accounts })
    draw()
    await press('Choose files')
    fireEvent.click(await screen.findByLabelText('millions'))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('millions').checked).toBe(true))
    fireEvent.change(await screen.findByLabelText('Becomes: Memo'), { target: { value: 'leadSource' } })
    await screen.findByText('chosen')
    fireEvent.change(await screen.findByLabelText('Becomes: Deal name'), { target: { value: 'none' } })
    await waitFor(() => expect(screen.getAllByText('chosen')).toHaveLength(2))
    await press('Import')
    await screen.findByText('What to do next')
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
    draw()
    await press('Choose files')
    await screen.findByText(/How are the dates in "Close date" written/)
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Import' })
    expect(button.disabled).toBe(true)
    fireEvent.click(screen.getByLabelText('day, month, year'))
    await waitFor(() => expect(button.disabled).toBe(false))
    fireEvent.click(button)
    await screen.findByText('What to do next')
    expect(workspace.db.get('SELECT close_on AS close FROM opportunities')).toEqual({ close: '2026-04-03' })
  })

  test('says what is wrong with a file that is no table', async () => {
    await choose({ 'letter.csv': '%PDF-1.7 ...' })
    draw()
    await press('Choose files')
    await screen.findByText(/"letter.csv" is neither a table of text/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true)
    await press('Choose other files')
    await screen.findByText(/Import the CRM export/)
  })

  test('shows stages, imports and quality', async () => {
    await choose({ 'deals.csv': deals })
    draw()
    await press('Choose files')
    await screen.findByText(/1 won deal/)
    await press('Import')
    await screen.findByText('What to do next')
    await press('Look at what was found')
    expect((await screen.findByText('Deals without an account')).closest('tr')?.textContent).toContain('33.3')
    fireEvent.click(screen.getByRole('tab', { name: 'Imports' }))
    fireEvent.click(await screen.findByText('deals.csv'))
    const undo = await screen.findByRole<HTMLButtonElement>('button', { name: 'Undo this import' })
    expect(undo.disabled).toBe(false)
    fireEvent.click(screen.getByRole('tab', { name: 'Stages' }))
    await press('Add a stage')
    expect((await screen.findByText('New stage')).closest('tr')?.textContent).toContain('Open')
    fireEvent.click(screen.getByRole('tab', { name: 'Imports' }))
    fireEvent.click(await screen.findByText('deals.csv'))
    await screen.findByText(/Something was changed since/)
  })
})
