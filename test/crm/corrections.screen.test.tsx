// @vitest-environment happy-dom
// A deal corrected over its file, an account merged and split again, exchange rates typed: drawn over a real engine.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AccountDetail } from '#renderer/crm/account-detail.tsx'
import { DealDetail } from '#renderer/crm/deal-detail.tsx'
import { Deals } from '#renderer/crm/deals.tsx'
import { Merges } from '#renderer/crm/merges.tsx'
import { Rates } from '#renderer/crm/rates.tsx'
import { readRate } from '#renderer/crm/read-rate.ts'
import type { AccountId, OpportunityId } from '#shared/crm/types.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'
import { findBarriers } from '../ui/draw.tsx'
import { drawPart, openCompany } from './place.tsx'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openCompany()
})
afterEach(async () => {
  cleanup()
  await workspace.close()
})

const dealId = (id: number) => id as OpportunityId
const accountId = (id: number) => id as AccountId
const deal = (id: number) => workspace.db.get(`SELECT * FROM opportunities WHERE id = ${id}`)
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } })

describe('a deal in the pane', () => {
  test('is corrected in place with a reason, says what the file says, and goes back to it', async () => {
    const { container } = drawPart(<DealDetail id={dealId(1)} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Correct: Amount' }))
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Correct' })
    expect(save.disabled).toBe(true)
    type('Amount', '123.45')
    expect(save.disabled).toBe(true)
    type('Reason', 'the contract says so')
    expect(await findBarriers(container)).toEqual([])
    fireEvent.submit(screen.getByLabelText('Amount'))
    await screen.findByText('The file says €100.00')
    expect(screen.getByText('the contract says so')).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Corrected over the file' })).toBeTruthy()
    expect(screen.getByText('€123.45')).toBeTruthy()
    expect(deal(1)).toMatchObject({ amount_minor: 12_345 })
    expect(await findBarriers(container)).toEqual([])

    fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(screen.queryByText('The file says €100.00')).toBeNull())
    expect(deal(1)).toMatchObject({ amount_minor: 10_000 })
    await workspace.call('workspace.undo', {})
    await screen.findByText('The file says €100.00')
  })

  test('takes a stage and a seller from lists, and lets go of the form with Esc alone', async () => {
    drawPart(<DealDetail id={dealId(2)} />)
    fireEvent.click(await screen.findByRole('button', { name: 'Correct: Stage' }))
    fireEvent.click(await screen.findByRole('combobox', { name: 'Stage' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Lost', hidden: true }))
    type('Reason', 'they bought elsewhere')
    fireEvent.click(screen.getByRole('button', { name: 'Correct' }))
    await screen.findByText('The file says Proposal')
    expect(deal(2)).toMatchObject({ stage_id: 3 })

    fireEvent.click(screen.getByRole('button', { name: 'Correct: Name' }))
    const isLeft = fireEvent.keyDown(screen.getByLabelText('Name', { selector: 'input' }), { key: 'Escape' })
    // The key was used up: a pane around the form stays open.
    expect(isLeft).toBe(false)
    expect(screen.queryByLabelText('Name')).toBeNull()
  })

  test('says why an amount in another currency has none at home until a rate is known', async () => {
    drawPart(<DealDetail id={dealId(4)} />)
    const line = (await screen.findByText('In EUR')).parentElement
    expect(line?.textContent).toContain('No exchange rate is known for that day')
    await workspace.call('crm.setRate', { from: 'USD', to: 'EUR', validOn: '2026-04-01', rate: '0.9' })
    // 300.00 USD at 0.9
    await waitFor(() => expect(screen.getByText('In EUR').parentElement?.textContent).toContain('€270'))
  })
})

test('the table of deals marks a corrected one', async () => {
  await workspace.call('crm.correctDeal', {
    opportunityId: dealId(3),
    field: 'closeOn',
    value: '2026-03-20',
    reason: 'x'
  })
  drawPart(<Deals selected={undefined} onSelect={() => undefined} />)
  const row = (await screen.findByText('Third')).closest('tr')
  expect(row && within(row).getByRole('img', { name: 'Corrected over the file' })).toBeTruthy()
  const other = screen.getByText('First').closest('tr')
  expect(other && within(other).queryByRole('img')).toBeNull()
})

describe('accounts', () => {
  test('are merged from the pane, listed, and split again with their deals', async () => {
    const { container } = drawPart(
      <>
        <AccountDetail id={accountId(1)} onDeal={() => undefined} />
        <Merges />
      </>
    )
    await screen.findByText('B12345678')
    expect(screen.getByText('acme.es')).toBeTruthy()
    await screen.findByText(/Nothing has been merged/)
    fireEvent.click(screen.getByRole('button', { name: 'Merge another' }))
    fireEvent.click(await screen.findByRole('combobox', { name: 'Which account is the same company' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Acme Iberica S.L.', hidden: true }))
    fireEvent.click(screen.getByRole('button', { name: 'Merge' }))
    const [split] = await screen.findAllByRole('button', { name: 'Split Acme Iberica S.L. off again' })
    expect(workspace.db.all('SELECT id FROM opportunities WHERE account_id = 1 ORDER BY id')).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 4 }
    ])
    expect(workspace.db.get('SELECT count(*) AS n FROM accounts')).toEqual({ n: 3 })
    expect(await findBarriers(container)).toEqual([])
    if (split) fireEvent.click(split)
    await screen.findByText(/Nothing has been merged/)
    expect(workspace.db.all('SELECT id FROM opportunities WHERE account_id = 1')).toEqual([{ id: 1 }])
    expect(workspace.db.get('SELECT count(*) AS n FROM accounts')).toEqual({ n: 4 })
  })
})

describe('exchange rates', () => {
  test('are typed, changed in place and removed', async () => {
    const { container } = drawPart(<Rates />)
    await screen.findByText('Without a rate, so in no sum: 1 deal in USD.')
    type('Rate', '0,9')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add rate' }).disabled).toBe(true)
    expect(screen.getByText(/Not a rate/)).toBeTruthy()
    type('Rate', '0.9001')
    fireEvent.change(screen.getByLabelText('Valid from'), { target: { value: '2026-04-01' } })
    // The currency that waits is offered.
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'From' }).value).toMatch(/^USD/)
    fireEvent.click(screen.getByRole('button', { name: 'Add rate' }))
    const cell = await screen.findByText('0.9001')
    await waitFor(() => expect(screen.queryByText(/Without a rate/)).toBeNull())
    expect(await findBarriers(container)).toEqual([])

    const place = cell.closest('td')
    if (place === null) throw new Error('the rate stands in no cell')
    fireEvent.mouseDown(place)
    fireEvent.keyDown(place, { key: 'F2' })
    const editor = within(place).getByRole('textbox')
    fireEvent.change(editor, { target: { value: '0.95' } })
    fireEvent.keyDown(editor, { key: 'Enter' })
    await screen.findByText('0.95')
    expect(
      workspace.db.all('SELECT from_currency AS f, to_currency AS t, valid_on AS day, rate FROM exchange_rates')
    ).toEqual([{ f: 'USD', t: 'EUR', day: '2026-04-01', rate: '0.95' }])
    fireEvent.click(screen.getByRole('button', { name: 'Remove USD to EUR of 1 Apr 2026' }))
    await screen.findByText(/No rates yet/)
  })

  test('are read exactly as typed, or not at all', () => {
    expect(readRate('1,0842', ',')).toBe('1.0842')
    expect(readRate('1.0842', ',')).toBe('1.0842')
    expect(readRate(' 156.5 ', '.')).toBe('156.5')
    for (const text of ['', '0', '-1', '1.0.1', '1e5', '1234567890', '0.1234567890123'])
      expect(readRate(text, '.')).toBeUndefined()
  })
})
