// @vitest-environment happy-dom
// The tables of what an export may hold beside deals (leads, invoices, targets), a deal's further facts and the stages it went through.
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DealDetail } from '#renderer/crm/deal-detail.tsx'
import { Invoices } from '#renderer/crm/invoices.tsx'
import { Leads } from '#renderer/crm/leads.tsx'
import { Targets } from '#renderer/crm/targets.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
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

const lineOf = async (text: string): Promise<string> => (await screen.findByText(text)).closest('tr')?.textContent ?? ''

test('leads with what each file gave, and a dash where it gave nothing', async () => {
  workspace.writer.insertMany(
    'leads',
    [
      'external_id',
      'name',
      'company',
      'seller_id',
      'source',
      'status',
      'is_qualified',
      'score',
      'created_on',
      'answered_on'
    ],
    [
      ['L1', 'Eva Sanz', 'Delta', 1, 'Fair', 'Working', 1, 72, '2026-05-04', '2026-05-06'],
      ['L2', null, 'Epsilon', null, null, null, null, null, '2026-05-05', null]
    ]
  )
  const { container } = drawPart(<Leads />)
  const line = await lineOf('Eva Sanz')
  for (const part of ['Delta', 'Ana Ruiz', 'Fair', 'qualified', '72', '4 May 2026', '6 May 2026'])
    expect(line).toContain(part)
  expect(await lineOf('L2')).toContain('The file named nobody for this lead')
  expect(screen.getByText('2 leads')).toBeTruthy()
  expect(await findBarriers(container)).toEqual([])
})

test('invoices are added up only where all are in one currency', async () => {
  const columns = ['external_id', 'kind', 'account_id', 'issued_on', 'paid_on', 'amount_minor', 'currency']
  workspace.writer.insertMany('invoices', columns, [
    ['F-1', 'invoice', 1, '2026-05-04', '2026-06-01', 100_050, 'EUR'],
    ['F-2', 'payment', null, '2026-05-05', null, 20_000, 'EUR']
  ])
  const { container, unmount } = drawPart(<Invoices />)
  expect(await lineOf('F-1')).toContain('Acme Ibérica')
  expect(await lineOf('F-2')).toContain('No payment in the file')
  // 1,000.50 and 200.00
  expect(await lineOf('2 rows')).toContain('1,200.50')
  expect(await findBarriers(container)).toEqual([])
  unmount()
  await workspace.close()
  workspace = await openCompany()
  workspace.writer.insertMany('invoices', columns, [
    ['F-1', 'invoice', 1, '2026-05-04', null, 100_050, 'EUR'],
    ['F-3', 'invoice', 1, '2026-05-06', null, 500, 'USD']
  ])
  drawPart(<Invoices />)
  await screen.findByText('F-3')
  expect(await lineOf('2 rows')).toBe('2 rows')
})

test('targets by what they are of', async () => {
  workspace.writer.insertMany(
    'targets',
    ['scope', 'scope_name', 'measure', 'starts_on', 'ends_on', 'amount_minor', 'currency'],
    [
      ['company', '', 'bookings', '2026-01-01', '2026-12-31', 500_000_000, 'EUR'],
      ['team', 'Norte', 'bookings', '2026-01-01', '2026-03-31', 40_000_000, 'EUR']
    ]
  )
  const { container } = drawPart(<Targets />)
  expect(await lineOf('Norte')).toContain('400,000')
  expect(await screen.findAllByText('Company')).toHaveLength(2)
  expect(await findBarriers(container)).toEqual([])
})

test('a deal shows the stages it went through with the days in each', async () => {
  workspace.writer.insertMany(
    'stage_changes',
    ['opportunity_id', 'stage_id', 'entered_on'],
    [
      [1, 1, '2026-01-05'],
      [1, 2, '2026-01-31']
    ]
  )
  workspace.writer.update('opportunities', 1, {
    probability_ratio: 0.75,
    loss_reason: 'price',
    last_activity_on: '2026-01-20'
  })
  drawPart(<DealDetail id={1 as OpportunityId} />)
  const steps = await screen.findByRole('region', { name: 'Stages it went through' })
  // From 5 to 31 January.
  expect(steps.textContent).toContain('5 Jan 2026 · 26 days')
  expect(screen.getByText('75%')).toBeTruthy()
  expect(screen.getByText('price')).toBeTruthy()
  expect(screen.getByText('20 Jan 2026')).toBeTruthy()
})
